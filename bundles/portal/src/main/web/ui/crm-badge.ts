import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Tone } from '../api/description';

/** A state in a word; its colour only supports it. */
@customElement('crm-badge')
export class CrmBadge extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      padding: 0.0625rem 0.5rem;
      border-radius: 999px;
      font-size: 0.8125rem;
      font-weight: 550;
      white-space: nowrap;
      background: light-dark(#eceef2, #33373f);
      color: var(--crm-text);
    }
    :host([tone='info']) {
      background: var(--crm-info-soft);
      color: var(--crm-info);
    }
    :host([tone='success']) {
      background: var(--crm-success-soft);
      color: var(--crm-success);
    }
    :host([tone='warning']) {
      background: var(--crm-warning-soft);
      color: var(--crm-warning);
    }
    :host([tone='danger']) {
      background: var(--crm-danger-soft);
      color: var(--crm-danger);
    }
  `;

  @property({ reflect: true }) tone: Tone = 'neutral';

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
