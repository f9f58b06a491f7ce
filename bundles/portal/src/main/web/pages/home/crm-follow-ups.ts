import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { get } from '../../api/client';
import type { Card, Row } from '../../api/description';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { date, today } from '../../texts/format';
import { chosen, locale, t } from '../../texts/texts';
import { notify, notifyFailure, notifyUndo } from '../../ui/notify';
import { base } from '../../ui/styles';
import { done, editable, reopen, type Activity } from '../record/activity';
import { CardData } from './card-data';
import { cardStyles, failed, waiting } from './card-parts';
import { cardPage, cardQuery } from './card-query';
import { days, due, type DueGroup } from './due';
import { followUpStyles } from './follow-up-styles';

const MOST = 50;
const ICONS: Readonly<Record<string, string>> = { call: 'phone', email: 'mail', meeting: 'calendar', note: 'note' };

/** What the user has to do, by when it is due, each to be ticked off where it stands. */
@customElement('crm-follow-ups')
export class CrmFollowUps extends LitElement {
  static override styles = [base, cardStyles, followUpStyles];

  @property({ attribute: false }) card!: Card;
  /** Those ticked off whose answer is still to come. */
  @state() private ticked: ReadonlySet<string> = new Set();
  private readonly data = new CardData<readonly Row[]>(
    this,
    (signal) => this.read(signal),
  );

  constructor() {
    super();
    new Watch(this, chosen, named);
  }

  override render(): TemplateResult {
    if (this.data.failure !== null) {
      return failed(this.data.failure, this.data.load);
    }
    if (this.data.value === undefined) {
      return waiting();
    }
    const groups = due(this.data.value, today());
    return groups.length === 0
      ? html`<div class="empty"><p>${t('home.follow_ups.none')}</p></div>`
      : html`${groups.map((group) => this.group(group))}`;
  }

  private group({ when, rows }: DueGroup): TemplateResult {
    return html`<h3 id=${when} class=${when}>${t(`home.due.${when}`)} <span class="soft">${rows.length}</span></h3>
      <ul aria-labelledby=${when}>
        ${repeat(rows, (row) => row.id, (row) => this.line(row))}
      </ul>`;
  }

  private line(row: Row): TemplateResult {
    const text = String(row['description'] ?? '');
    const [type, id] = [String(row['entity_type']), String(row['entity_id'])];
    const about = reference(type, id);
    return html`<li class=${this.ticked.has(row.id) ? 'ticked' : ''}>
      <label>
        <input type="checkbox" .checked=${this.ticked.has(row.id)} aria-label=${t('home.done', { text })} @change=${() => this.finish(row)} />
      </label>
      <crm-icon name=${ICONS[String(row['action'])] ?? 'checklist'}></crm-icon>
      <div>
        <p>${text}</p>
        <p class="soft">
          ${about === null ? '…' : about.href === null ? about.label : html`<a href=${about.href}>${about.label}</a>`}${this.when(row)}
        </p>
      </div>
    </li>`;
  }

  private when(row: Row): TemplateResult | typeof nothing {
    const on = row['due_date'];
    if (typeof on !== 'string') {
      return nothing;
    }
    const away = days(today(), on);
    const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(away, 'day');
    return html` · <time datetime=${on} title=${date(on)}>${Math.abs(away) < 15 ? words : date(on)}</time>`;
  }

  private async finish(row: Row): Promise<void> {
    this.ticked = new Set([...this.ticked, row.id]);
    try {
      const finished = await done(row as unknown as Activity);
      this.data.value = this.data.value?.filter((other) => other.id !== row.id);
      this.tell(finished, row);
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.ticked = new Set([...this.ticked].filter((id) => id !== row.id));
    }
  }

  private tell(finished: Activity, row: Row): void {
    const text = t('home.was_done', { text: String(row['description'] ?? '') });
    if (!editable(finished, 'update')) {
      notify(text);
      return;
    }
    notifyUndo(text, async () => {
      await reopen(finished);
      await this.data.load();
    });
  }

  private async read(signal: AbortSignal): Promise<readonly Row[]> {
    const query = cardQuery(this.card);
    query.set('limit', String(MOST));
    const path = cardPage(this.card)?.path ?? 'activities';
    return (await get<{ readonly items: readonly Row[] }>(path, query, signal)).items;
  }
}
