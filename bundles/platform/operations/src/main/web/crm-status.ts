import {
  base, chosen, customElement, decimal, get, html, LitElement, Loading, nothing, reachable, sheet, timestamp, Watch,
  type TemplateResult,
} from '@crm/portal';
import { named, TONES } from './module-words';
import { bytes, span, type StatusReport } from './status-report';
import { statusStyles } from './status-styles';
import { t } from './texts';

const AGAIN = 10_000;
/** From here on a resource is nearly used up. */
const FULL = 0.9;

/** How this node is, on one screen. */
@customElement('crm-status')
export class CrmStatus extends LitElement {
  static override styles = [base, sheet, statusStyles];

  private readonly shown = new Loading<StatusReport>(this, (signal) => get<StatusReport>('status', undefined, signal));
  private timer = 0;

  constructor() {
    super();
    new Watch(this, chosen, reachable);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => document.visibilityState === 'visible' && void this.shown.load(), AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render(): TemplateResult {
    return html`<div class="head"><h1>${t('status.title')}</h1></div>
      ${this.shown.draw((report) => this.drawn(report))}`;
  }

  private drawn(report: StatusReport): TemplateResult {
    const time = timestamp(report.at);
    const bad = !report.ready || report.wrong.some((part) => part.state === 'down');
    return html`<section class="verdict ${bad ? 'bad' : report.wrong.length > 0 ? 'doubt' : 'good'}" role="status">
        <crm-icon name=${report.wrong.length > 0 || bad ? 'warning' : 'check'}></crm-icon>
        <div>
          <h2>${report.ready ? t('status.ready') : t('status.not_ready')}</h2>
          <p>${report.wrong.length === 0 ? t('status.nothing_wrong') : t('status.wrong', { count: report.wrong.length })}</p>
          ${report.wrong.length === 0
            ? nothing
            : html`<ul>${report.wrong.map((part) => html`<li><b>${part.part}</b> (${part.state === 'down' ? t('status.down') : t('status.degraded')}): ${part.cause}</li>`)}</ul>`}
        </div>
      </section>
      <dl class="facts">
        <div><dt>${t('status.node')}</dt><dd>${report.node}</dd></div>
        <div><dt>${t('status.version')}</dt><dd>${report.version}</dd></div>
        <div><dt>${t('status.uptime')}</dt><dd>${span(report.uptime_seconds)}</dd></div>
      </dl>
      <div class="tiles" tabindex="0" role="group" aria-label=${t('status.title')}>
        ${this.database(report)} ${this.pool(report)} ${this.memory(report)} ${this.disk(report)} ${this.jobs(report)}
        ${this.requests(report)} ${this.log(report)} ${this.modules(report)}
      </div>
      <p class="soft at">${reachable.value ? t('status.at', { time }) : t('status.stale', { time })}</p>`;
  }

  private database({ database, folders, folders_not_ready }: StatusReport): TemplateResult {
    if (database === null) {
      return tile(t('status.database'), t('status.database.none'), nothing, true);
    }
    const text = t('status.database.text', { version: database.version, size: bytes(database.bytes) });
    const ready = folders_not_ready.length === 0;
    const schema = ready
      ? t('status.schema', { changes: database.changes, folders })
      : t('status.schema.not', { folders: folders_not_ready.join(', ') });
    return tile(t('status.database'), text, html`<p class="soft">${schema}</p>`, !ready);
  }

  private pool(report: StatusReport): TemplateResult {
    const [active, max] = [value(report, 'crm_pool_connections{state="active"}'), value(report, 'crm_pool_connections_max')];
    const waiting = value(report, 'crm_pool_waiting');
    const more = t('status.pool.more', { waiting: word(waiting), timeouts: word(value(report, 'crm_pool_timeouts')) });
    return tile(
      t('status.pool'),
      t('status.pool.text', { active: word(active), max: word(max) }),
      html`${bar(t('status.pool'), (active ?? 0) / (max ?? 1))}<p class="soft">${more}</p>`,
      (waiting ?? 0) > 0,
    );
  }

  private memory({ heap_used_bytes, heap_max_bytes }: StatusReport): TemplateResult {
    const text = t('status.of', { used: bytes(heap_used_bytes), size: bytes(heap_max_bytes) });
    return tile(t('status.memory'), text, bar(t('status.memory'), heap_used_bytes / heap_max_bytes), false);
  }

  private disk({ disk_free_bytes, disk_size_bytes, disk_path }: StatusReport): TemplateResult {
    const used = 1 - disk_free_bytes / disk_size_bytes;
    const text = t('status.of', { used: bytes(disk_size_bytes - disk_free_bytes), size: bytes(disk_size_bytes) });
    const free = t('status.disk.free', { free: bytes(disk_free_bytes), path: disk_path });
    return tile(t('status.disk'), text, html`${bar(t('status.disk'), used)}<p class="soft path">${free}</p>`, used > FULL);
  }

  private jobs(report: StatusReport): TemplateResult {
    const count = (status: string): number | null => value(report, `crm_jobs{status="${status}"}`);
    const oldest = value(report, 'crm_jobs_oldest_waiting_seconds') ?? 0;
    const failed = count('failed') ?? 0;
    return tile(
      t('status.jobs'),
      t('status.jobs.text', { queued: word(count('queued')), running: word(count('running')) }),
      html`${failed === 0 ? nothing : html`<p><a href="/admin/jobs?status=failed">${t('status.jobs.failed', { count: failed })}</a></p>`}
      ${oldest === 0 ? nothing : html`<p class="soft">${t('status.jobs.oldest', { seconds: Math.round(oldest) })}</p>`}`,
      oldest > 60,
    );
  }

  private requests(report: StatusReport): TemplateResult {
    const count = word(value(report, 'crm_http_requests_in_flight'));
    return tile(t('status.requests'), t('status.requests.text', { count }), nothing, false);
  }

  private log({ log_errors, log_warnings, last_error_at }: StatusReport): TemplateResult {
    const last = last_error_at === null ? nothing : html`<p class="soft">${t('status.log.last', { time: timestamp(last_error_at) })}</p>`;
    return tile(t('status.log'), t('status.log.text', { errors: log_errors, warnings: log_warnings }), last, log_errors > 0);
  }

  private modules({ modules }: StatusReport): TemplateResult {
    const running = modules.filter((module) => module.state === 'running').length;
    const others = modules.filter((module) => module.state !== 'running');
    return tile(
      t('status.modules'),
      t('status.modules.text', { running, count: modules.length }),
      html`${others.map((module) => html`<p><a href="/admin/modules">${named(module.name)}</a> <crm-badge tone=${TONES[module.state]}>${t(`state.${module.state}`)}</crm-badge></p>`)}`,
      others.length > 0,
    );
  }
}

function tile(title: string, text: string, more: unknown, attention: boolean): TemplateResult {
  return html`<section class="card" ?data-attention=${attention}>
    <h3>${attention ? html`<crm-icon name="warning"></crm-icon> ` : nothing}${title}</h3>
    <p class="main">${text}</p>
    ${more}
  </section>`;
}

function bar(label: string, share: number): TemplateResult {
  const full = share > FULL ? 'error' : '';
  return html`<vaadin-progress-bar aria-label=${label} theme=${full} .value=${Math.min(1, share)}></vaadin-progress-bar>`;
}

/** A part that does not answer has no values. */
function value(report: StatusReport, name: string): number | null {
  return report.measured[name] ?? null;
}

function word(number: number | null): string {
  return number === null ? t('status.unknown') : decimal(number);
}
