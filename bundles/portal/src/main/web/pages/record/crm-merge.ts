import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/dialog';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
import { get } from '../../api/client';
import { title, type Column, type RecordPage, type Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { choices } from '../../ui/choices';
import '../../ui/crm-field';
import type { Outcome } from '../../ui/open-component';
import { base } from '../../ui/styles';
import { spoken } from '../../ui/value';
import { filled, join, movedWords, rehearse, type Rehearsal } from './merging';
import { said } from './refusal';

/** Makes two records of a kind one: which stays is chosen, and what will happen is shown before. */
@customElement('crm-merge')
export class CrmMerge extends LitElement {
  static override styles = [
    base,
    choices,
    css`
      .merge {
        display: grid;
        gap: 0.75rem;
        width: 34rem;
        max-width: 100%;
      }
      ul {
        margin: 0.25rem 0 0;
        padding-inline-start: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  @state() private other: Row | null = null;
  /** Whether the record from which this was opened is the one that stays. */
  @state() private keep = true;
  @state() private plan: Rehearsal | null = null;
  @state() private message = '';
  @state() private busy = false;
  private ended = false;

  constructor() {
    super();
    new Watch(this, chosen, named);
  }

  override render(): TemplateResult {
    return html`<vaadin-dialog
      header-title=${t('merge.title', { title: title(this.page, this.row) })}
      opened
      @closed=${() => this.end(null)}
      ${dialogRenderer(() => this.body(), [this.other, this.keep, this.plan, this.message, chosen.value, named.value])}
      ${dialogFooterRenderer(
        () => html`<vaadin-button @click=${() => this.end(null)}>${t('button.cancel')}</vaadin-button>
          <vaadin-button theme="primary error" ?disabled=${this.busy || this.plan === null} @click=${this.merge}>
            ${t('merge.button')}
          </vaadin-button>`,
        [this.busy, this.plan, chosen.value],
      )}
    ></vaadin-dialog>`;
  }

  private body(): TemplateResult {
    const column: Column = {
      name: 'into', kind: 'reference', label: t('merge.other', { label: this.page.label }), refers_to: this.page.name, required: true,
      settable: true, max_length: null, values: null, sortable: false, help: null,
    };
    return html`<div class="merge">
      <crm-field .column=${column} .value=${this.other?.id ?? null} .error=${this.other?.id === this.row.id ? t('merge.same') : ''}
        @change=${(event: CustomEvent<string | null>) => this.choose(event.detail)}></crm-field>
      ${this.other === null || this.other.id === this.row.id ? nothing : this.direction(this.other)}
      <div role="status">${this.plan === null ? nothing : this.planned(this.plan)}</div>
      <div role="alert">${this.message === '' ? nothing : html`<p class="error">${this.message}</p>`}</div>
    </div>`;
  }

  private direction(other: Row): TemplateResult {
    const option = (row: Row, keep: boolean): TemplateResult => html`<label>
      <input type="radio" name="stays" .checked=${this.keep === keep} @change=${() => this.turn(keep)} />
      <span><b>${title(this.page, row)}</b><small>${this.hints(row)}</small></span>
    </label>`;
    return html`<fieldset class="choices">
      <legend>${t('merge.stays')}</legend>
      ${option(this.row, true)} ${option(other, false)}
    </fieldset>`;
  }

  /** What tells the two apart: the columns of the list. */
  private hints(row: Row): string {
    return this.page.list.columns
      .filter((name) => !this.page.title.includes(name) && row[name] != null)
      .map((name) => this.page.columns.find((one) => one.name === name))
      .filter((one) => one !== undefined)
      .slice(0, 4)
      .map((one) => spoken(one, row[one.name]))
      .join(' · ');
  }

  private planned(plan: Rehearsal): TemplateResult {
    const gains = filled(this.page, plan.from, plan.into);
    return html`<p><b>${t('merge.plan')}</b></p>
      <ul>
        ${movedWords(plan.moved).map((words) => html`<li>${t('merge.moves', { what: words })}</li>`)}
        ${gains.length === 0
          ? nothing
          : html`<li>${t('merge.fills', { fields: gains.map((one) => `${one.label}: ${spoken(one, plan.from[one.name])}`).join('; ') })}</li>`}
        <li>${t('merge.deletes', { title: title(this.page, plan.from) })}</li>
      </ul>`;
  }

  private async choose(id: string | null): Promise<void> {
    this.other = null;
    this.plan = null;
    await this.tried(async () => {
      this.other = id === null ? null : await get<Row>(`${this.page.path}/${id}`);
      await this.count();
    });
  }

  private async turn(keep: boolean): Promise<void> {
    this.keep = keep;
    this.plan = null;
    await this.tried(() => this.count());
  }

  private async count(): Promise<void> {
    const { other } = this;
    if (other !== null && other.id !== this.row.id) {
      const [from, into] = this.keep ? [other, this.row] : [this.row, other];
      this.plan = await rehearse(this.page, from, into);
    }
  }

  private readonly merge = async (): Promise<void> => {
    const { plan } = this;
    if (plan !== null && !this.busy) {
      await this.tried(async () => {
        const left = await join(this.page, plan);
        this.end({ message: t('merge.done', { title: title(this.page, plan.into) }), href: `/${this.page.path}/${left}` });
      });
    }
  };

  private async tried(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.message = '';
    try {
      await work();
    } catch (failure) {
      const stale = failure instanceof Problem && failure.status === 412;
      this.message = stale ? t('merge.changed') : said(failure);
      if (stale) {
        await this.again();
      }
    }
    this.busy = false;
  }

  /** Looks at both once more, because somebody changed one. */
  private async again(): Promise<void> {
    this.plan = null;
    this.row = await get<Row>(`${this.page.path}/${this.row.id}`);
    this.other = this.other === null ? null : await get<Row>(`${this.page.path}/${this.other.id}`);
    await this.count();
  }

  private end(outcome: Outcome | null): void {
    if (!this.ended) {
      this.ended = true;
      this.dispatchEvent(new CustomEvent(outcome === null ? 'close' : 'done', { detail: outcome }));
    }
  }
}
