import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Attempt } from '../../api/attempt';
import { call } from '../../api/client';
import { draft, keepDraft } from '../../api/drafts';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { notify } from '../../ui/notify';
import { base } from '../../ui/styles';
import { ICONS, KINDS, type Activity, type Kind, type Typed } from './activity';
import './crm-activity-form';

interface Begun {
  readonly dated: boolean;
  readonly typed: Typed;
}

const EMPTY: Typed = { action: 'note', description: '', due_date: null, owner_id: null };

/** Logs something on a record in three steps: what it was, what is to be said, save. Tells `added`. */
@customElement('crm-activity-new')
export class CrmActivityNew extends LitElement {
  static override styles = [
    base,
    css`
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .kinds button {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        min-height: 2rem;
        padding: 0 0.625rem;
        border: 1px solid var(--crm-line-strong);
        border-radius: 999px;
        background: var(--crm-surface);
        color: var(--crm-text);
        font: inherit;
        font-size: 0.875rem;
        cursor: pointer;
      }
      .kinds button:hover {
        background: var(--crm-canvas);
      }
      .kinds button[aria-pressed='true'] {
        border-color: var(--crm-accent);
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-weight: 600;
      }
      crm-activity-form {
        display: block;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property() type = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private begun: Begun | null = null;
  private readonly attempt = new Attempt();

  constructor() {
    super();
    new Watch(this, chosen);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId')) {
      this.begun = draft<Begun>(this.place);
    }
  }

  override render(): TemplateResult {
    return html`<div class="kinds" role="group" aria-label=${t('activity.new')}>
        ${KINDS.map((kind) => this.button(kind, false))} ${this.button('call', true)}
      </div>
      ${this.begun === null
        ? nothing
        : html`<crm-activity-form .typed=${this.begun.typed} ?dated=${this.begun.dated} .save=${this.save}
            @typed=${(event: CustomEvent<Typed>) => this.keep({ dated: this.begun!.dated, typed: event.detail })}
            @leave=${this.leave}></crm-activity-form>`}`;
  }

  private button(kind: Kind, dated: boolean): TemplateResult {
    const { begun } = this;
    const pressed = begun !== null && begun.dated === dated && (dated || begun.typed.action === kind);
    return html`<button aria-pressed=${pressed} @click=${() => this.begin(kind, dated)}>
      <crm-icon name=${dated ? 'calendar-clock' : ICONS[kind]}></crm-icon>
      ${t(dated ? 'activity.follow_up' : `activity.${kind}`)}
    </button>`;
  }

  /** Takes what is typed along to another kind. */
  begin(action: Kind, dated: boolean): void {
    const typed = this.begun?.typed ?? EMPTY;
    this.begun = { dated, typed: { ...typed, action, ...(!dated && { due_date: null, owner_id: null }) } };
    void this.updateComplete.then(() => this.renderRoot.querySelector('crm-activity-form')?.focus());
  }

  private keep(begun: Begun): void {
    this.begun = begun;
    keepDraft(this.place, begun);
  }

  private leave(): void {
    this.begun = null;
    keepDraft(this.place, null);
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  private readonly save = async (typed: Typed): Promise<void> => {
    const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
    const body = { entity_type: this.type, entity_id: this.recordId, ...given };
    const made = await this.attempt.run(body, (headers) => call<Activity>('POST', 'activities', { body, headers }));
    this.leave();
    notify(t('activity.added'));
    this.dispatchEvent(new CustomEvent('added', { detail: made.body }));
  };

  private get place(): string {
    return `activity.${this.type}.${this.recordId}`;
  }
}
