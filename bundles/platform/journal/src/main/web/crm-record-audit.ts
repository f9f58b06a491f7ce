import {
  base, chosen, customElement, html, LitElement, nothing, property, Watch, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import './crm-audit-entries';
import { t } from './texts';

/** What the audit trail holds of one record: a tab on its page. */
@customElement('crm-record-audit')
export class CrmRecordAudit extends LitElement {
  static override styles = base;

  @property({ attribute: false }) page: RecordPage | null = null;
  @property({ attribute: false }) row: Row | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.page === null || this.row === null) {
      return nothing;
    }
    const query = { resource_type: this.page.name, resource_id: this.row.id };
    return html`<crm-audit-entries single .query=${query} empty=${t('audit.empty.record')}></crm-audit-entries>`;
  }
}
