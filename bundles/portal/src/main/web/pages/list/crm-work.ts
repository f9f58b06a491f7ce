import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/progress-bar';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import type { Progress } from './bulk';

/** How many failures are listed; there may be thousands. */
const LISTED = 500;

/** Work on many records while it goes on and, where something failed, its outcome. Tells `stop` and `close`. */
@customElement('crm-work')
export class CrmWork extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        padding: 0.875rem 1.125rem;
        border: 1px solid var(--crm-line);
        border-radius: var(--crm-radius);
        background: var(--crm-surface);
      }
      vaadin-progress-bar {
        margin: 0;
      }
      .list {
        max-height: 14rem;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.375rem 0.75rem 0.375rem 0;
        text-align: start;
        border-bottom: 1px solid var(--crm-line);
        vertical-align: top;
      }
      th {
        color: var(--crm-text-soft);
        font-size: 0.8125rem;
      }
    `,
  ];

  @property() label = '';
  /** What it is busy with, in words; '' when it is over. */
  @property() busy = '';
  @property({ attribute: false }) progress: Progress | null = null;
  /** Where a record that failed can be opened. */
  @property() path = '';
  @property({ attribute: false }) titles: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const tried = (this.progress?.done.length ?? 0) + (this.progress?.failed.length ?? 0);
    const count = this.progress?.count ?? 0;
    return html`<div class="row"><b>${this.label}</b><span role="status">${this.words(tried, count)}</span>
        <vaadin-button class="spread" theme="tertiary small" @click=${() => this.tell(this.busy === '' ? 'close' : 'stop')}>
          ${this.busy === '' ? t('button.close') : t('list.bulk.stop')}</vaadin-button></div>
      ${this.busy === ''
        ? nothing
        : html`<vaadin-progress-bar aria-label=${this.label} ?indeterminate=${count === 0} .value=${count === 0 ? 0 : tried / count}></vaadin-progress-bar>`}
      ${this.busy !== '' || (this.progress?.failed.length ?? 0) === 0 ? nothing : this.failures()}`;
  }

  private words(tried: number, count: number): string {
    if (this.busy !== '') {
      return count === 0 ? this.busy : t('list.bulk.running', { done: tried, count });
    }
    const { done, failed, stopped } = this.progress ?? { done: [], failed: [], stopped: false };
    const outcome = t('list.bulk.outcome', { done: done.length, failed: failed.length });
    return stopped ? `${outcome}. ${t('list.bulk.stopped', { left: count - tried })}` : outcome;
  }

  private failures(): TemplateResult {
    return html`<div class="list" tabindex="0" role="region" aria-label=${this.label}><table>
      <thead><tr><th scope="col">${t('list.bulk.record')}</th><th scope="col">${t('list.bulk.reason')}</th></tr></thead>
      <tbody>${(this.progress?.failed ?? []).slice(0, LISTED).map(
        ({ id, reason }) => html`<tr><td><a href="/${this.path}/${id}">${this.titles.get(id) ?? `…${id.slice(-6)}`}</a></td><td>${reason}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-work': CrmWork;
  }
}
