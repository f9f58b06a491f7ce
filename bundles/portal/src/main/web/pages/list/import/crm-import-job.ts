import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/progress-bar';
import type { RecordPage } from '../../../api/description';
import { Problem } from '../../../api/problem';
import { Watch } from '../../../api/store';
import { chosen, t } from '../../../texts/texts';
import '../../../ui/crm-failure';
import { notifyFailure } from '../../../ui/notify';
import { base } from '../../../ui/styles';
import { save } from '../csv-export';
import { importStyles } from './import-styles';
import { cancel, ended, errors, errorsFile, jobOf, SHOWN_ERRORS, type Job, type RowError } from './job';

const PAUSE = 1_000;

/** An import while the server works on it, and its outcome; found again by its id. Tells `proceed` and `change`. */
@customElement('crm-import-job')
export class CrmImportJob extends LitElement {
  static override styles = [base, importStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: 'job-id' }) jobId = '';
  /** Whether the file is still at hand, so that a dry run can become the import. */
  @property({ type: Boolean }) ready = false;
  @state() private job: Job | null = null;
  @state() private failure: unknown = null;
  @state() private errors: readonly RowError[] | null = null;
  private timer = 0;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      void this.look();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('jobId')) {
      [this.job, this.errors, this.failure] = [null, null, null];
      void this.look();
    }
  }

  /** Looks how far it is, and again after a moment; a lost connection does not end that. */
  private async look(): Promise<void> {
    clearTimeout(this.timer);
    const id = this.jobId;
    try {
      const job = await jobOf(id);
      if (id !== this.jobId) {
        return;
      }
      this.job = job;
      if (ended(job)) {
        this.errors = job.rows_failed === 0 ? [] : errors(await (await errorsFile(id)).text());
        return;
      }
    } catch (failure) {
      if (!(failure instanceof Problem) || !failure.passing) {
        this.failure = failure;
        return;
      }
    }
    if (this.isConnected) {
      this.timer = window.setTimeout(() => void this.look(), PAUSE);
    }
  }

  private get dry(): boolean {
    return this.job?.parameters['dry_run'] === true;
  }

  override render(): TemplateResult {
    if (this.failure !== null) {
      return html`<crm-failure .failure=${this.failure} @retry=${() => this.look()}></crm-failure>`;
    }
    const { job } = this;
    if (job === null) {
      return html`<p class="soft" role="status">${t('app.loading')}</p>`;
    }
    return html`<div class="card">${ended(job) ? this.outcome(job) : this.running(job)}</div>
      ${this.errors === null || this.errors.length === 0 ? nothing : this.table(this.errors)}`;
  }

  private running(job: Job): TemplateResult {
    const tried = job.rows_done + job.rows_failed;
    return html`<h2>${t(this.dry ? 'import.checking' : 'import.running')}</h2>
      <vaadin-progress-bar aria-label=${t('import.running')} ?indeterminate=${job.rows_total === null || job.rows_total === 0}
        .value=${job.rows_total === null || job.rows_total === 0 ? 0 : Math.min(1, tried / job.rows_total)}></vaadin-progress-bar>
      <div class="row"><span role="status">${job.rows_total === null ? t('import.rows', { count: tried }) : t('list.bulk.running', { done: tried, count: job.rows_total })}
        ${job.seconds_left === null ? nothing : html`· ${t('import.left', { count: job.seconds_left })}`}</span>
        <vaadin-button class="spread" theme="tertiary" @click=${() => cancel(job.id).then(() => this.look(), notifyFailure)}>${t('button.cancel')}</vaadin-button></div>
      <p class="soft">${t('import.leave')}</p>`;
  }

  private outcome(job: Job): TemplateResult {
    const title = job.status === 'succeeded' ? (this.dry ? 'import.checked' : 'import.done') : job.status === 'cancelled' ? 'import.cancelled' : 'import.failed';
    return html`<div role="status"><h2>${t(title)}</h2></div>
      ${job.error === null ? nothing : html`<p class="error">${job.error}</p>`}
      <div class="numbers">
        <span><b>${t('import.number', { count: job.rows_done })}</b>${t(this.dry ? 'import.good' : 'import.imported')}</span>
        <span><b class=${job.rows_failed > 0 ? 'error' : ''}>${t('import.number', { count: job.rows_failed })}</b>${t(this.dry ? 'import.bad' : 'import.refused')}</span>
      </div>
      <div class="row">
        ${this.dry && job.rows_done > 0 && job.status === 'succeeded'
          ? this.ready
            ? html`<vaadin-button theme="primary" @click=${() => this.tell('proceed')}>${t('import.now', { count: job.rows_done })}</vaadin-button>`
            : html`<p class="soft">${t('import.again')}</p>`
          : nothing}
        ${this.dry ? nothing : html`<a href="/${this.page.path}">${t('import.show', { plural: this.page.plural })}</a>`}
        <vaadin-button @click=${() => this.tell('change')}>${t(this.dry ? 'import.change' : 'import.another')}</vaadin-button>
        ${job.rows_failed === 0
          ? nothing
          : html`<vaadin-button theme="tertiary" @click=${() => errorsFile(job.id).then((file) => save(file, 'errors.csv'), notifyFailure)}>
              <crm-icon name="download" slot="prefix"></crm-icon>${t('import.errors.file')}</vaadin-button>`}
      </div>`;
  }

  private table(all: readonly RowError[]): TemplateResult {
    const label = (field: string): string => this.page.columns.find((column) => column.name === field)?.label ?? field;
    const more = (this.job?.rows_failed ?? 0) > SHOWN_ERRORS;
    return html`<div class="card"><h2>${t('import.errors')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('import.errors')}><table>
        <thead><tr><th scope="col">${t('import.row')}</th><th scope="col">${t('import.column')}</th><th scope="col">${t('list.bulk.reason')}</th></tr></thead>
        <tbody>${all.map((error) => html`<tr><td>${error.row}</td><td>${label(error.field)}</td><td>${error.reason}</td></tr>`)}</tbody>
      </table></div>
      ${more ? html`<p class="soft">${t('import.errors.more', { count: SHOWN_ERRORS })}</p>` : nothing}</div>`;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
