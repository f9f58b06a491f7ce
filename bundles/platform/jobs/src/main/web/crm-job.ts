import {
  ago, base, call, chosen, confirm, customElement, decimal, download, html, LitElement, named, nothing, notify,
  notifyFailure, portal, property, reference, send, sheet, state, timestamp, Watch, type TemplateResult,
} from '@crm/portal';
import { rows } from './csv';
import { jobStyles } from './job-styles';
import { jobName, live, spoken, TONES, type Job } from './job-words';
import { t } from './texts';

const SHOWN = 20;

/** One job of the list: what it does, how far it is, what failed; tells `changed`. */
@customElement('crm-job')
export class CrmJob extends LitElement {
  static override styles = [base, sheet, jobStyles];

  @property({ attribute: false }) job!: Job;
  @state() private busy = false;
  @state() private errors: readonly (readonly string[])[] | null = null;

  constructor() {
    super();
    this.setAttribute('embedded', '');
    new Watch(this, chosen, named, portal);
  }

  override render(): TemplateResult {
    const job = this.job;
    const name = jobName(job);
    return html`<article aria-label=${name}>
      <div class="top">
        <h2>${name}</h2>
        <crm-badge tone=${TONES[job.status]}>${t(`job.${job.status}`)}</crm-badge>
        <span class="soft">${this.by(job)} · <time datetime=${job.created_at} title=${timestamp(job.created_at)}>${ago(job.created_at)}</time></span>
        ${live(job)
          ? html`<vaadin-button class="spread" ?disabled=${this.busy} aria-label=${t('job.cancel.label', { job: name })}
              @click=${this.cancel}>${t('job.cancel')}</vaadin-button>`
          : nothing}
      </div>
      ${job.status === 'running' ? this.bar(job, name) : nothing}
      <p class="soft numbers">${this.numbers(job)}</p>
      ${job.error ? html`<p class=${job.status === 'failed' ? 'error' : 'soft'}>${job.error}</p>` : nothing}
      ${(job.rows_failed ?? 0) > 0 ? this.failures(job) : nothing}
    </article>`;
  }

  private by(job: Job): string {
    const name = job.created_by ? (reference('user', job.created_by)?.label ?? '…') : null;
    return name === null ? t('job.by.system') : t('job.by', { name });
  }

  private bar(job: Job, name: string): TemplateResult {
    const done = (job.rows_done ?? 0) + (job.rows_failed ?? 0);
    const known = job.rows_total !== null && job.rows_total !== undefined && job.rows_total > 0;
    return html`<vaadin-progress-bar aria-label=${t('job.progress', { job: name })} ?indeterminate=${!known}
      .value=${known ? Math.min(1, done / job.rows_total!) : 0}></vaadin-progress-bar>`;
  }

  private numbers(job: Job): string {
    const done = job.rows_done ?? 0;
    const failed = job.rows_failed ?? 0;
    const seconds = job.started_at && job.finished_at ? (Date.parse(job.finished_at) - Date.parse(job.started_at)) / 1000 : null;
    return [
      job.rows_total ? t('job.rows', { done: decimal(done), total: decimal(job.rows_total) }) : done > 0 ? t('job.rows.open', { count: done }) : '',
      failed > 0 ? t('job.rows.failed', { count: failed }) : '',
      job.seconds_left ? t('job.left', { time: spoken(job.seconds_left) }) : '',
      seconds === null ? '' : t('job.took', { time: spoken(Math.max(1, Math.round(seconds))) }),
    ].filter((part) => part !== '').join(' · ');
  }

  private failures(job: Job): TemplateResult {
    return html`<details @toggle=${this.look}>
      <summary><crm-icon name="chevron-right"></crm-icon>${t('job.errors.show')}</summary>
      ${this.errors === null ? nothing : this.table(this.errors)}
      <div class="row">
        <vaadin-button ?disabled=${this.busy} @click=${() => this.run(() => download(t('job.errors.file'), `jobs/${job.id}/errors.csv`, CSV))}>
          <crm-icon name="download" slot="prefix"></crm-icon>${t('job.errors')}
        </vaadin-button>
        ${(job.rows_failed ?? 0) > SHOWN ? html`<small class="soft">${t('job.errors.first', { count: SHOWN })}</small>` : nothing}
      </div>
    </details>`;
  }

  private table(errors: readonly (readonly string[])[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('job.errors.show')}><table>
      <caption class="visually-hidden">${t('job.errors.show')}</caption>
      <thead><tr><th scope="col">${t('job.errors.row')}</th><th scope="col">${t('job.errors.why')}</th><th scope="col">${t('job.errors.content')}</th></tr></thead>
      <tbody>${errors.map(([row, why, ...cells]) => html`<tr><th scope="row">${row}</th><td>${why}</td><td class="soft">${cells.join(' · ')}</td></tr>`)}</tbody>
    </table></div>`;
  }

  private async look(event: Event): Promise<void> {
    if ((event.target as HTMLDetailsElement).open && this.errors === null) {
      await this.run(async () => {
        const answer = await send('GET', `jobs/${this.job.id}/errors.csv`, CSV);
        this.errors = rows(await head(answer), SHOWN + 1).slice(1);
      });
    }
  }

  private async cancel(): Promise<void> {
    const job = jobName(this.job);
    if (await confirm({ title: t('job.cancel.title', { job }), text: t('job.cancel.text'), yes: t('job.cancel.yes'), danger: true })) {
      await this.run(async () => {
        const { body } = await call<Job>('POST', `jobs/${this.job.id}/cancel`, { body: {} });
        notify(t('job.cancelled.told', { job }));
        this.dispatchEvent(new CustomEvent('changed', { detail: body }));
      });
    }
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }
}

const CSV = { headers: { Accept: 'text/csv' } };

/** As much of a long file as holds the first rows. */
async function head(answer: Response): Promise<string> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += value ?? '';
    if (done || text.split('\n').length > 4 * SHOWN) {
      await reader.cancel();
      return text;
    }
  }
}
