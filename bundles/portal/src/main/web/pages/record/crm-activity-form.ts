import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/text-area';
import type { TextArea } from '@vaadin/text-area';
import { session } from '../../api/client';
import type { Column } from '../../api/description';
import { Problem } from '../../api/problem';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import '../../ui/crm-field';
import { base } from '../../ui/styles';
import { KINDS, type Kind, type Typed } from './activity';

/** Writes a note, call, meeting, e-mail or follow-up, or changes one; tells `save` and `leave`. */
@customElement('crm-activity-form')
export class CrmActivityForm extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.25rem 0.75rem;
      }
      .due {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: 0 0.75rem;
      }
      vaadin-text-area {
        width: 100%;
        min-height: 5.5rem;
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .buttons kbd {
        margin-inline-start: 0.375rem;
        background: none;
        border-color: currentColor;
        color: inherit;
      }
      @media (max-width: 48rem) {
        .buttons kbd {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) typed!: Typed;
  /** Whether a date is asked for: then it is something to be done. */
  @property({ type: Boolean }) dated = false;
  /** Does the saving; a failure is shown here and what was typed stays. */
  @property({ attribute: false }) save!: (typed: Typed) => Promise<void>;
  @state() private failure: unknown = null;
  @state() private missing = false;
  @state() private busy = false;
  @query('vaadin-text-area') private area!: TextArea | null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override focus(): void {
    this.area?.focus();
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.focus());
  }

  override render(): TemplateResult {
    const error = this.failure instanceof Problem ? this.failure : null;
    return html`<form @submit=${this.submit} @keydown=${this.pressed}>
      <vaadin-text-area label=${t(this.dated ? 'activity.todo' : `activity.text.${this.typed.action}`)} required manual-validation
        .value=${this.typed.description} .invalid=${this.missing || error?.of('description') != null}
        .errorMessage=${this.missing ? t('rule.required') : (error?.of('description') ?? '')}
        @input=${(event: Event) => this.set({ description: (event.target as TextArea).value })}></vaadin-text-area>
      ${this.dated ? this.due(error) : nothing}
      ${this.failure === null ? nothing : html`<p class="error" role="alert">${explained(this.failure).text}</p>`}
      <div class="buttons">
        <vaadin-button @click=${this.leave}>${t('button.cancel')}</vaadin-button>
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>
          ${t('button.save')} <kbd>Ctrl ⏎</kbd>
        </vaadin-button>
      </div>
    </form>`;
  }

  private due(error: Problem | null): TemplateResult {
    const date = field('due_date', 'date', t('activity.due'), true);
    const owner = field('owner_id', 'reference', t('activity.owner'), false);
    const kind = field('action', 'enum', t('activity.kind'), true);
    const value = (name: 'due_date' | 'owner_id' | 'action') => (event: CustomEvent<string | null>) =>
      this.set({ [name]: event.detail });
    return html`<div class="due">
      <crm-field .column=${kind} .value=${this.typed.action} @change=${value('action')}></crm-field>
      <crm-field .column=${date} .value=${this.typed.due_date} .error=${this.dueError(error)}
        @change=${value('due_date')}></crm-field>
      <crm-field .column=${owner} .value=${this.typed.owner_id ?? session.account.value?.id}
        .error=${error?.of('owner_id') ?? ''} @change=${value('owner_id')}></crm-field>
    </div>`;
  }

  private dueError(error: Problem | null): string {
    return this.missing && this.typed.due_date === null ? t('rule.required') : (error?.of('due_date') ?? '');
  }

  private set(some: Partial<Record<keyof Typed, string | null>>): void {
    this.typed = { ...this.typed, ...some } as Typed;
    this.missing = false;
    this.dispatchEvent(new CustomEvent('typed', { detail: this.typed }));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.stopPropagation();
      void this.submit(event);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.leave();
    }
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent('leave'));
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.missing = this.typed.description.trim() === '' || (this.dated && this.typed.due_date === null);
    if (this.busy || this.missing) {
      return;
    }
    this.busy = true;
    this.failure = null;
    try {
      await this.save(this.typed);
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  }
}

function field(name: string, kind: Column['kind'], label: string, required: boolean): Column {
  const values = KINDS.map((one: Kind) => ({ value: one, label: t(`activity.${one}`), tone: null }));
  return {
    name, kind, label, required, settable: true, max_length: null, sortable: false, help: null,
    values: kind === 'enum' ? values : null,
    refers_to: kind === 'reference' ? 'user' : null,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-activity-form': CrmActivityForm;
  }
}
