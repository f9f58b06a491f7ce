import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { get } from '../../api/client';
import { column, type Card } from '../../api/description';
import { Watch } from '../../api/store';
import { decimal } from '../../texts/format';
import { chosen } from '../../texts/texts';
import { base } from '../../ui/styles';
import { spoken } from '../../ui/value';
import { CardData } from './card-data';
import { cardStyles, failed, waiting } from './card-parts';
import { cardHref, cardPage, cardQuery } from './card-query';
import { grouped } from '../../api/groups';

interface Total {
  readonly count: number;
  readonly sum: number | null;
}

/** How many records a card's query finds, and what they are worth. */
@customElement('crm-card-number')
export class CrmCardNumber extends LitElement {
  static override styles = [
    base,
    cardStyles,
    css`
      a {
        font-size: 2rem;
        font-weight: 650;
        line-height: 1.2;
        color: var(--crm-text);
      }
      .lines {
        min-height: 3rem;
      }
      .lines div:nth-child(n + 2) {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  private readonly data = new CardData<Total>(
    this,
    (signal) => this.read(signal),
  );

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    if (this.data.failure !== null) {
      return failed(this.data.failure, this.data.load);
    }
    const [page, total, { sum }] = [cardPage(this.card), this.data.value, this.card];
    if (total === undefined || page === undefined) {
      return waiting();
    }
    return html`<a href=${cardHref(this.card) ?? nothing}>${decimal(total.count)}</a>
      ${sum === null ? nothing : html`<p class="soft">${spoken(column(page, sum), total.sum)}</p>`}`;
  }

  private async read(signal: AbortSignal): Promise<Total> {
    const path = cardPage(this.card)?.path ?? '';
    const by = cardPage(this.card)?.status ?? null;
    if (this.card.sum !== null && by !== null) {
      const groups = await grouped(path, cardQuery(this.card), by, this.card.sum, signal);
      const all = (of: (group: (typeof groups)[number]) => number) => groups.reduce((sum, group) => sum + of(group), 0);
      return { count: all((group) => group.count), sum: all((group) => Number(group.sum ?? 0)) };
    }
    const query = cardQuery(this.card);
    query.set('limit', '1');
    query.set('count', 'true');
    const { total } = await get<{ readonly total: number }>(path, query, signal);
    return { count: total, sum: null };
  }
}
