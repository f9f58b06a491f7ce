import { customElement, LitElement, property, type RecordPage, type Row } from '@crm/portal';

/** Leads from a record to the explanation of who may see it. */
@customElement('crm-access-action')
export class CrmAccessAction extends LitElement {
  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;

  protected override firstUpdated(): void {
    const query = new URLSearchParams({ type: this.page.name, id: this.row.id });
    this.dispatchEvent(new CustomEvent('done', { detail: { href: `/admin/access?${query.toString()}` } }));
  }
}
