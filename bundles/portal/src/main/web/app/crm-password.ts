import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/password-field';
import type { PasswordField } from '@vaadin/password-field';
import { session } from '../api/client';
import { Problem } from '../api/problem';
import { rule } from '../api/rules';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { explained } from '../ui/crm-failure';
import { notify } from '../ui/notify';
import { base } from '../ui/styles';

/** Changes the own password; tells `changed` when it is done. */
@customElement('crm-password')
export class CrmPassword extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.75rem;
      }
      vaadin-button {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Whether the old one is good for this only. */
  @property({ type: Boolean }) forced = false;
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private busy = false;
  @queryAll('vaadin-password-field') private fields!: NodeListOf<PasswordField>;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  /** Puts the cursor into the first field. */
  override focus(): void {
    void this.updateComplete.then(() => this.fields[0]?.focus());
  }

  override render(): TemplateResult {
    return html`<h1>${t('password.title')}</h1>
      ${this.forced ? html`<p class="soft">${t('password.forced')}</p>` : nothing}
      <form @submit=${this.submit} @keydown=${this.enter}>
        ${this.field('current_password', t('password.current'), 'current-password')}
        ${this.field('new_password', t('password.new'), 'new-password')}
        ${this.field('repeat', t('password.repeat'), 'new-password')}
        ${this.errors[''] === undefined ? nothing : html`<p class="error" role="alert">${this.errors['']}</p>`}
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>
          ${t('password.button')}
        </vaadin-button>
      </form>`;
  }

  private field(name: string, label: string, autocomplete: string): TemplateResult {
    return html`<vaadin-password-field
      name=${name}
      label=${label}
      autocomplete=${autocomplete}
      required
      manual-validation
      .invalid=${this.errors[name] !== undefined}
      .errorMessage=${this.errors[name] ?? ''}
    ></vaadin-password-field>`;
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      void this.submit(event);
    }
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const [current, next, repeat] = [...this.fields].map((field) => field.value);
    if (this.busy || current === undefined || next === undefined) {
      return;
    }
    if (next !== repeat) {
      this.errors = { repeat: t('password.differs') };
      return;
    }
    this.busy = true;
    try {
      await session.changePassword(current, next);
      this.errors = {};
      notify(t('password.changed'));
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (failure) {
      this.errors = told(failure);
    } finally {
      this.busy = false;
    }
  }
}

function told(failure: unknown): Readonly<Record<string, string>> {
  const errors = failure instanceof Problem ? failure.body.errors : undefined;
  return errors === undefined
    ? { '': explained(failure).text }
    : Object.fromEntries(errors.map((error) => [error.field, rule(error)]));
}
