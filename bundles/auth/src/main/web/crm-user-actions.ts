import {
  base, call, chosen, confirm, css, customElement, html, LitElement, nothing, notify, notifyFailure, notifyUndo, property,
  query, session, state, Watch, type components, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { showPassword } from './crm-user-create';
import { t } from './texts';
import './crm-user-removal';
import type { CrmUserRemoval } from './crm-user-removal';

type User = components['schemas']['User'];

/** What an administrator does with an account; tells `changed` with the user as it is then. */
@customElement('crm-user-actions')
export class CrmUserActions extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) page: RecordPage | null = null;
  @property({ attribute: false }) record: Row | null = null;
  @state() private busy = false;
  @query('crm-user-removal') private removal!: CrmUserRemoval;

  constructor() {
    super();
    new Watch(this, chosen, session.account);
  }

  override render(): TemplateResult | typeof nothing {
    const user = this.record as User | null;
    if (user === null) {
      return nothing;
    }
    if (user.id === session.account.value?.id) {
      return html`<small class="soft">${t('user.oneself')}</small>`;
    }
    if (user.deleted_at) {
      return this.may('delete') ? this.button(t('action.bring_back'), 'restore', () => this.restore(user)) : html``;
    }
    return html`${this.may('update')
      ? html`${this.button(t('action.reset'), 'key', () => this.reset(user))}
        ${user.is_active
          ? this.button(t('action.deactivate'), 'lock', () => this.deactivate(user))
          : this.button(t('action.activate'), 'check', () => this.activate(user))}`
      : nothing}
    ${this.may('delete')
      ? html`${this.button(t('action.remove'), 'trash', async () => this.removal.open(user), 'error')}
          <crm-user-removal @removed=${(event: CustomEvent<string>) => this.removed(user, event.detail)}></crm-user-removal>`
      : nothing}`;
  }

  private button(label: string, icon: string, act: () => Promise<void>, theme = ''): TemplateResult {
    return html`<vaadin-button theme=${theme} ?disabled=${this.busy} @click=${() => this.run(act)}>
      <crm-icon name=${icon} slot="prefix"></crm-icon>${label}
    </vaadin-button>`;
  }

  private may(action: string): boolean {
    const own = session.account.value?.permissions ?? [];
    return own.some((name) => name === '*:*' || name === 'users:*' || name.startsWith(`users:${action}`));
  }

  private async run(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await act();
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }

  private async reset(user: User): Promise<void> {
    const name = user.full_name;
    if (await confirm({ title: t('reset.title', { name }), text: t('reset.text', { name }), yes: t('action.reset') })) {
      const { body } = await call<User & { password: string }>('POST', `users/${user.id}/reset-password`, { body: {} });
      await showPassword(body);
      this.tell(body);
    }
  }

  private async deactivate(user: User): Promise<void> {
    const name = user.full_name;
    const sure = { title: t('deactivate.title', { name }), text: t('deactivate.text', { name }), yes: t('action.deactivate') };
    if (await confirm({ ...sure, danger: true })) {
      const after = await this.active(user, false);
      notifyUndo(t('deactivated', { name }), async () => void (await this.active(after, true)));
    }
  }

  private async activate(user: User): Promise<void> {
    await this.active(user, true);
    notify(t('activated', { name: user.full_name }));
  }

  private async active(user: User, is_active: boolean): Promise<User> {
    const { body } = await call<User>('PATCH', `users/${user.id}`, { body: { is_active }, ifMatch: user.version });
    this.tell(body);
    return body;
  }

  private async restore(user: User): Promise<void> {
    const { body } = await call<User>('POST', `users/${user.id}/restore`, { body: {} });
    notify(t('restored', { name: user.full_name }));
    this.tell(body);
  }

  private removed(user: User, successor: string): void {
    const name = user.full_name;
    const text = successor === '' ? t('removed', { name }) : t('removed.moved', { name, successor });
    notifyUndo(text, () => this.restore(user));
    this.dispatchEvent(new CustomEvent('deleted', { detail: this.record, bubbles: true, composed: true }));
  }

  private tell(user: User): void {
    const { password: _, ...row } = user as User & { password?: string };
    this.record = row as unknown as Row;
    this.dispatchEvent(new CustomEvent('changed', { detail: row, bubbles: true, composed: true }));
  }
}
