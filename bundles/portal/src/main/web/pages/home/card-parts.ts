import { css, html, nothing, type TemplateResult } from 'lit';
import '@vaadin/button';
import type { RecordPage } from '../../api/description';
import { t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import '../../ui/crm-icon';

export const cardStyles = css`
  :host {
    display: block;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines {
    display: grid;
    gap: 0.5rem;
    min-height: 9rem;
    align-content: start;
    animation: late 0s 200ms both;
  }
  .lines div {
    height: 2rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-line);
    opacity: 0.6;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .failed,
  .empty {
    display: grid;
    justify-items: start;
    gap: 0.625rem;
    color: var(--crm-text-soft);
  }
  .begin {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2rem;
    font-weight: 600;
  }
`;

/** Holds the place until there is something to show. */
export function waiting(): TemplateResult {
  return html`<div class="lines" role="status" aria-label=${t('app.loading')}>${[0, 1, 2, 3].map(() => html`<div></div>`)}</div>`;
}

export function failed(failure: unknown, again: () => void): TemplateResult {
  const { title, text } = explained(failure);
  return html`<div class="failed" role="status">
    <p><strong>${title}</strong><br />${text}</p>
    <vaadin-button theme="small" @click=${again}>${t('button.retry')}</vaadin-button>
  </div>`;
}

/** Nothing there: says so and how to begin. */
export function empty(text: string, page: RecordPage | undefined): TemplateResult {
  const creates = page !== undefined && page.can['create'] === true && !page.read_only && !page.path.includes('{');
  return html`<div class="empty">
    <p>${text}</p>
    ${creates
      ? html`<div class="row">
          <a class="begin" href="/${page.path}/new"><crm-icon name="plus"></crm-icon>${t('button.new', { label: page.label })}</a>
          ${page.can['import'] === true
            ? html`<a class="begin" href="/${page.path}/import"><crm-icon name="upload"></crm-icon>${t('home.import')}</a>`
            : nothing}
        </div>`
      : nothing}
  </div>`;
}
