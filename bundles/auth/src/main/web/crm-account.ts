import {
  base, call, chosen, customElement, get, html, LitElement, Loading, notify, notifyFailure, sheet, state, Watch, type TemplateResult,
} from '@crm/portal';
import './crm-api-tokens';
import { sessionTable, type Session } from './session-table';
import { t } from './texts';

/** The user's own sessions and API tokens. */
@customElement('crm-account')
export class CrmAccount extends LitElement {
  static override styles = [base, sheet];

  @state() private busy = false;
  private readonly shown = new Loading<readonly Session[]>(this, async (signal) =>
    (await get<{ readonly items: readonly Session[] }>('auth/sessions', undefined, signal)).items,
  );

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    return html`<div class="head"><h1>${t('account.title')}</h1></div>
      <section aria-labelledby="sessions">
        <div class="head"><h2 id="sessions">${t('sessions.title')}</h2>
          ${(this.shown.value?.length ?? 0) > 1
            ? html`<vaadin-button class="spread" ?disabled=${this.busy}
                @click=${() => this.run('auth/sessions', t('sessions.ended_others'))}>${t('sessions.end_others')}</vaadin-button>`
            : ''}</div>
        <p class="intro">${t('sessions.intro')}</p>
        ${this.shown.draw((sessions) => sessionTable(sessions, (session) => void this.run(`auth/sessions/${session.id}`, t('sessions.ended'))))}
      </section>
      <crm-api-tokens></crm-api-tokens>`;
  }

  private async run(path: string, done: string): Promise<void> {
    this.busy = true;
    try {
      await call('DELETE', path);
      notify(done);
      await this.shown.load();
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }
}
