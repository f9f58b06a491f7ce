import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';

/** The shape of what is coming; it shows itself only where that takes a while. */
@customElement('crm-skeleton')
export class CrmSkeleton extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 1rem;
        opacity: 0;
        animation: appear 0s 250ms forwards;
      }
      i {
        display: block;
        height: 1rem;
        border-radius: var(--crm-radius-small);
        background: var(--crm-line);
      }
      .head {
        width: min(20rem, 60%);
        height: 1.75rem;
      }
      .card {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 1rem;
      }
      @keyframes appear {
        to {
          opacity: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    return html`<span class="visually-hidden" role="status">${t('app.loading')}</span>
      <i class="head"></i>
      <div class="card">${Array.from({ length: 6 }, () => html`<i></i>`)}</div>
      <div class="card">${Array.from({ length: 4 }, () => html`<i></i>`)}</div>`;
  }
}
