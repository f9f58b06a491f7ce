import {
  Attempt, base, choices, chosen, customElement, dialogFooterRenderer, dialogRenderer, explained, html, LitElement, named,
  nothing, pageNamed, portal, Problem, property, reference, rule, session, state, title, Watch,
  type Candidate, type Outcome, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { byIds, details, likely, nameOf, samePerson } from './clients';
import { convert, type Project, type Result } from './conversion';
import { amount, candidate, field, projectPart } from './parts';
import { styles } from './styles';
import { t } from './texts';

const FRESH = 'new';
const OTHER = 'other';

/** Makes a lead a client: a new one, or one that is there. Tells `done` or `close`. */
@customElement('crm-lead-conversion')
export class CrmLeadConversion extends LitElement {
  static override styles = [base, choices, styles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  /** Clients that look like it; null while they are looked for. */
  @state() private found: readonly Row[] | null = null;
  @state() private choice = FRESH;
  @state() private other: string | null = null;
  @state() private project: Project | null = null;
  @state() private candidates: readonly Candidate[] = [];
  @state() private message = '';
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private busy = false;
  private ended = false;
  private readonly attempt = new Attempt();
  private readonly left = new AbortController();

  constructor() {
    super();
    new Watch(this, chosen, named, portal);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.choice = this.mayMake ? FRESH : OTHER;
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.left.abort();
  }

  override render(): TemplateResult {
    return html`<vaadin-dialog
      header-title=${t('title', { name: this.name })}
      opened
      @closed=${() => this.end('close')}
      ${dialogRenderer(() => this.body(), [this.found, this.choice, this.other, this.project, this.candidates, this.message, this.errors, chosen.value, named.value])}
      ${dialogFooterRenderer(() => this.footer(), [this.busy, chosen.value])}
    ></vaadin-dialog>`;
  }

  private body(): TemplateResult {
    return html`<div class="conversion" @keydown=${this.pressed}>
      <p class="soft">${t('intro')}</p>
      <fieldset class="choices">
        <legend>${t('which')}</legend>
        <p class="soft" role="status">${this.told()}</p>
        ${(this.found ?? []).map((client) => this.option(client.id, nameOf(client), html`${details(client)}
          <small>${t('existing')}</small>`))}
        ${this.option(FRESH, t('fresh', { name: this.company }), this.fresh(), !this.mayMake)}
        ${this.option(OTHER, t('other'), nothing)}
      </fieldset>
      ${this.choice === OTHER
        ? html`<crm-field .column=${field('client_id', 'reference', t('client'), 'client')} .value=${this.other}
            .error=${this.errors['client_id'] ?? ''} @change=${(event: CustomEvent<string | null>) => (this.other = event.detail)}></crm-field>`
        : nothing}
      ${pageNamed('project')?.can['create'] === true
        ? projectPart({ name: this.company, budget: amount(this.row['estimated_value']) }, this.project, this.errors, (next) => (this.project = next))
        : nothing}
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="error">${this.message}</p>`}
        ${this.candidates.length === 0 ? nothing : html`<ul>${this.candidates.map(candidate)}</ul>`}
      </div>
    </div>`;
  }

  private option(value: string, label: string, more: TemplateResult | typeof nothing, disabled = false): TemplateResult {
    return html`<label>
      <input type="radio" name="client" .checked=${this.choice === value} ?disabled=${disabled} @change=${() => (this.choice = value)} />
      <span><b>${label}</b>${more === nothing ? nothing : html`<small>${more}</small>`}</span>
    </label>`;
  }

  /** What a new client would hold. */
  private fresh(): TemplateResult {
    if (!this.mayMake) {
      return html`${t('fresh_forbidden')}`;
    }
    const manager = String(this.row['assigned_to'] ?? session.account.value?.id ?? '');
    const contact = [this.name, this.row['email'], this.row['phone']].filter((word) => typeof word === 'string' && word !== '');
    return html`${contact.join(' · ')}
      <small>${t('fresh_manager', { name: reference('user', manager)?.label ?? '…' })}</small>`;
  }

  private footer(): TemplateResult {
    return html`<vaadin-button @click=${() => this.end('close')}>${t('cancel')}</vaadin-button>
      <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>${t('convert')}</vaadin-button>`;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      void this.submit();
    }
  }

  private told(): string {
    const count = this.found?.length ?? null;
    return count === null ? t('looking') : count === 0 ? '' : t('found', { count });
  }

  private async look(): Promise<void> {
    try {
      this.found = await likely(this.row, this.left.signal);
      const same = this.found.find((client) => samePerson(this.row, client));
      this.choice = same?.id ?? this.choice;
    } catch (failure) {
      if (!this.left.signal.aborted) {
        this.found = [];
        this.message = explained(failure).text;
      }
    }
  }

  private readonly submit = async (): Promise<void> => {
    this.errors = this.choice === OTHER && this.other === null ? { client_id: t('client_missing') } : {};
    if (this.busy || Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    this.message = '';
    this.candidates = [];
    try {
      const client = this.choice === FRESH ? null : this.choice === OTHER ? this.other : this.choice;
      const how = { client_id: client, project: this.project };
      await this.take(await convert(this.row, how, this.attempt));
    } catch (failure) {
      this.refused(failure);
    }
    this.busy = false;
  };

  private async take(result: Result): Promise<void> {
    switch (result.kind) {
      case 'converted': {
        const message = t(result.first ? 'done' : 'already', { name: this.name });
        this.end('done', { message, href: `/${pageNamed('client')?.path ?? 'clients'}/${result.client.id}` });
        break;
      }
      case 'duplicates': {
        const ids = result.candidates.filter((one) => one.entity_type === 'client' && one.id !== undefined).map((one) => one.id);
        const known = new Set((this.found ?? []).map((client) => client.id));
        this.found = [...(this.found ?? []), ...(await byIds(ids.filter((id) => !known.has(id))))];
        this.message = t('duplicates');
        this.candidates = result.candidates;
        break;
      }
      case 'changed':
        this.row = result.lead;
        this.message = t('changed');
        break;
      default:
        this.message = t('lost');
    }
  }

  private refused(failure: unknown): void {
    const errors = failure instanceof Problem && failure.status === 422 ? (failure.body.errors ?? []) : [];
    this.errors = Object.fromEntries(
      errors.map((error) => [error.field, error.code !== 'required' && error.field.endsWith('budget') ? t('amount') : rule(error)]),
    );
    this.message = errors.length === 0 ? explained(failure).text : '';
  }

  private end(how: 'done' | 'close', outcome?: Outcome): void {
    if (!this.ended) {
      this.ended = true;
      this.dispatchEvent(new CustomEvent(how, { detail: outcome }));
    }
  }

  private get name(): string {
    return title(this.page, this.row);
  }

  private get company(): string {
    return String(this.row['company'] ?? this.name);
  }

  private get mayMake(): boolean {
    return pageNamed('client')?.can['create'] === true;
  }
}
