import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { onChange } from '../../api/events';
import { Watch } from '../../api/store';
import { go, place, remember } from '../../app/router';
import { Shortcuts } from '../../app/shortcuts';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import '../../ui/crm-menu';
import { base } from '../../ui/styles';
import { spoken } from '../../ui/value';
import { BoardMoves } from './board-moves';
import { boardAddress, boardQuery, type BoardQuery } from './board-query';
import { BoardRecords } from './board-records';
import { boardStyles } from './board-styles';
import { find } from './columns';
import type { CrmBoardCard } from './crm-board-card';
import './crm-board-column';
import type { CrmBoardColumn } from './crm-board-column';
import './crm-board-filter';
import type { CrmBoardFilter } from './crm-board-filter';
import { Flight } from './flight';
import { BoardKeys } from './board-keys';
import { BoardPointer } from './board-pointer';
import { Lift } from './lift';

/** The open records of a page as cards in columns, moved by pointer, keyboard or menu. */
@customElement('crm-board')
export class CrmBoard extends LitElement {
  static override styles = [base, boardStyles];

  @property({ attribute: false }) page!: RecordPage;
  @state() current: string | null = null;
  @state() taken: string | null = null;
  @state() target: string | null = null;
  @state() private said = '';
  @query('.columns') readonly scroller!: HTMLElement;
  @queryAll('crm-board-column') private readonly columns!: NodeListOf<CrmBoardColumn>;
  readonly records = new BoardRecords(this, (ids) => void this.moving(ids));
  readonly moves = new BoardMoves(this.records, () => this.page, (text) => this.say(text));
  readonly lift = new Lift(this.records, this.moves, () => this.page, (text) => this.say(text));
  private readonly keys = new BoardKeys(this);
  private readonly pointer = new BoardPointer(this);
  private asked = '';
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, chosen, place);
    const group = (): string => t('keys.page');
    new Shortcuts(this, [
      { keys: '/', label: () => t('keys.search'), group, run: () => this.search() },
      { keys: '← ↑ ↓ →', label: () => t('board.keys.walk'), group, run: null },
      { keys: t('board.keys.space'), label: () => t('board.keys.lift'), group, when: () => this.movable, run: null },
      { keys: 'm', label: () => t('board.keys.menu'), group, when: () => this.movable, run: null },
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => this.records.told(change));
    this.asked = '';
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pointer.stop();
    this.stop();
    this.records.end();
  }

  get movable(): boolean {
    return this.page.can['update'] === true && !this.page.read_only;
  }

  /** The query that the address asks for. */
  get query(): BoardQuery {
    return boardQuery(this.page, place.value.query);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const query = this.query;
    const asked = JSON.stringify(query);
    if (changed.has('page') || this.asked !== asked) {
      this.asked = asked;
      void this.records.load(this.page, query);
    }
    if (this.current === null || find(this.records.columns, this.current) === null) {
      this.current = this.records.columns.find((column) => column.rows.length > 0)?.rows[0]?.id ?? null;
    }
  }

  override render(): TemplateResult {
    const { page } = this;
    const of = column(page, page.board!.column).label;
    return html`
      <header class="row">
        <h1>${page.plural}</h1>
        <nav aria-label=${t('board.view')}>
          <a href="/${page.path}"><crm-icon name="checklist"></crm-icon>${t('board.view.list')}</a>
          <a href="/${page.path}/board" aria-current="page"><crm-icon name="board"></crm-icon>${t('board.view.board')}</a>
        </nav>
        ${page.can['create'] === true && !page.read_only
          ? html`<a class="new spread" href="/${page.path}/new"><crm-icon name="plus"></crm-icon>${t('button.new', { label: page.label })}</a>`
          : nothing}
      </header>
      <crm-board-filter .page=${page} .query=${this.query}
        @change=${(event: CustomEvent<BoardQuery>) => remember(boardAddress(page, event.detail))}></crm-board-filter>
      <div class="columns ${this.taken === null ? '' : 'dragging'}" role="group" aria-label=${t('board.columns', { plural: page.plural, column: of })}
        @keydown=${this.keys.down} @focusin=${this.focused} @focusout=${this.keys.left} @pointerdown=${this.pointer.down}
        @touchmove=${this.pointer.touchMoved} @card-menu=${this.menu}>
        ${repeat(this.records.columns, (column) => column.value, (column) => html`<crm-board-column
          .page=${page} .column=${column} ?movable=${this.movable} .current=${this.current} .lifted=${this.lift.id}
          .taken=${this.taken} ?target=${this.target === column.value || this.lift.to === column.value}
          @more=${() => this.records.more(column.value)} @again=${() => this.records.first(column.value)}
        ></crm-board-column>`)}
      </div>
      <div class="visually-hidden" role="status" aria-live="assertive">${this.said}</div>
      <crm-menu></crm-menu>
    `;
  }

  say(text: string): void {
    // The same words twice are news twice.
    this.said = text === this.said ? `${text}\u00a0` : text;
  }

  column(value: string): CrmBoardColumn | undefined {
    return [...this.columns].find((candidate) => candidate.column.value === value);
  }

  /** Where a card is drawn, if it is. */
  rect(id: string): DOMRect | undefined {
    return this.card(id)?.getBoundingClientRect();
  }

  private card(id: string): CrmBoardCard | null {
    const found = find(this.records.columns, id);
    return found === null ? null : (this.column(found.column.value)?.card(id) ?? null);
  }

  /** Puts the focus on a card, wherever it was moved to. */
  async focusCard(id: string): Promise<void> {
    this.current = id;
    await this.settled();
    const card = this.card(id);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  async settled(): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.columns].map((column) => column.updateComplete));
  }

  /** Lets cards fly from where they are to where they come. */
  async moving(ids: readonly string[]): Promise<void> {
    const before = ids.flatMap((id) => {
      const [found, rect] = [find(this.records.columns, id), this.rect(id)];
      return found === null || rect === undefined ? [] : [{ found, rect }];
    });
    await Promise.resolve();
    await this.settled();
    before.forEach(({ found, rect }) => {
      const to = this.rect(found.row.id);
      if (to !== undefined && (to.left !== rect.left || to.top !== rect.top)) {
        void new Flight(this.shadowRoot!, this.page, found.row, rect).land(to);
      }
    });
  }

  private focused(event: FocusEvent): void {
    const card = this.keys.card(event);
    if (card !== null) {
      this.current = card.row.id;
    }
  }

  private menu(event: CustomEvent<DOMRect>): void {
    const card = event.composedPath()[0] as CrmBoardCard;
    const { row } = card;
    const of = column(this.page, this.page.board!.column);
    const others = this.page.board!.values.filter((value) => value !== row[of.name]);
    const items = [
      { label: t('board.open'), act: () => go(`/${this.page.path}/${row.id}`) },
      ...others.map((value) => ({ label: t('board.move_to', { to: spoken(of, value) }), act: () => void this.chosen(row, value) })),
    ];
    const name = t('board.menu', { name: title(this.page, row) });
    void this.renderRoot.querySelector('crm-menu')!.open(name, [{ items }], event.detail, card);
  }

  private async chosen(row: Row, value: string): Promise<void> {
    const done = Promise.all([this.moving([row.id]), this.moves.move(row, value)]);
    await this.focusCard(row.id);
    await done;
  }

  private search(): void {
    this.renderRoot.querySelector<CrmBoardFilter>('crm-board-filter')?.focus();
  }
}
