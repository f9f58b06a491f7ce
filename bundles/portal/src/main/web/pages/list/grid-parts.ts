import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../../api/description';
import { t } from '../../texts/texts';
import '../../ui/crm-icon';
import { sortKeys } from './sort';

/** The cell of the grid in which something stands. */
export function cellOf(content: Element): Element | null {
  return content.closest('vaadin-grid-cell-content')?.assignedSlot?.parentElement ?? null;
}

export function checkbox(
  label: string,
  checked: boolean,
  partly: boolean,
  click: (event: MouseEvent, on: boolean) => void,
): TemplateResult {
  return html`<label class="check"><input type="checkbox" aria-label=${label} .checked=${checked} .indeterminate=${partly}
    @click=${(event: MouseEvent) => click(event, (event.target as HTMLInputElement).checked)} /></label>`;
}

/** A column's heading, which orders the list; with Shift beside the columns that do so already. */
export function sorter(column: Column, sort: string, order: (more: boolean) => void): TemplateResult | string {
  if (!column.sortable) {
    return column.label;
  }
  const keys = sortKeys(sort);
  const at = keys.findIndex((key) => key.column === column.name);
  const down = keys[at]?.descending === true;
  return html`<button class="sorter ${at < 0 ? '' : 'sorted'}" title=${t('list.sort.hint')}
    data-way=${at < 0 ? 'none' : down ? 'descending' : 'ascending'} @click=${(event: MouseEvent) => order(event.shiftKey)}
  ><span>${column.label}</span>${at < 0 ? nothing : html`<crm-icon name=${down ? 'sort-down' : 'sort-up'}></crm-icon>`}${
    at >= 0 && keys.length > 1 ? html`<small>${at + 1}</small>` : nothing}</button>`;
}
