import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import './crm-icon';
import { Problem } from '../api/problem';
import { portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { base } from './styles';

interface Explained {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
}

/** Explains in a page's place why it cannot be shown, and offers to try again. */
@customElement('crm-failure')
export class CrmFailure extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 0.75rem;
        padding: 4rem 1rem;
        text-align: center;
      }
      crm-icon {
        font-size: 2.25rem;
        color: var(--crm-text-soft);
      }
      p {
        max-width: 34rem;
      }
    `,
  ];

  @property({ attribute: false }) failure: unknown = null;

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  override render(): TemplateResult {
    const { icon, title, text } = explained(this.failure);
    const request = this.failure instanceof Problem ? this.failure.body.request_id : undefined;
    return html`
      <crm-icon name=${icon}></crm-icon>
      <h2>${title}</h2>
      <p class="soft" role="status">${text}</p>
      ${request === undefined ? nothing : html`<small class="soft">${t('error.request', { request })}</small>`}
      <vaadin-button theme="primary" @click=${this.again}>${t('button.retry')}</vaadin-button>
    `;
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent('retry', { bubbles: true, composed: true }));
  }
}

/** What a person has to know of a failure. */
export function explained(failure: unknown): Explained {
  if (!(failure instanceof Problem)) {
    return { icon: 'warning', title: t('error.title'), text: String(failure) };
  }
  if (failure.status === 0) {
    return { icon: 'offline', title: t('error.title'), text: t('error.unreachable') };
  }
  if (failure.status === 403) {
    return { icon: 'lock', title: t('error.forbidden.title'), text: t('error.forbidden', { detail: failure.message }) };
  }
  const module = failure.body.module;
  if (failure.status === 503 && module !== undefined) {
    const label = portal.value?.stopped.find((stopped) => stopped.module === module)?.label ?? module;
    return { icon: 'stopped', title: t('error.stopped.title', { module: label }), text: t('error.stopped') };
  }
  if (failure.status === 404) {
    return { icon: 'search', title: t('error.not_found.title'), text: t('error.not_found') };
  }
  if (failure.status >= 500) {
    const request = failure.body.request_id ?? '—';
    return { icon: 'warning', title: t('error.title'), text: t('error.unknown', { status: failure.status, request }) };
  }
  return { icon: 'warning', title: t('error.title'), text: failure.message };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-failure': CrmFailure;
  }
}
