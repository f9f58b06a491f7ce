import {
  base, call, chosen, copyable, css, customElement, draft, get, go, html, keepDraft, LitElement, Loading, nothing,
  notifyFailure, Problem, sheet, state, Watch, type Column, type components, type TemplateResult,
} from '@crm/portal';
import { t } from './texts';

type User = components['schemas']['User'] & { readonly password?: string };
type Role = components['schemas']['Role'];
type Typed = Readonly<Record<string, unknown>>;

const DRAFT = 'user.new';
const FIELDS = [
  ['full_name', 'text', true],
  ['email', 'email', true],
  ['phone', 'phone', false],
] as const;

/** Makes a user, whose generated password is shown this once. */
@customElement('crm-user-create')
export class CrmUserCreate extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        max-width: 30rem;
      }
      .row {
        margin-top: 0.5rem;
      }
    `,
  ];

  @state() private typed: Typed = draft<Typed>(DRAFT) ?? {};
  @state() private problem: Problem | null = null;
  @state() private missing: ReadonlySet<string> = new Set();
  @state() private busy = false;
  private readonly kept = Object.keys(this.typed).length > 0;
  private readonly roles = new Loading<readonly Role[]>(this, async (signal) =>
    (await get<{ readonly items: readonly Role[] }>('roles', { sort: 'name', limit: 200 }, signal)).items,
  );

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    return html`<div class="head"><h1>${t('user.new')}</h1></div>
      <p class="intro">${t('user.new.intro')}</p>
      ${this.kept ? html`<div class="hint" role="status"><crm-icon name="info"></crm-icon>${t('user.draft')}</div>` : nothing}
      ${this.roles.draw((roles) => this.form(roles))}`;
  }

  private form(roles: readonly Role[]): TemplateResult {
    const items = roles.map((role) => ({
      label: role.description ? `${role.name}: ${role.description}` : role.name,
      value: role.id,
    }));
    return html`<form class="card" @submit=${this.submit} @keydown=${this.key}>
      ${FIELDS.map(
        ([name, kind, required]) => html`<crm-field
          .column=${column(name, kind, required)} .value=${this.typed[name] ?? null} .error=${this.error(name)}
          @change=${(event: CustomEvent<unknown>) => this.keep(name, event.detail)}
        ></crm-field>`,
      )}
      <vaadin-combo-box
        label=${t('user.role_id')} required manual-validation .items=${items} .value=${String(this.typed['role_id'] ?? '')}
        .invalid=${this.error('role_id') !== ''} .errorMessage=${this.error('role_id')} .helperText=${t('user.role.help')}
        @change=${(event: Event) => this.keep('role_id', (event.target as HTMLInputElement).value)}
      ></vaadin-combo-box>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>${t('user.create')}</vaadin-button>
      </div>
    </form>`;
  }

  private error(name: string): string {
    return this.missing.has(name) ? t('user.missing') : (this.problem?.of(name) ?? '');
  }

  private keep(name: string, value: unknown): void {
    this.typed = { ...this.typed, [name]: value };
    this.missing = new Set([...this.missing].filter((each) => each !== name));
    keepDraft(DRAFT, this.typed);
  }

  private key(event: KeyboardEvent): void {
    const inField = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || inField)) {
      void this.submit(event);
    }
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.missing = new Set(['full_name', 'email', 'role_id'].filter((name) => !this.typed[name]));
    if (this.busy || this.missing.size > 0) {
      this.focusWrong();
      return;
    }
    this.busy = true;
    try {
      const { body } = await call<User>('POST', 'users', { body: this.typed });
      keepDraft(DRAFT, null);
      await showPassword(body);
      go(`/users/${body.id}`, { replace: true });
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.busy = false;
    }
  }

  private failed(failure: unknown): void {
    this.problem = failure instanceof Problem ? failure : null;
    if (this.problem?.body.errors === undefined) {
      notifyFailure(failure);
    }
    this.focusWrong();
  }

  private focusWrong(): void {
    void this.updateComplete.then(() => {
      const fields = [...this.renderRoot.querySelectorAll<HTMLElement>('crm-field, vaadin-combo-box')];
      const names = [...FIELDS.map(([name]) => name), 'role_id'];
      fields[names.findIndex((name) => this.error(name) !== '')]?.focus();
    });
  }
}

/** Shows the password that an answer holds, if it holds one. */
export async function showPassword(user: User): Promise<void> {
  if (user.password !== undefined) {
    const name = user.full_name;
    const title = t('password.title', { name });
    await copyable({ title, text: t('password.once', { name }), label: t('password.label'), secret: user.password });
  }
}

function column(name: string, kind: Column['kind'], required: boolean): Column {
  const label = t(`user.${name as 'email' | 'full_name' | 'phone'}`);
  return {
    name, label, kind, required, settable: true, max_length: 255, values: null, refers_to: null, sortable: false, help: null,
  };
}
