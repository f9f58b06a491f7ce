import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { grouped, ordered, type Group } from '../../api/groups';
import { column, type Card, type RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { go } from '../../app/router';
import { decimal } from '../../texts/format';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import { theme } from '../../ui/theme';
import { spoken } from '../../ui/value';
import { CardData } from './card-data';
import { cardStyles, empty, failed, waiting } from './card-parts';
import { cardHref, cardPage, cardQuery } from './card-query';
import type { Chart, Part } from './chart';
import { painted } from './painted';
import { groupStyles } from './group-styles';

/** How many records there are of each value: a picture, and the same as a table. */
@customElement('crm-card-groups')
export class CrmCardGroups extends LitElement {
  static override styles = [base, cardStyles, groupStyles];

  @property({ attribute: false }) card!: Card;
  @query('.chart') private place!: HTMLElement | null;
  @query('.probe') private probe!: HTMLElement | null;
  private chart: Chart | null = null;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly data = new CardData<readonly Group[]>(
    this,
    (signal) => grouped(cardPage(this.card)?.path ?? '', cardQuery(this.card), this.card.group_by!, this.card.sum, signal),
  );

  constructor() {
    super();
    new Watch(this, chosen, theme);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    this.chart?.end();
    this.chart = null;
  }

  override render(): TemplateResult {
    const page = cardPage(this.card);
    if (this.data.failure !== null) {
      return failed(this.data.failure, this.data.load);
    }
    if (this.data.value === undefined || page === undefined) {
      return waiting();
    }
    if (this.data.value.every((group) => group.count === 0)) {
      return empty(t('home.none', { plural: page.plural }), page);
    }
    return html`<span class="probe" hidden></span>
      <div class="both">
        <div class="chart" aria-hidden="true"></div>
        ${this.table(page)}
      </div>`;
  }

  protected override updated(): void {
    void this.drawn();
  }

  private table(page: RecordPage): TemplateResult {
    const of = column(page, this.card.group_by!);
    const { sum } = this.card;
    const groups = this.groups(page);
    return html`<table>
      <caption class="visually-hidden">${this.card.label}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${of.label}</th>
          <th scope="col">${page.plural}</th>
          ${sum === null ? nothing : html`<th scope="col">${column(page, sum).label}</th>`}
        </tr>
      </thead>
      <tbody>
        ${groups.map((group, at) => html`<tr>
          <th scope="row"><span class="swatch shade${shade(at, groups.length)}" aria-hidden="true"></span>${this.link(page, group)}</th>
          <td>${decimal(group.count)}</td>
          ${sum === null ? nothing : html`<td class="soft">${spoken(column(page, sum), group.sum ?? 0)}</td>`}
        </tr>`)}
      </tbody>
    </table>`;
  }

  private link(page: RecordPage, group: Group): TemplateResult | string {
    const label = this.word(page, group);
    const href = this.href(group.value);
    return href === null ? label : html`<a href=${href}>${label}</a>`;
  }

  private href(value: string | null): string | null {
    return value === null ? null : cardHref(this.card, { [this.card.group_by!]: value });
  }

  private word(page: RecordPage, group: Group): string {
    return spoken(column(page, this.card.group_by!), group.value);
  }

  private funnel(page: RecordPage): boolean {
    return page.board?.column === this.card.group_by;
  }

  private groups(page: RecordPage): readonly Group[] {
    const declared = column(page, this.card.group_by!).values?.map((choice) => choice.value) ?? [];
    return ordered(this.data.value ?? [], this.funnel(page) ? page.board!.values : declared);
  }

  private readonly redraw = (): void => this.requestUpdate();

  private async drawn(): Promise<void> {
    const page = cardPage(this.card);
    if (this.place === null || page === undefined) {
      this.chart?.end();
      this.chart = null;
      return;
    }
    const { Chart } = await import('./chart');
    if (this.place === null || !this.isConnected) {
      return;
    }
    this.chart ??= new Chart(this.place, (part) => {
      const href = this.href(part.value);
      if (href !== null) {
        go(href);
      }
    });
    this.chart.draw(this.parts(page), {
      funnel: this.funnel(page),
      text: this.colour('--crm-text'),
      surface: this.colour('--crm-surface'),
      line: this.colour('--crm-line'),
      font: getComputedStyle(this).fontFamily,
    });
  }

  private parts(page: RecordPage): readonly Part[] {
    const groups = this.groups(page);
    return groups.map((group, at) => {
      const label = this.word(page, group);
      const sum = this.card.sum === null ? '' : `\n${spoken(column(page, this.card.sum), group.sum ?? 0)}`;
      return {
        value: group.value,
        label,
        count: group.count,
        words: `${label}: ${decimal(group.count)}${sum}`,
        colour: this.colour(`--shade-${shade(at, groups.length)}`),
      };
    });
  }

  /** A token as the colour that it is now, which is what a picture needs. */
  private colour(token: string): string {
    this.probe!.style.setProperty('color', `var(${token})`);
    return painted(getComputedStyle(this.probe!).color);
  }
}

/** From the lightest to the darkest of five. */
function shade(at: number, count: number): number {
  return count < 2 ? 5 : 1 + Math.round((4 * at) / (count - 1));
}
