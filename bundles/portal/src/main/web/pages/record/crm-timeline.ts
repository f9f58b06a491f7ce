import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/button';
import type { RecordPage } from '../../api/description';
import { onChange } from '../../api/events';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import { notifyFailure, notifyUndo } from '../../ui/notify';
import { base } from '../../ui/styles';
import { activities, KINDS, remove, type Activity, type Kind, type Narrowed } from './activity';
import './crm-activity';
import './crm-activity-new';
import type { CrmActivityNew } from './crm-activity-new';
import { timelineStyles } from './timeline-styles';

const SOME = 20;
const MOST = 200;
/** As long as the notification that takes it back can be pressed. */
const REGRET = 9_000;
const TOGETHER = 300;
const CHOICES: readonly Narrowed[] = ['all', ...KINDS, 'follow_up', 'system'];

/** What happened to a record and what is to be done about it, the newest first. */
@customElement('crm-timeline')
export class CrmTimeline extends LitElement {
  static override styles = [base, timelineStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private items: readonly Activity[] | null = null;
  @state() private next: string | null = null;
  @state() private narrowed: Narrowed = 'all';
  @state() private failure: unknown = null;
  /** Deleted for the eye; the server is told when it cannot be taken back any more. */
  @state() private leaving: ReadonlyMap<string, () => void> = new Map();
  @query('crm-activity-new') private entry!: CrmActivityNew | null;
  private asked: AbortController | null = null;
  private timer = 0;
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => {
      if (change === null || change.type === 'activity' || (change.type === this.page.name && change.id === this.recordId)) {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.load(), TOGETHER);
      }
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    clearTimeout(this.timer);
    this.leaving.forEach((go) => go());
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId') || changed.has('narrowed')) {
      this.items = null;
      void this.load();
    }
  }

  /** Begins an entry, with the cursor in it. */
  log(kind: Kind): void {
    this.entry?.begin(kind, false);
  }

  /** Asks again for as many as are shown. */
  async load(): Promise<void> {
    await this.ask(null, Math.min(MOST, Math.max(SOME, this.items?.length ?? 0)));
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="title">
      <div class="row head">
        <h2 id="title">${t('timeline.title')}</h2>
        <label class="spread"><span class="visually-hidden">${t('timeline.show')}</span>
          <select @change=${(event: Event) => (this.narrowed = (event.target as HTMLSelectElement).value as Narrowed)}>
            ${CHOICES.map((one) => html`<option value=${one} ?selected=${one === this.narrowed}>${t(`timeline.show.${one}`)}</option>`)}
          </select>
        </label>
      </div>
      <crm-activity-new type=${this.page.name} record-id=${this.recordId} @added=${this.load}></crm-activity-new>
      ${this.list()}
    </section>`;
  }

  private list(): TemplateResult | typeof nothing {
    if (this.failure !== null && this.items === null) {
      return html`<p class="error" role="alert">${explained(this.failure).text}
        <vaadin-button theme="tertiary small" @click=${this.load}>${t('button.retry')}</vaadin-button></p>`;
    }
    if (this.items === null) {
      return nothing;
    }
    const shown = this.items.filter((item) => !this.leaving.has(item.id));
    if (shown.length === 0) {
      return html`<p class="soft empty">${t(this.narrowed === 'all' ? 'timeline.none' : 'timeline.none_such')}</p>`;
    }
    return html`<ol>
        ${repeat(shown, (item) => item.id, (item) => html`<li>
          <crm-activity .page=${this.page} .activity=${item} @changed=${this.changed} @remove=${() => this.drop(item)}></crm-activity>
        </li>`)}
      </ol>
      ${this.next === null
        ? nothing
        : html`<vaadin-button theme="tertiary" @click=${() => this.ask(this.next, SOME)}>${t('timeline.more')}</vaadin-button>`}`;
  }

  private changed(event: CustomEvent<Activity | undefined>): void {
    const now = event.detail;
    this.items = this.items?.map((item) => (item.id === now?.id ? now : item)) ?? null;
    void this.load();
  }

  private drop(item: Activity): void {
    const timer = window.setTimeout(() => go(), REGRET);
    const keep = (): void => {
      clearTimeout(timer);
      this.leaving = new Map([...this.leaving].filter(([id]) => id !== item.id));
    };
    const go = (): void => {
      clearTimeout(timer);
      remove(item).then(
        () => (this.items = this.items?.filter((one) => one.id !== item.id) ?? null),
        (failure: unknown) => {
          keep();
          notifyFailure(failure);
        },
      );
    };
    this.leaving = new Map([...this.leaving, [item.id, go]]);
    notifyUndo(t('activity.removed'), async () => keep());
  }

  private async ask(cursor: string | null, limit: number): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const some = await activities(this.page.name, this.recordId, this.narrowed, cursor, limit, this.asked.signal);
      this.items = [...(cursor === null ? [] : (this.items ?? [])), ...some.items];
      this.next = some.next_cursor;
      this.failure = null;
    } catch (failure) {
      if (!(failure instanceof DOMException)) {
        this.failure = failure;
      }
    }
  }
}
