import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/button';
import { get } from '../../api/client';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { onChange } from '../../api/events';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';
import { narrow } from './narrow';
import { card, recordCard } from './record-card';
import { related } from './related-styles';
import { sortedBy, sortKeys } from './sort';

interface Answer {
  readonly items: readonly Row[];
  readonly next_cursor: string | null;
  readonly total?: number;
}

const FIRST = 10;
const MOST = 200;
const TOGETHER = 400;

/** Records that belong to another one, as a table within its page; `total` tells how many. */
@customElement('crm-related-list')
export class CrmRelatedList extends LitElement {
  static override styles = [base, card, related];

  @property({ attribute: false }) page!: RecordPage;
  /** Where they are: `clients/<id>/contacts`, or with a query `leads?converted_to_client_id=<id>`. */
  @property() path = '';
  @property({ attribute: false }) columns: readonly string[] = [];
  /** What a screen reader calls the table. */
  @property() label = '';
  @state() private rows: readonly Row[] | null = null;
  @state() private next: string | null = null;
  @state() private failure: unknown = null;
  @state() private sort = '';
  private asked = 0;
  private timer = 0;
  private stop = (): void => {};

  constructor() {
    super();
    new Watch(this, named, chosen, narrow);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => {
      if (change === null || change.type === this.page.name) {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.reload(), TOGETHER);
      }
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('path') || (changed.has('page') && changed.get('page') === undefined)) {
      this.rows = null;
      void this.reload();
    }
  }

  /** Asks again for as many as are shown. */
  async reload(): Promise<void> {
    const limit = Math.min(MOST, Math.max(FIRST, this.rows?.length ?? 0));
    await this.load({ limit, count: true }, []);
  }

  override render(): TemplateResult {
    if (this.failure !== null) {
      return html`<p class="error" role="alert">${explained(this.failure).text}
        <vaadin-button theme="tertiary small" @click=${this.reload}>${t('button.retry')}</vaadin-button></p>`;
    }
    if (this.rows === null) {
      return html`<div class="skeleton" role="status" aria-label=${t('app.loading')}></div>`;
    }
    if (this.rows.length === 0) {
      return html`<p class="soft empty">${t('list.related.none')}</p>`;
    }
    return html`${narrow.value ? this.cards(this.rows) : this.table(this.rows)}
      ${this.next === null
        ? nothing
        : html`<vaadin-button theme="tertiary small" @click=${this.more}>${t('list.more')}</vaadin-button>`}`;
  }

  private cards(rows: readonly Row[]): TemplateResult {
    return html`<ul aria-label=${this.label}>
      ${repeat(rows, (row) => row.id, (row) => html`<li>${recordCard(this.page, row, this.href(row), this.columns)}</li>`)}
    </ul>`;
  }

  private table(rows: readonly Row[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}><table>
      <thead><tr>${this.columns.map((name) => this.header(name))}</tr></thead>
      <tbody>
        ${repeat(rows, (row) => row.id, (row) => html`<tr>${this.columns.map((name, index) => this.cell(row, name, index))}</tr>`)}
      </tbody>
    </table></div>`;
  }

  private header(name: string): TemplateResult {
    const of = column(this.page, name);
    const key = sortKeys(this.sort).find((candidate) => candidate.column === name);
    const way = key === undefined ? 'none' : key.descending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${way}>
      ${of.sortable
        ? html`<button @click=${() => this.order(name)}>${of.label}${key === undefined
            ? nothing
            : html`<crm-icon name=${key.descending ? 'sort-down' : 'sort-up'}></crm-icon>`}</button>`
        : of.label}
    </th>`;
  }

  private cell(row: Row, name: string, index: number): TemplateResult {
    const value = shown(column(this.page, name), row[name]);
    if (index > 0) {
      return html`<td>${value}</td>`;
    }
    return html`<td><a href=${this.href(row)}>${typeof value === 'string' ? value : title(this.page, row)}</a></td>`;
  }

  private href(row: Row): string {
    return `/${this.path.split('?')[0] ?? ''}/${row.id}`;
  }

  private order(name: string): void {
    this.sort = sortedBy(this.sort, name, '', false);
    void this.reload();
  }

  private async more(): Promise<void> {
    if (this.next !== null) {
      await this.load({ limit: FIRST * 5, cursor: this.next }, this.rows ?? []);
    }
  }

  private async load(how: Readonly<Record<string, string | number | boolean>>, before: readonly Row[]): Promise<void> {
    const asked = ++this.asked;
    try {
      const answer = await get<Answer>(this.path, { ...how, ...(this.sort !== '' && { sort: this.sort }) });
      if (asked === this.asked) {
        this.rows = [...before, ...answer.items];
        this.next = answer.next_cursor;
        this.failure = null;
        this.tell(answer.total);
      }
    } catch (failure) {
      if (asked === this.asked && this.rows === null) {
        this.failure = failure;
      }
    }
  }

  private tell(total: number | undefined): void {
    if (total !== undefined) {
      this.dispatchEvent(new CustomEvent('total', { detail: total }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-related-list': CrmRelatedList;
  }
}
