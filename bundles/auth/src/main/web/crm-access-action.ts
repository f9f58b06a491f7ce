import {
  base, chosen, customElement, go, html, LitElement, nothing, property, session, Watch,
  type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { t } from './texts';

/** Leads from a record to the explanation of who may see it. */
@customElement('crm-access-action')
export class CrmAccessAction extends LitElement {
  static override styles = base;

  @property({ attribute: false }) page: RecordPage | null = null;
  @property({ attribute: false }) record: Row | null = null;

  constructor() {
    super();
    new Watch(this, chosen, session.account);
  }

  override render(): TemplateResult | typeof nothing {
    const own = session.account.value?.permissions ?? [];
    const may = own.some((name) => name === '*:*' || name === 'users:*' || name.startsWith('users:read'));
    if (!may || this.page === null || this.record === null) {
      return nothing;
    }
    const query = new URLSearchParams({ type: this.page.name, id: this.record.id });
    return html`<vaadin-button @click=${() => go(`/admin/access?${query.toString()}`)}>
      <crm-icon name="lock" slot="prefix"></crm-icon>${t('access.ask')}
    </vaadin-button>`;
  }
}
