import {
  call, confirm, customElement, LitElement, notify, notifyFailure, notifyUndo, property, session,
  type components, type RecordPage, type Row,
} from '@crm/portal';
import { t } from './texts';

type User = components['schemas']['User'];

/** Takes an account out of use, or back into it. Tells `done` or `close`. */
@customElement('crm-user-state')
export class CrmUserState extends LitElement {
  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;

  protected override firstUpdated(): void {
    void this.change().then((done) => this.dispatchEvent(new CustomEvent(done ? 'done' : 'close')));
  }

  private async change(): Promise<boolean> {
    const user = this.row as unknown as User;
    const name = user.full_name;
    if (user.id === session.account.value?.id) {
      notify(t('user.oneself'));
      return false;
    }
    const ask = { title: t('deactivate.title', { name }), text: t('deactivate.text', { name }), yes: t('action.deactivate') };
    if (user.is_active && !(await confirm({ ...ask, danger: true }))) {
      return false;
    }
    try {
      const after = await active(user, !user.is_active);
      if (after.is_active) {
        notify(t('activated', { name }));
      } else {
        notifyUndo(t('deactivated', { name }), async () => void (await active(after, true)));
      }
    } catch (failure) {
      notifyFailure(failure);
    }
    return true;
  }
}

async function active(user: User, is_active: boolean): Promise<User> {
  return (await call<User>('PATCH', `users/${user.id}`, { body: { is_active }, ifMatch: user.version })).body;
}
