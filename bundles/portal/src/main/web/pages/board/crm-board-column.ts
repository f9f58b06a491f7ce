import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/button';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { Watch } from '../../api/store';
import { decimal } from '../../texts/format';
import { chosen, t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import { base } from '../../ui/styles';
import { spoken } from '../../ui/value';
import type { BoardColumn } from './columns';
import type { CrmBoardCard } from './crm-board-card';
import './crm-board-card';
import { columnStyles } from './column-styles';

/** The records with one value; asks for `more` when its end comes near. */
@customElement('crm-board-column')
export class CrmBoardColumn extends LitElement {
  static override styles = [base, columnStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) column!: BoardColumn;
  @property({ type: Boolean }) movable = false;
  /** The card that Tab comes to, the one that the keyboard holds, the one that the pointer holds. */
  @property() current: string | null = null;
  @property() lifted: string | null = null;
  @property() taken: string | null = null;
  /** Whether a card would come here if it were let go now. */
  @property({ type: Boolean, reflect: true }) target = false;
  @query('.end') private end!: HTMLElement;
  private readonly near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.ask('more'),
    { rootMargin: '600px 0px' },
  );

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.near.disconnect();
  }

  get label(): string {
    return spoken(column(this.page, this.page.board!.column), this.column.value);
  }

  card(id: string): CrmBoardCard | null {
    return this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  override render(): TemplateResult {
    const { rows, count, sum, loading, failure } = this.column;
    const amount = this.page.board!.sum;
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title">${this.label}</h2>
        ${count === null
          ? nothing
          : html`<span class="count"><span aria-hidden="true">${decimal(count)}</span
              ><span class="visually-hidden">${t('board.count', { count })}</span></span>`}
        ${sum === null || amount === null
          ? nothing
          : html`<span class="spread soft">${spoken(column(this.page, amount), sum)}</span>`}
      </header>
      <p id="help" hidden>${t('board.help')}</p>
      <div class="cards">
        <ul aria-labelledby="title">
          ${repeat(rows, (row) => row.id, (row) => html`<li>${this.drawn(row)}</li>`)}
        </ul>
        ${loading ? this.skeletons() : nothing}
        ${failure === null ? nothing : this.failed(failure)}
        ${rows.length === 0 && !loading && failure === null ? html`<p class="empty soft">${t('board.empty')}</p>` : nothing}
        <div class="end"></div>
      </div>
    </section>`;
  }

  protected override updated(): void {
    // Told anew at each drawing: an end that stays in view after a short page asks again.
    this.near.disconnect();
    if (this.column.cursor !== null && !this.column.loading && this.column.failure === null) {
      this.near.observe(this.end);
    }
  }

  private drawn(row: Row): TemplateResult {
    return html`<crm-board-card
      data-id=${row.id}
      role="group"
      tabindex=${row.id === this.current ? 0 : -1}
      aria-label=${title(this.page, row)}
      aria-describedby=${this.movable ? 'help' : nothing}
      .page=${this.page}
      .row=${row}
      ?movable=${this.movable}
      .current=${row.id === this.current}
      ?lifted=${row.id === this.lifted}
      ?taken=${row.id === this.taken}
    ></crm-board-card>`;
  }

  private skeletons(): TemplateResult | typeof nothing {
    return this.column.rows.length > 0
      ? nothing
      : html`<div class="skeletons" aria-hidden="true">${[0, 1, 2].map(() => html`<div></div>`)}</div>`;
  }

  private failed(failure: unknown): TemplateResult {
    return html`<div class="failed" role="status">
      <p>${explained(failure).text}</p>
      <vaadin-button theme="small" @click=${() => this.ask('again')}>${t('button.retry')}</vaadin-button>
    </div>`;
  }

  private ask(what: 'more' | 'again'): void {
    this.dispatchEvent(new CustomEvent(what));
  }
}
