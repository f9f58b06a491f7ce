import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/email-field';
import '@vaadin/password-field';
import type { EmailField } from '@vaadin/email-field';
import type { PasswordField } from '@vaadin/password-field';
import { session } from '../api/client';
import { Problem } from '../api/problem';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { explained } from '../ui/crm-failure';
import { base } from '../ui/styles';
import './crm-password';

/** The sign-in, and the change of a password that is good for one sign-in only. */
@customElement('crm-sign-in')
export class CrmSignIn extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100dvh;
        padding: 1rem;
      }
      main {
        width: min(24rem, 100%);
        padding: 2rem;
        box-shadow: var(--crm-shadow);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        margin-bottom: 1.5rem;
        font-weight: 650;
      }
      form {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.75rem;
      }
      vaadin-button {
        margin-top: 0.75rem;
      }
      .ended {
        margin-top: 0.75rem;
        padding: 0.625rem 0.75rem;
        border-radius: var(--crm-radius-small);
        background: var(--crm-info-soft);
        color: var(--crm-info);
      }
    `,
  ];

  @state() private error = '';
  @state() private busy = false;
  @query('vaadin-email-field') private email!: EmailField;
  @query('vaadin-password-field') private password!: PasswordField;

  constructor() {
    super();
    new Watch(this, session.account, session.ended, chosen);
  }

  override render(): TemplateResult {
    const forced = session.account.value?.password_change_required === true;
    return html`<main class="card">
      <div class="brand"><img src="/icon.svg" width="28" height="28" alt="" />${t('app.name')}</div>
      ${forced ? html`<crm-password forced></crm-password>` : this.form()}
    </main>`;
  }

  private form(): TemplateResult {
    return html`<h1>${t('sign_in.title')}</h1>
      ${session.ended.value ? html`<p class="ended" role="status">${t('sign_in.ended')}</p>` : nothing}
      <form @submit=${this.submit} @keydown=${this.enter}>
        <vaadin-email-field
          label=${t('sign_in.email')} name="email" autocomplete="username" required autofocus
        ></vaadin-email-field>
        <vaadin-password-field
          label=${t('sign_in.password')} name="password" autocomplete="current-password" required
        ></vaadin-password-field>
        ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>
          ${t('sign_in.button')}
        </vaadin-button>
      </form>`;
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      void this.submit(event);
    }
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy || ![this.email, this.password].map((field) => field.validate()).every(Boolean)) {
      return;
    }
    this.busy = true;
    try {
      await session.signIn(this.email.value, this.password.value);
    } catch (failure) {
      this.error = refused(failure);
      this.password.value = '';
      this.password.focus();
    } finally {
      this.busy = false;
    }
  }
}

function refused(failure: unknown): string {
  if (failure instanceof Problem && failure.status === 401) {
    return t('sign_in.failed');
  }
  if (failure instanceof Problem && failure.status === 429) {
    return t('sign_in.wait', { seconds: failure.retryAfter ?? 60 });
  }
  return explained(failure).text;
}
