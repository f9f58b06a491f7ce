import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '@vaadin/grid';
import type { Grid, GridColumnReorderEvent, GridColumnResizeEvent, GridItemModel } from '@vaadin/grid';
import type { GridColumn } from '@vaadin/grid/vaadin-grid-column.js';
import { columnBodyRenderer, columnHeaderRenderer } from '@vaadin/grid/lit';
import { column, title, type RecordPage } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';
import { CellEditing } from './cell-editing';
import './crm-cell-editor';
import { cellOf, checkbox, sorter } from './grid-parts';
import { gridStyles } from './grid-styles';
import { narrow } from './narrow';
import { isNumber, usualWidth, type Preferences } from './preferences';
import { card, recordCard } from './record-card';
import type { Held, Rows } from './rows';
import { PAGE } from './rows';
import type { Selection } from './selection';

/** The grid of a list. Tells `order`, `prefer` and `pick` when the reader sorts, arranges or selects. */
@customElement('crm-record-grid')
export class CrmRecordGrid extends LitElement {
  static override styles = [base, card, gridStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) widths: Preferences['widths'] = {};
  @property({ attribute: false }) rows!: Rows;
  @property({ attribute: false }) selection!: Selection;
  /** Changes with the selection. */
  @property({ attribute: false }) marked = 0;
  @property() sort = '';
  @state() private drawn = 0;
  @query('vaadin-grid') grid!: Grid<Held>;
  private arranged = 0;
  private readonly editing = new CellEditing(this);

  constructor() {
    super();
    new Watch(this, named, chosen, narrow);
  }

  /** Draws what became known of the rows that are shown. */
  redraw(): void {
    this.drawn++;
    this.grid.generateCellPartNames();
  }

  /** Gives the grid room for the rows that there are; those that are shown stay as they are. */
  resize(): void {
    this.grid.size = this.rows.size;
    this.requestUpdate();
  }

  toTop(): void {
    if (this.scrolled) {
      this.grid.scrollToIndex(0);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('columns')) {
      this.arranged++;
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('rows')) {
      const same = (changed.get('rows') as Rows | undefined)?.kept === this.rows.kept;
      this.grid.size = this.rows.size;
      this.grid.dataProvider = this.rows.provider;
      if (!same) {
        this.editing.stop();
        this.toTop();
      }
    }
    if (changed.has('marked')) {
      this.grid.generateCellPartNames();
    }
    this.renderRoot.querySelectorAll('.sorter').forEach((sorter) => {
      cellOf(sorter)?.setAttribute('aria-sort', sorter.getAttribute('data-way') ?? 'none');
    });
  }

  override render(): TemplateResult {
    const small = narrow.value;
    return html`<vaadin-grid
      class=${small ? 'cards' : ''}
      theme="no-border ${small ? '' : 'column-borders-none'}"
      accessible-name=${this.page.plural}
      item-id-path="id"
      .pageSize=${PAGE}
      column-reordering-allowed
      .cellPartNameGenerator=${this.parts}
      @column-reorder=${this.reordered}
      @column-resize=${this.resized}
      @keydown=${{ handleEvent: (event: KeyboardEvent) => this.editing.pressed(event), capture: true }}
      @dblclick=${(event: MouseEvent) => this.editing.begin(event)}
    >
      ${keyed(`${this.arranged}${small}`, small ? this.cardColumn() : html`${this.checkColumn()}${this.columns.map((name, i) => this.column(name, i))}`)}
    </vaadin-grid>`;
  }

  /** The grid takes the first scroll after it was told where to be for its own: not to be told needlessly. */
  private get scrolled(): boolean {
    return (this.grid.shadowRoot?.querySelector('table')?.scrollTop ?? 0) > 0;
  }

  /** What the cells are drawn of beside their rows; with other rows the grid draws them by itself. */
  private get drawnOf(): readonly unknown[] {
    return [named.value, chosen.value, this.drawn, this.editing.at, this.marked];
  }

  private checkColumn(): TemplateResult {
    return html`<vaadin-grid-column frozen width="3rem" flex-grow="0" .resizable=${false}
      ${columnHeaderRenderer(() => this.checkAll(), [chosen.value, this.marked, this.selection.none || this.rows.total])}
      ${columnBodyRenderer<Held>((held) => this.check(held), this.drawnOf)}
    ></vaadin-grid-column>`;
  }

  private column(name: string, index: number): TemplateResult {
    const of = column(this.page, name);
    const width = this.widths[name];
    return html`<vaadin-grid-column path=${name} resizable ?frozen=${index === 0}
      width=${width ?? usualWidth(of)} flex-grow=${width === undefined ? 1 : 0} text-align=${isNumber(of) ? 'end' : 'start'}
      ${columnHeaderRenderer(() => sorter(of, this.sort, (more) => this.tell('order', { name, more })), [chosen.value, this.sort])}
      ${columnBodyRenderer<Held>((held) => this.cell(held, name, index), this.drawnOf)}
    ></vaadin-grid-column>`;
  }

  private cardColumn(): TemplateResult {
    return html`<vaadin-grid-column flex-grow="1"
      ${columnBodyRenderer<Held>(
        (held) => html`<div class="tile">${this.check(held)}${recordCard(this.page, held.row, this.href(held), this.columns)}</div>`,
        [...this.drawnOf, this.columns],
      )}
    ></vaadin-grid-column>`;
  }

  private checkAll(): TemplateResult {
    const some = !this.selection.none;
    const all = some && this.selection.count(this.rows.total) === this.rows.total;
    return checkbox(t('list.select.all'), all, some && !all, (_event, on) => this.selection.setAll(on));
  }

  private check(held: Held): TemplateResult {
    const label = t('list.select.one', { title: title(this.page, held.row) });
    return checkbox(label, this.selection.has(held.id), false, (event, on) => this.picked(event, held, on));
  }

  private picked(event: MouseEvent, held: Held, on: boolean): void {
    const { anchor } = this.selection;
    if (event.shiftKey && anchor !== null) {
      this.tell('range', { from: anchor, to: held.index, on });
    } else {
      this.selection.set([held.id], on);
    }
    this.selection.anchor = held.index;
  }

  private cell(held: Held, name: string, index: number): TemplateResult {
    if (this.editing.is(held, name)) {
      return html`<crm-cell-editor .page=${this.page} .row=${held.row} name=${name} @edited=${this.editing.edited}></crm-cell-editor>`;
    }
    const of = column(this.page, name);
    const value = shown(of, held.row[name]);
    if (index === 0) {
      const text = typeof value === 'string' && value !== '' ? value : title(this.page, held.row);
      return html`<a class="first" href=${this.href(held)}>${text}</a>`;
    }
    return isNumber(of) ? html`<span class="number">${value}</span>` : html`${value}`;
  }

  href(held: Held): string {
    return `/${this.page.path}/${held.id}`;
  }

  private readonly parts = (_column: GridColumn<Held>, model: GridItemModel<Held>): string => {
    const held = model.item;
    const marks = [this.selection.has(held.id) ? 'selected' : '', held.changed ? 'changed' : '', held.gone ? 'gone' : ''];
    return marks.filter((mark) => mark !== '').join(' ');
  };

  private readonly reordered = (event: GridColumnReorderEvent<Held>): void => {
    const columns = event.detail.columns.map((each) => (each as GridColumn<Held>).path).filter((path) => path !== undefined && path !== null);
    this.tell('prefer', { columns });
  };

  private readonly resized = (event: GridColumnResizeEvent<Held>): void => {
    const { path, width } = event.detail.resizedColumn as GridColumn<Held>;
    this.tell('prefer', { widths: { [path ?? '']: width } });
  };

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-grid': CrmRecordGrid;
  }
}
