import {
  call, chosen, confirm, customElement, get, html, LitElement, Loading, notify, notifyFailure, property, state, Watch,
  base, sheet, type PropertyValues, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { sessionTable, type Session } from './session-table';
import { t } from './texts';

/** Where a user is signed in: a tab on the user's page, for whoever is responsible for the account. */
@customElement('crm-user-sessions')
export class CrmUserSessions extends LitElement {
  static override styles = [base, sheet];

  @property({ attribute: false }) page: RecordPage | null = null;
  @property({ attribute: false }) row: Row | null = null;
  @state() private busy = false;
  private readonly shown = new Loading<readonly Session[]>(this, async (signal) =>
    this.row === null ? [] : (await get<{ readonly items: readonly Session[] }>(`users/${this.row.id}/sessions`, undefined, signal)).items,
  );

  constructor() {
    super();
    new Watch(this, chosen);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('row') && changed.get('row')?.id !== this.row?.id) {
      void this.shown.load();
    }
  }

  override render(): unknown {
    const name = String(this.row?.['full_name'] ?? '');
    return this.shown.draw((sessions): TemplateResult => sessions.length === 0
      ? html`<div class="empty"><crm-icon name="key"></crm-icon><p>${t('sessions.none', { name })}</p></div>`
      : html`<div class="head"><p class="soft">${t('sessions.theirs', { name })}</p>
            <vaadin-button class="spread" theme="error" ?disabled=${this.busy} @click=${() => this.end(name)}>${t('sessions.end_all')}</vaadin-button></div>
          ${sessionTable(sessions, null)}`);
  }

  private async end(name: string): Promise<void> {
    const ask = { title: t('sessions.end_all.title', { name }), text: t('sessions.end_all.text', { name }), yes: t('sessions.end_all') };
    if (this.row === null || !(await confirm({ ...ask, danger: true }))) {
      return;
    }
    this.busy = true;
    try {
      await call('DELETE', `users/${this.row.id}/sessions`);
      notify(t('sessions.ended_all', { name }));
      await this.shown.load();
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }
}
