import {
  ago, base, call, chosen, currency, customElement, draft, html, keepDraft, LitElement, Loading, nothing, notify,
  notifyFailure, onChange, Problem, session, sheet, state, Watch, type TemplateResult,
} from '@crm/portal';
import { changed, conflicts, type Company, type Edits, type Field } from './company';
import './crm-settings-form';
import { settingsStyles } from './settings-styles';
import { t } from './texts';

const DRAFT = 'settings';

/** The company's settings; what somebody else saves meanwhile is laid beside what is typed here. */
@customElement('crm-settings')
export class CrmSettings extends LitElement {
  static override styles = [base, sheet, settingsStyles];

  @state() private edits: Edits = draft<Edits>(DRAFT) ?? {};
  @state() private problem: Problem | null = null;
  @state() private theirs: readonly Field[] = [];
  @state() private busy = false;
  private readonly shown = new Loading<Company>(this, async (signal) => (await call<Company>('GET', 'settings', { signal })).body);
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen, session.account);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => (change === null || change.type === 'settings') && !this.busy && void this.again());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  override render(): TemplateResult {
    const updated = this.shown.value?.updated_at;
    return html`<div class="head">
        <h1>${t('settings.title')}</h1>
        ${updated ? html`<span class="soft spread">${t('settings.changed', { time: ago(updated) })}</span>` : nothing}
      </div>
      <p class="intro">${t('settings.intro')}</p>
      ${this.shown.draw((company) => this.drawn(company))}`;
  }

  private drawn(company: Company): TemplateResult {
    const count = Object.keys(changed(company, this.edits)).length;
    return html`${this.may ? nothing : html`<div class="hint"><crm-icon name="lock"></crm-icon>${t('settings.read_only')}</div>`}
      ${this.theirs.length > 0
        ? html`<div class="hint warning" role="alert"><crm-icon name="warning"></crm-icon><span>${t('settings.conflict')}</span></div>`
        : nothing}
      <crm-settings-form
        embedded .company=${company} .edits=${this.edits} .problem=${this.problem} .theirs=${this.theirs} ?locked=${!this.may}
        @edit=${this.edit} @save=${this.save}
      ></crm-settings-form>
      <div class="bar" ?data-changed=${count > 0}>
        <span role="status">${count === 0 ? '' : t('settings.count', { count })}</span>
        ${count === 0
          ? nothing
          : html`<vaadin-button class="spread" @click=${() => this.keep({}, [])}>${t('settings.discard')}</vaadin-button>
              <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.save}>${t('settings.save')}</vaadin-button>`}
      </div>`;
  }

  private get may(): boolean {
    const own = session.account.value?.permissions ?? [];
    return ['*:*', 'settings:*', 'settings:update'].some((name) => own.includes(name));
  }

  private edit(event: CustomEvent<Edits>): void {
    const edits = { ...this.edits, ...event.detail };
    this.keep(edits, this.theirs.filter((name) => !(name in event.detail)));
  }

  private keep(edits: Edits, theirs: readonly Field[]): void {
    this.edits = this.shown.value === undefined ? edits : changed(this.shown.value, edits);
    this.theirs = theirs;
    keepDraft(DRAFT, Object.keys(this.edits).length === 0 ? null : this.edits);
    this.problem = Object.keys(this.edits).length === 0 ? null : this.problem;
  }

  private readonly save = async (): Promise<void> => {
    const company = this.shown.value!;
    const body = changed(company, this.edits);
    if (this.busy || Object.keys(body).length === 0) {
      return;
    }
    this.busy = true;
    try {
      const saved = await call<Company>('PATCH', 'settings', { body: sent(company, body), ifMatch: company.version });
      this.problem = null;
      this.shown.set(saved.body);
      this.keep({}, []);
      currency.set(saved.body.base_currency);
      notify(t('settings.saved'));
    } catch (failure) {
      await this.failed(failure);
    } finally {
      this.busy = false;
    }
  };

  private async failed(failure: unknown): Promise<void> {
    if (failure instanceof Problem && failure.status === 412) {
      await this.again();
    } else if (failure instanceof Problem && failure.body.errors !== undefined) {
      this.problem = failure;
    } else {
      notifyFailure(failure);
    }
  }

  /** Loads what is saved now and finds where it differs from what was edited upon. */
  private async again(): Promise<void> {
    const before = this.shown.value;
    await this.shown.load();
    const now = this.shown.value;
    if (before !== undefined && now !== undefined && now.version !== before.version) {
      this.keep(this.edits, [...new Set([...this.theirs, ...conflicts(before, now, this.edits)])]);
    }
  }
}

/** As the API takes it: days are a number, and what is gone from a map is sent as null. */
function sent(company: Company, edits: Edits): Edits {
  const days = edits.payment_days;
  const prefixes = edits.numbering_prefixes as Readonly<Record<string, string>> | undefined;
  const gone = Object.keys(company.numbering_prefixes).filter((kind) => prefixes !== undefined && !(kind in prefixes));
  return {
    ...edits,
    ...(typeof days === 'string' && /^\d+$/.test(days) && { payment_days: Number(days) }),
    ...(prefixes !== undefined && { numbering_prefixes: { ...prefixes, ...Object.fromEntries(gone.map((kind) => [kind, null])) } }),
  };
}
