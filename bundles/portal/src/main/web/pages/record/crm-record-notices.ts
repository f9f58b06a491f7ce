import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import type { Candidate } from '../../api/problem';
import { pageNamed } from '../../api/portal';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { spoken } from '../../ui/value';
import type { RecordModel } from './record-model';

/** What has to be known of the record as a whole: drafts, others' changes, why a save was refused. */
@customElement('crm-record-notices')
export class CrmRecordNotices extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .notice {
        display: flex;
        align-items: flex-start;
        flex-wrap: wrap;
        gap: 0.25rem 0.625rem;
        padding: 0.5rem 0.75rem;
        border-radius: var(--crm-radius-small);
        background: var(--crm-info-soft);
        color: var(--crm-info);
        margin-bottom: 0.5rem;
      }
      .notice > crm-icon {
        margin-top: 0.125rem;
      }
      .refused {
        background: var(--crm-danger-soft);
        color: var(--crm-danger);
      }
      .gone {
        background: var(--crm-warning-soft);
        color: var(--crm-warning);
      }
      .text {
        flex: 1 1 12rem;
      }
      ul {
        margin: 0.25rem 0 0;
        padding-inline-start: 1.25rem;
      }
      a {
        color: inherit;
        text-decoration: underline;
      }
      button {
        min-height: 1.5rem;
        padding: 0 0.25rem;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: () => true }) model!: RecordModel;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult {
    const { model } = this;
    return html`
      <div role="status">
        ${model.gone ? this.notice('gone', 'trash', t('record.gone')) : nothing}
        ${model.restored
          ? this.notice('', 'history', t('record.restored'), t('record.discard'), () => model.leave())
          : nothing}
        ${model.news === null ? nothing : this.notice('', 'users', this.news(), t('button.close'), () => model.tell({ news: null }))}
      </div>
      <div role="alert">${this.refused()}</div>
    `;
  }

  private notice(kind: string, icon: string, text: string, button = '', act?: () => void): TemplateResult {
    return html`<div class="notice ${kind}">
      <crm-icon name=${icon}></crm-icon><span class="text">${text}</span>
      ${act === undefined ? nothing : html`<button @click=${act}>${button}</button>`}
    </div>`;
  }

  private news(): string {
    const { page, row, news } = this.model;
    const who = news?.by ? (reference('user', news.by)?.label ?? '…') : t('record.somebody');
    const columns = page.columns.filter((one) => news?.columns.includes(one.name));
    const [first] = columns;
    return columns.length === 1 && first !== undefined && first.kind !== 'json'
      ? t('record.news_one', { who, column: first.label, value: spoken(first, row?.[first.name]) })
      : t('record.news', { who, columns: columns.map((one) => one.label).join(', ') });
  }

  private refused(): TemplateResult | typeof nothing {
    const { refused } = this.model;
    if (refused === null || (refused.summary === '' && refused.candidates === null)) {
      return nothing;
    }
    return html`<div class="notice refused">
      <crm-icon name="warning"></crm-icon>
      <div class="text">
        ${refused.summary}
        ${refused.candidates === null ? nothing : html`<ul>${refused.candidates.map(candidate)}</ul>`}
      </div>
      ${refused.candidates === null
        ? nothing
        : html`<button @click=${() => this.model.save(true)}>
            ${t(this.model.isNew ? 'record.create_anyway' : 'record.save_anyway')}
          </button>`}
    </div>`;
  }
}

/** A record that looks the same; of one that the user may not read, only whose it is. */
export function candidate(one: Candidate): TemplateResult {
  const page = pageNamed(one.entity_type);
  const label = page?.label ?? one.entity_type;
  const title = one['title'];
  if (title === undefined || page === undefined) {
    const owner = one['owner_name'];
    return html`<li>
      ${owner === undefined ? t('record.candidate_hidden', { label }) : t('record.candidate_of', { label, owner: String(owner) })}
    </li>`;
  }
  return html`<li>${label}: <a href="/${page.path}/${one.id}">${String(title)}</a></li>`;
}
