import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { get } from '../../api/client';
import { column, title, type Card, type RecordPage, type Row } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';
import { CardData } from './card-data';
import { cardStyles, empty, failed, waiting } from './card-parts';
import { cardHref, cardPage, cardQuery } from './card-query';

const FEW = 6;

interface Found {
  readonly items: readonly Row[];
  readonly total: number;
}

/** The first records that a card's query finds. */
@customElement('crm-card-records')
export class CrmCardRecords extends LitElement {
  static override styles = [
    base,
    cardStyles,
    css`
      li {
        padding: 0.5rem 0;
        border-top: 1px solid var(--crm-line);
      }
      li:first-child {
        border-top: 0;
        padding-top: 0;
      }
      li > a {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .row {
        gap: 0.125rem 0.75rem;
        font-size: 0.875rem;
        color: var(--crm-text-soft);
      }
      .more {
        display: inline-block;
        margin-top: 0.5rem;
        padding: 0.125rem 0;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  private readonly data = new CardData<Found>(
    this,
    (signal) => this.read(signal),
  );

  constructor() {
    super();
    new Watch(this, chosen, named);
  }

  override render(): TemplateResult {
    const page = cardPage(this.card);
    if (this.data.failure !== null) {
      return failed(this.data.failure, this.data.load);
    }
    if (this.data.value === undefined || page === undefined) {
      return waiting();
    }
    const { items, total } = this.data.value;
    if (items.length === 0) {
      return empty(t('home.none', { plural: page.plural }), page);
    }
    const href = cardHref(this.card);
    return html`<ul>
        ${items.map((row) => this.line(page, row))}
      </ul>
      ${total > items.length && href !== null
        ? html`<a class="more" href=${href}>${t('home.more', { count: total - items.length })}</a>`
        : nothing}`;
  }

  private line(page: RecordPage, row: Row): TemplateResult {
    return html`<li>
      <a href="/${page.path}/${row.id}">${title(page, row)}</a>
      <div class="row">
        ${this.card.columns.filter((name) => !page.title.includes(name)).map((name) => {
          const value = shown(column(page, name), row[name]);
          return value === nothing ? nothing : html`<span>${value}</span>`;
        })}
      </div>
    </li>`;
  }

  private async read(signal: AbortSignal): Promise<Found> {
    const query = cardQuery(this.card);
    query.set('limit', String(FEW));
    query.set('count', 'true');
    return get<Found>(cardPage(this.card)?.path ?? '', query, signal);
  }
}
