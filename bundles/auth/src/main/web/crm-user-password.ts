import {
  call, confirm, customElement, LitElement, notify, notifyFailure, property, session, type components, type RecordPage, type Row,
} from '@crm/portal';
import { showPassword } from './crm-user-create';
import { t } from './texts';

type User = components['schemas']['User'] & { readonly password?: string };

/** Gives a user a generated password and shows it this once. Tells `done` or `close`. */
@customElement('crm-user-password')
export class CrmUserPassword extends LitElement {
  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;

  protected override firstUpdated(): void {
    void this.reset().then((done) => this.dispatchEvent(new CustomEvent(done ? 'done' : 'close')));
  }

  private async reset(): Promise<boolean> {
    const name = String(this.row['full_name']);
    if (this.row.id === session.account.value?.id) {
      notify(t('user.oneself'));
      return false;
    }
    if (!(await confirm({ title: t('reset.title', { name }), text: t('reset.text', { name }), yes: t('action.reset') }))) {
      return false;
    }
    try {
      const { body } = await call<User>('POST', `users/${this.row.id}/reset-password`, { body: {} });
      await showPassword(body);
    } catch (failure) {
      notifyFailure(failure);
    }
    return true;
  }
}
