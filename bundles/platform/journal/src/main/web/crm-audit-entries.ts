import {
  ago, base, chosen, customElement, get, html, LitElement, Loading, named, nothing, notifyFailure, portal, property, repeat,
  sheet, state, timestamp, Watch, type PropertyValues, type TemplateResult,
} from '@crm/portal';
import { entryStyles } from './audit-styles';
import { fieldLabel, fieldValue, memberValue, recordName, recordPath, sentence, type Entry } from './audit-words';
import { differences, type Difference } from './differences';
import { t } from './texts';

interface Shown {
  readonly entries: readonly Entry[];
  readonly cursor: string | null;
}

const PAGE = 50;

/** Entries of the audit trail that match a query, the latest first, each with what changed. */
@customElement('crm-audit-entries')
export class CrmAuditEntries extends LitElement {
  static override styles = [base, sheet, entryStyles];

  /** As GET /audit-logs takes it. */
  @property({ attribute: false }) query: Readonly<Record<string, string>> = {};
  @property() empty = '';
  /** Whether the entries are of one record, on its own page. */
  @property({ type: Boolean }) single = false;
  @state() private busy = false;
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(null, signal));

  constructor() {
    super();
    this.setAttribute('embedded', '');
    new Watch(this, chosen, named, portal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('query');
    if (this.hasUpdated && changed.has('query') && JSON.stringify(before) !== JSON.stringify(this.query)) {
      void this.shown.load();
    }
  }

  /** Looks again. */
  refresh(): Promise<void> {
    return this.shown.load();
  }

  override render(): unknown {
    return this.shown.draw(({ entries, cursor }) =>
      entries.length === 0
        ? html`<div class="empty" role="status"><crm-icon name="history"></crm-icon><p>${this.empty}</p></div>`
        : html`<ol class="lines" aria-label=${t('audit.entries')}>${repeat(entries, (entry) => entry.id, (entry) => this.entry(entry))}</ol>
            ${cursor === null
              ? nothing
              : html`<vaadin-button ?disabled=${this.busy} @click=${() => this.more(cursor)}>${t('audit.more')}</vaadin-button>`}`,
    );
  }

  private entry(entry: Entry): TemplateResult {
    const found = differences(entry.changes as Readonly<Record<string, unknown>> | null);
    return html`<li>
      <details>
        <summary>
          <crm-icon name="chevron-right"></crm-icon>
          <span class="what">${sentence(entry)}</span>
          <span class="soft count">${found.length === 0 ? '' : t('audit.fields', { count: found.length })}</span>
          <time datetime=${entry.created_at} title=${timestamp(entry.created_at)}>${ago(entry.created_at)}</time>
        </summary>
        <div class="more">
          ${found.length === 0 ? html`<p class="soft">${t('audit.nothing')}</p>` : this.table(entry, found)}
          ${this.facts(entry)}
        </div>
      </details>
    </li>`;
  }

  private table(entry: Entry, found: readonly Difference[]): TemplateResult {
    return html`<table>
      <caption class="visually-hidden">${t('audit.diff')}</caption>
      <thead><tr><th scope="col">${t('audit.field')}</th><th scope="col">${t('audit.before')}</th><th scope="col">${t('audit.after')}</th></tr></thead>
      <tbody>${found.map((each) => html`<tr><th scope="row">${fieldLabel(entry, each.field)}</th>${this.cells(entry, each)}</tr>`)}</tbody>
    </table>`;
  }

  private cells(entry: Entry, each: Difference): TemplateResult {
    if (each.kind === 'list') {
      const parts = (values: readonly unknown[], word: string, tag: 'ins' | 'del'): TemplateResult[] =>
        values.map((value) => {
          const text = memberValue(entry, each.field, value);
          const said = html`<span class="visually-hidden">${word}: </span>`;
          return tag === 'ins' ? html`<ins>${said}${text}</ins> ` : html`<del>${said}${text}</del> `;
        });
      return html`<td>${parts(each.removed, t('audit.removed'), 'del')}</td><td>${parts(each.added, t('audit.added'), 'ins')}</td>`;
    }
    const after = fieldValue(entry, each.field, each.after);
    return each.kind === 'fact'
      ? html`<td></td><td>${after}</td>`
      : html`<td>${fieldValue(entry, each.field, each.before)}</td><td class="after">${after}</td>`;
  }

  private facts(entry: Entry): TemplateResult {
    const path = this.single ? null : recordPath(entry);
    const only = new URLSearchParams({ type: entry.resource_type, record: entry.resource_id ?? '' });
    return html`<div class="facts soft">
      <span>${timestamp(entry.created_at)}</span>
      ${entry.ip_address ? html`<span>${t('audit.address', { address: entry.ip_address })}</span>` : nothing}
      ${entry.user_agent ? html`<span class="agent" title=${entry.user_agent}>${entry.user_agent}</span>` : nothing}
      ${entry.request_id ? html`<span>${t('audit.request', { request: entry.request_id })}</span>` : nothing}
      ${path === null ? nothing : html`<a href=${path}>${t('audit.open', { record: recordName(entry) })}</a>`}
      ${this.single || !entry.resource_id ? nothing : html`<a href="/admin/audit?${only.toString()}">${t('audit.only_record')}</a>`}
    </div>`;
  }

  private async more(cursor: string): Promise<void> {
    this.busy = true;
    try {
      const next = await this.load(cursor);
      this.shown.set({ entries: [...(this.shown.value?.entries ?? []), ...next.entries], cursor: next.cursor });
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }

  private async load(cursor: string | null, signal?: AbortSignal): Promise<Shown> {
    const query = { ...this.query, limit: PAGE, ...(cursor !== null && { cursor }) };
    const page = await get<{ items: readonly Entry[]; next_cursor: string | null }>('audit-logs', query, signal);
    return { entries: page.items, cursor: page.next_cursor };
  }
}
