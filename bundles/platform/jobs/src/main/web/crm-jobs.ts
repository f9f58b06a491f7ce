import {
  base, chosen, css, customElement, get, html, LitElement, Loading, nothing, notifyFailure, onChange, place, portal,
  Problem, remember, repeat, session, sheet, state, Watch, type TemplateResult,
} from '@crm/portal';
import './crm-job';
import { jobName, live, STATUSES, type Job } from './job-words';
import { t } from './texts';

interface Shown {
  readonly jobs: readonly Job[];
  readonly cursor: string | null;
}

const PAGE = 30;
const SOON = 1_500;
const LATER = 15_000;

/** The jobs with their progress as it goes. */
@customElement('crm-jobs')
export class CrmJobs extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        align-items: center;
        margin-bottom: 0.875rem;
      }
      .filters a {
        padding: 0.25rem 0.75rem;
        border: 1px solid var(--crm-line-strong);
        border-radius: 999px;
        color: var(--crm-text);
        background: var(--crm-surface);
      }
      .filters a[aria-current] {
        border-color: var(--crm-accent);
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-weight: 600;
      }
    `,
  ];

  @state() private busy = false;
  @state() private told = '';
  private asked = '';
  private timer = 0;
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(null, signal));
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen, place, portal);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => (change === null || change.type === 'job') && void this.look());
    this.again();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    clearTimeout(this.timer);
  }

  protected override willUpdate(): void {
    const asked = JSON.stringify(filters());
    if (this.asked !== '' && asked !== this.asked) {
      this.shown.value = undefined;
      void this.shown.load();
    }
    this.asked = asked;
  }

  override render(): TemplateResult {
    const { status, mine } = filters();
    return html`<div class="head"><h1>${t('jobs.title')}</h1></div>
      <p class="intro">${t('jobs.intro')}</p>
      <nav class="filters" aria-label=${t('jobs.filter')}>
        ${['', ...STATUSES].map((each) => html`<a href=${address(each, mine)} aria-current=${each === status ? 'true' : nothing}>
          ${each === '' ? t('jobs.all') : t(`job.${each as Job['status']}`)}</a>`)}
        <vaadin-checkbox label=${t('jobs.mine')} .checked=${mine}
          @change=${(event: Event) => remember(new URL(address(status, (event.target as HTMLInputElement).checked), location.origin).searchParams)}></vaadin-checkbox>
      </nav>
      <span class="visually-hidden" role="status">${this.told}</span>
      ${this.shown.draw((shown) => this.drawn(shown, status !== '' || mine))}`;
  }

  private drawn({ jobs, cursor }: Shown, filtered: boolean): TemplateResult {
    if (jobs.length === 0) {
      return html`<div class="empty"><crm-icon name="clock"></crm-icon><p>${filtered ? t('jobs.empty.filtered') : t('jobs.empty')}</p></div>`;
    }
    return html`<ul class="lines" aria-label=${t('jobs.list')}>
        ${repeat(jobs, (job) => job.id, (job) => html`<li><crm-job .job=${job} @changed=${this.look}></crm-job></li>`)}
      </ul>
      ${cursor === null
        ? nothing
        : html`<vaadin-button ?disabled=${this.busy} @click=${() => this.more(cursor)}>${t('jobs.more')}</vaadin-button>`}`;
  }

  /** Looks at the first page again; what was loaded behind it stays. */
  private readonly look = async (): Promise<void> => {
    try {
      const before = this.shown.value;
      const first = await this.load(null);
      if (before === this.shown.value) {
        const known = new Map(before?.jobs.map((job) => [job.id, job]));
        this.tell(first.jobs, known);
        first.jobs.forEach((job) => known.delete(job.id));
        const rest = before !== undefined && before.jobs.length > PAGE ? [...known.values()] : [];
        this.shown.set({ jobs: [...first.jobs, ...rest], cursor: rest.length > 0 ? before!.cursor : first.cursor });
      }
    } catch (failure) {
      // What passes is asked again soon; meanwhile what is shown is what was.
      if (!(failure instanceof Problem) || !failure.passing) {
        notifyFailure(failure);
      }
    }
  };

  /** Says what has ended since the last look. */
  private tell(jobs: readonly Job[], known: ReadonlyMap<string, Job>): void {
    const ended = jobs.find((job) => !live(job) && live(known.get(job.id) ?? job));
    this.told = ended === undefined ? this.told : t('job.told', { job: jobName(ended), state: t(`job.${ended.status}`) });
  }

  /** Often while something runs. */
  private again(): void {
    const some = this.shown.value?.jobs.some(live) === true;
    this.timer = window.setTimeout(() => {
      const looked = document.visibilityState === 'visible' && this.shown.value !== undefined ? this.look() : Promise.resolve();
      void looked.then(() => this.isConnected && this.again());
    }, some || this.shown.value === undefined ? SOON : LATER);
  }

  private async more(cursor: string): Promise<void> {
    this.busy = true;
    try {
      const next = await this.load(cursor);
      this.shown.set({ jobs: [...(this.shown.value?.jobs ?? []), ...next.jobs], cursor: next.cursor });
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }

  private async load(cursor: string | null, signal?: AbortSignal): Promise<Shown> {
    const { status, mine } = filters();
    const query = {
      limit: PAGE, ...(status !== '' && { status }), ...(mine && { created_by: session.account.value?.id }), ...(cursor !== null && { cursor }),
    };
    const page = await get<{ items: readonly Job[]; next_cursor: string | null }>('jobs', query, signal);
    return { jobs: page.items, cursor: page.next_cursor };
  }
}

function filters(): { readonly status: string; readonly mine: boolean } {
  return { status: place.value.query.get('status') ?? '', mine: place.value.query.get('mine') === 'yes' };
}

function address(status: string, mine: boolean): string {
  const query = new URLSearchParams({ ...(status !== '' && { status }), ...(mine && { mine: 'yes' }) }).toString();
  return `/admin/jobs${query === '' ? '' : `?${query}`}`;
}
