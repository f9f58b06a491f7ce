import { css, html, nothing, type TemplateResult } from 'lit';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { shown } from '../../ui/value';

/** How a record's card looks. */
export const card = css`
  .record {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    min-width: 0;
    /* Where nothing is said below the title, a finger still finds the card beside the link. */
    min-height: 2.5rem;
    flex: 1;
  }
  .record a {
    /* A finger needs 24 px. */
    display: inline-block;
    line-height: 24px;
  }
  .record > a {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .record dl {
    display: grid;
    grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    margin: 0;
    font-size: 0.875rem;
  }
  .record dt,
  .record dd {
    align-self: center;
  }
  .record dt {
    color: var(--crm-text-soft);
  }
  .record dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** A record on a phone: its title as the link, below it what its columns say. */
export function recordCard(page: RecordPage, row: Row, href: string, columns: readonly string[]): TemplateResult {
  const said = columns.filter((name) => !page.title.includes(name));
  return html`<div class="record">
    <a href=${href}>${title(page, row)}</a>
    <dl>
      ${said.map((name) => {
        const value = shown(column(page, name), row[name]);
        return value === nothing ? nothing : html`<dt>${column(page, name).label}</dt><dd>${value}</dd>`;
      })}
    </dl>
  </div>`;
}
