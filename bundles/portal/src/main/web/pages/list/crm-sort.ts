import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Column, RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { chip } from './chip-styles';
import { showBelow } from './show-below';
import { downFirst, sortKeys, sortText, type SortKey } from './sort';

/** The order of a list, where cards stand in for the columns whose headings would sort. Tells `sort`. */
@customElement('crm-sort')
export class CrmSort extends LitElement {
  static override styles = [
    base,
    chip,
    css`
      [popover] {
        width: 17rem;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 650;
      }
      .columns {
        max-height: min(20rem, 50vh);
        margin: 0.25rem 0 0.75rem;
        overflow: auto;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-height: 2.25rem;
        cursor: pointer;
      }
      input {
        width: 1.0625rem;
        height: 1.0625rem;
        margin: 0.25rem;
        accent-color: var(--crm-accent);
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property() sort = '';
  @state() private opened = false;
  @query('[popover]') private panel!: HTMLElement;
  @query('.chip') private anchor!: HTMLElement;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const now = sortKeys(this.sort)[0];
    const label = this.page.columns.find(({ name }) => name === now?.column)?.label ?? now?.column ?? '';
    const way = now?.descending === true ? t('list.sort.down') : t('list.sort.up');
    return html`<span class="chip"><button aria-haspopup="dialog" aria-label=${t('list.sort.now', { label, way })} @click=${this.show}>
        <crm-icon name=${now?.descending === true ? 'sort-down' : 'sort-up'}></crm-icon>${label}</button></span>
      <div popover role="dialog" aria-label=${t('list.sort')} @toggle=${(event: ToggleEvent) => (this.opened = event.newState === 'open')}>
        ${this.opened && now !== undefined ? this.choices(now) : nothing}
      </div>`;
  }

  private choices(now: SortKey): TemplateResult {
    const { column, descending } = now;
    return html`<fieldset>
        <legend>${t('list.sort.by')}</legend>
        <div class="columns">${this.columns().map((of) => this.choice('column', of.label, of.name === column, () => this.tell(of.name, downFirst(of.kind))))}</div>
      </fieldset>
      <fieldset>
        <legend>${t('list.sort.way')}</legend>
        ${this.choice('way', t('list.sort.up'), !descending, () => this.tell(column, false))}
        ${this.choice('way', t('list.sort.down'), descending, () => this.tell(column, true))}
      </fieldset>`;
  }

  private choice(group: string, label: string, on: boolean, choose: () => void): TemplateResult {
    return html`<label><input type="radio" name=${group} .checked=${on} @change=${choose} />${label}</label>`;
  }

  /** What may be sorted by, the columns that the list shows first. */
  private columns(): readonly Column[] {
    const shown = this.page.list.columns;
    const place = ({ name }: Column): number => (shown.includes(name) ? shown.indexOf(name) : shown.length);
    return this.page.columns
      .filter((of) => of.sortable)
      .sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label));
  }

  private show(): void {
    this.opened = true;
    void this.updateComplete.then(() => {
      showBelow(this.panel, this.anchor);
      this.panel.querySelector<HTMLElement>('input:checked')?.focus();
    });
  }

  private tell(column: string, descending: boolean): void {
    this.dispatchEvent(new CustomEvent('sort', { detail: sortText([{ column, descending }]) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-sort': CrmSort;
  }
}
