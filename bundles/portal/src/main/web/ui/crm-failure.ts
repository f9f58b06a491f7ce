import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import './crm-icon';
import { Problem } from '../api/problem';
import { portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { explained } from './explained';
import { base } from './styles';

export { explained };

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
  /** Whether there is nothing else on the page, and so no other heading. */
  @property({ type: Boolean }) whole = false;

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  override render(): TemplateResult {
    const { icon, title, text } = explained(this.failure);
    const request = this.failure instanceof Problem ? this.failure.body.request_id : undefined;
    return html`
      <crm-icon name=${icon}></crm-icon>
      ${this.whole ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
      <p class="soft" role="status">${text}</p>
      ${request === undefined ? nothing : html`<small class="soft">${t('error.request', { request })}</small>`}
      <vaadin-button theme="primary" @click=${this.again}>${t('button.retry')}</vaadin-button>
    `;
  }

  private again(): void {
    this.dispatchEvent(new CustomEvent('retry', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-failure': CrmFailure;
  }
}
