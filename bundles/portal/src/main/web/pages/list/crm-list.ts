import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { reachable, session } from '../../api/client';
import type { RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { go, place, remember } from '../../app/router';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-failure';
import { later } from '../../ui/later';
import { notifyFailure } from '../../ui/notify';
import { base } from '../../ui/styles';
import { fromAddress, narrowed, toAddress, type Asked } from './conditions';
import './crm-columns';
import type { CrmColumns } from './crm-columns';
import './crm-filter-bar';
import './crm-list-empty';
import './crm-list-header';
import './crm-record-grid';
import type { CrmRecordGrid } from './crm-record-grid';
import './crm-selection-bar';
import type { CrmSelectionBar } from './crm-selection-bar';
import { Live } from './live';
import { listStyles } from './list-styles';
import { prefer, preferences, type Preferences } from './preferences';
import { listed, unlike } from './query';
import { Rows } from './rows';
import { Selection } from './selection';
import { sortedBy } from './sort';

/** The records of a page: searched, filtered, sorted, edited and chosen. All that is asked for stands in the address. */
@customElement('crm-list')
export class CrmList extends LitElement {
  static override styles = [base, listStyles];

  @property({ attribute: false }) page!: RecordPage;
  @state() rows: Rows | null = null;
  @state() private asked!: Asked;
  @state() private failure: unknown = null;
  @state() private columns: readonly string[] = [];
  @state() private total: number | null = null;
  @query('crm-record-grid') private grid!: CrmRecordGrid | null;
  @query('crm-selection-bar') private bar!: CrmSelectionBar;
  @query('crm-columns') private chooser!: CrmColumns;
  /** The columns in the reader's order, which the grid shows before this is drawn anew. */
  private chosen!: Preferences;
  private readonly selection = new Selection();
  private readonly live = new Live(this);
  /** What is read now, to be shown when it is there. */
  private coming: Rows | null = null;
  /** Whether this is on the page again, after another page was there. */
  private back = false;
  private stop: (() => void)[] = [];

  constructor() {
    super();
    new Watch(this, chosen, this.selection.version);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.back = this.hasUpdated;
    this.requestUpdate();
    this.stop = [
      place.listen(({ path }) => void (path === `/${this.page.path}` && this.ask())),
      reachable.listen((there) => there && void this.refresh()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.forEach((stop) => stop());
    this.coming?.end();
    this.coming = null;
    this.rows?.end();
  }

  protected override firstUpdated(): void {
    later(() => import('./crm-filter-form'));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('page') as RecordPage | undefined;
    if (changed.has('page') && before?.name !== this.page.name) {
      this.chosen = preferences(this.page);
      this.columns = this.chosen.columns;
      this.rows = null;
      this.ask();
    } else if (this.back) {
      this.resume();
    }
    this.back = false;
  }

  /** Shows what was shown when the reader left, until it is read again: at its place by the back button, else from its top. */
  private resume(): void {
    const { returned } = place.value;
    if (!returned) {
      this.selection.setAll(false);
      this.grid?.toTop();
    }
    if (!this.ask()) {
      void (returned ? this.refresh() : this.begin({}, [0]));
    }
  }

  override render(): TemplateResult {
    return html`<crm-list-header .page=${this.page} .total=${this.total} .q=${this.asked.q}
        @q=${(event: CustomEvent<string>) => this.search(event.detail)} @export=${() => this.bar.export(true)}
        @columns=${(event: CustomEvent<Element>) => this.chooser.show(event.detail)}></crm-list-header>
      <crm-columns .page=${this.page} .columns=${this.chosen.columns} @columns=${this.choose}></crm-columns>
      <crm-filter-bar .page=${this.page} .asked=${this.asked}
        @asked=${(event: CustomEvent<Asked>) => this.show(event.detail)}></crm-filter-bar>
      ${this.live.fresh === 0
        ? nothing
        : html`<button class="fresh" @click=${this.refresh}>${t('list.new_ones', { count: this.live.fresh })}</button>`}
      <div class="visually-hidden" role="status">${this.live.fresh === 0 ? '' : t('list.new_ones', { count: this.live.fresh })}</div>
      <crm-selection-bar .page=${this.page} .selection=${this.selection} .rows=${this.rows} .query=${this.query} .total=${this.total}
        .columns=${this.chosen.columns} @worked=${this.refresh}></crm-selection-bar>
      ${this.body()}`;
  }

  private body(): TemplateResult {
    if (this.failure !== null) {
      return html`<crm-failure .failure=${this.failure} @retry=${this.refresh}></crm-failure>`;
    }
    if (this.rows === null) {
      return html`<div class="skeleton" role="status" aria-label=${t('app.loading')}></div>`;
    }
    if (this.rows.total === 0) {
      return html`<crm-list-empty .page=${this.page} ?narrowed=${narrowed(this.asked)} @clear=${this.clear}></crm-list-empty>`;
    }
    return html`<crm-record-grid .page=${this.page} .rows=${this.rows} .columns=${this.columns} .widths=${this.chosen.widths}
      .selection=${this.selection} .marked=${this.selection.version.value} .sort=${this.asked.sort} @order=${this.order} @prefer=${this.arrange} @range=${this.range}></crm-record-grid>`;
  }

  /** What the API is asked for, with the fields that are shown. */
  get query(): URLSearchParams {
    return listed(this.page, this.asked, this.columns, session.account.value?.id ?? '');
  }

  redraw(): void {
    this.grid?.redraw();
  }

  /** Reads again what is shown, and keeps the place. */
  readonly refresh = async (): Promise<void> => {
    await this.begin(this.rows?.kept ?? {}, this.rows?.shown ?? []);
  };

  /** Follows the address; whether it asks for something else than before. */
  private ask(): boolean {
    const asked = fromAddress(place.value.query, this.page.columns, this.page.list.sort);
    const same = this.rows !== null && !unlike(this.asked, asked);
    if (same && this.asked.sort === asked.sort) {
      return false;
    }
    this.asked = asked;
    if (!same) {
      this.selection.setAll(false);
      this.total = null;
    }
    void this.begin({}, [0], this.total !== null);
    return true;
  }

  private async begin(kept: object, pages: readonly number[], counted = false): Promise<void> {
    this.coming?.end();
    const rows = new Rows(this.page.path, this.query, kept);
    rows.told = (failure) => this.told(rows, failure);
    this.coming = rows;
    try {
      await rows.begin(this.total, counted, pages.length === 0 ? [0] : pages);
      if (rows === this.coming) {
        this.coming = null;
        this.rows?.end();
        this.rows = rows;
        this.total = rows.total;
        this.failure = null;
        this.live.reset();
      }
    } catch (failure) {
      if (rows === this.coming) {
        this.failure = failure;
      }
    }
  }

  private told(rows: Rows, failure: unknown): void {
    if (failure !== null) {
      notifyFailure(failure);
    } else if (rows === this.rows) {
      this.total = rows.total;
      this.grid?.resize();
    }
  }

  private search(q: string): void {
    if (q !== this.asked.q) {
      this.show({ ...this.asked, q }, this.asked.q !== '' && q !== '');
    }
  }

  private show(asked: Asked, replace = false): void {
    const query = toAddress(asked, this.page.list.sort);
    const text = query.toString();
    if (replace) {
      remember(query);
    } else {
      go(`/${this.page.path}${text === '' ? '' : `?${text}`}`);
    }
  }

  private readonly clear = (): void => {
    this.show({ ...this.asked, q: '', conditions: [], filter: '' });
  };

  private readonly order = (event: CustomEvent<{ readonly name: string; readonly more: boolean }>): void => {
    const { name, more } = event.detail;
    this.show({ ...this.asked, sort: sortedBy(this.asked.sort, name, this.page.list.sort, more) });
  };

  private readonly choose = (event: CustomEvent<readonly string[]>): void => {
    this.chosen = { ...this.chosen, columns: event.detail };
    this.columns = event.detail;
    prefer(this.page, this.chosen);
    void this.refresh();
  };

  private readonly range = (event: CustomEvent<{ readonly from: number; readonly to: number; readonly on: boolean }>): void => {
    const { from, to, on } = event.detail;
    this.rows?.idsBetween(from, to).then((ids) => this.selection.set(ids, on), notifyFailure);
  };

  private readonly arrange = (event: CustomEvent<Partial<Preferences>>): void => {
    const { columns, widths } = event.detail;
    this.chosen = { columns: columns ?? this.chosen.columns, widths: { ...this.chosen.widths, ...widths } };
    prefer(this.page, this.chosen);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-list': CrmList;
  }
}
