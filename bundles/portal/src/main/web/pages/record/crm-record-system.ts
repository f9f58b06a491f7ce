import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordPage, Row } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';
import { systemColumns } from './columns';

/** What nobody types: computed values, who made the record and when. */
@customElement('crm-record-system')
export class CrmRecordSystem extends LitElement {
  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: 0.625rem 1.25rem;
        margin: 0.75rem 0 0;
      }
      dt {
        font-size: 0.8125rem;
        color: var(--crm-text-soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult | typeof nothing {
    const columns = systemColumns(this.page, this.row);
    return columns.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="title">
          <h2 id="title">${t('record.system')}</h2>
          <dl>${columns.map((one) => html`<div><dt>${one.label}</dt><dd>${shown(one, this.row[one.name])}</dd></div>`)}</dl>
        </section>`;
  }
}
