import {
  base, call, chosen, confirm, draft, get, html, keepDraft, customElement, Loading, LitElement, nothing, notifyFailure,
  notifyUndo, onChange, place, portal, Problem, property, session, sheet, state, Watch,
  type components, type PropertyValues, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { matrixStyles } from './permission-matrix-styles';
import { changes, edited, lines, type Cell, type Edits, type Line, type Scope } from './permissions';
import { t } from './texts';
import './crm-permission-grid';

type Role = components['schemas']['Role'];

interface Shown {
  readonly roles: readonly Role[];
  readonly lines: readonly Line[];
}

const DRAFT = 'permissions.';

/** What the roles grant: a page of its own, and a section on the page of a role. */
@customElement('crm-permission-matrix')
export class CrmPermissionMatrix extends LitElement {
  static override styles = [base, sheet, matrixStyles];

  @property({ attribute: false }) page: RecordPage | null = null;
  /** The role on whose page it stands; without one it has a choice of roles. */
  @property({ attribute: false }) row: Row | null = null;
  @state() private busy = false;
  /** The role that somebody else changed while it was edited here. */
  @state() private conflict = '';
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(signal));
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen, place, portal, session.account);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onChange((change) => (change === null || change.type === 'role') && !this.busy && void this.shown.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.toggleAttribute('embedded', this.row !== null);
    if (changed.has('row') && changed.get('row') !== undefined && this.row !== null) {
      void this.shown.load();
    }
  }

  override render(): TemplateResult {
    return html`${this.row === null
      ? html`<div class="head"><h1>${t('matrix.title')}</h1></div>
          <p class="intro">${t('matrix.intro')}</p>`
      : nothing}
    ${this.shown.draw((shown) => this.drawn(shown))}`;
  }

  private drawn(shown: Shown): TemplateResult {
    const wanted = this.row?.id ?? place.value.query.get('role');
    const role = shown.roles.find((each) => each.id === wanted) ?? shown.roles[0];
    if (role === undefined) {
      return html`<p class="empty">${t('matrix.none_yet')}</p>`;
    }
    return html`<div class="parts">
      ${this.row === null ? this.choice(shown, role) : nothing}
      <section aria-label=${role.name}>${this.hints(role)} ${this.grid(shown, role)} ${this.bar(shown, role)}</section>
    </div>`;
  }

  private choice(shown: Shown, current: Role): TemplateResult {
    return html`<nav aria-label=${t('matrix.roles')}>
      ${shown.roles.map((role) => {
        const unsaved = Object.keys(this.edits(shown, role)).length > 0;
        return html`<a href="/admin/permissions?role=${role.id}" aria-current=${role === current ? 'true' : nothing}>
          ${role.name}${unsaved ? html`<span class="mark" title=${t('matrix.unsaved')}>•<span class="visually-hidden">${t('matrix.unsaved')}</span></span>` : nothing}
          ${role.description ? html`<small>${role.description}</small>` : nothing}
        </a>`;
      })}
    </nav>`;
  }

  private hints(role: Role): TemplateResult {
    const wildcards = role.permissions.filter((name) => name.includes('*'));
    const hint =
      role.name === 'admin' ? t('matrix.admin')
      : wildcards.length > 0 ? t('matrix.wildcard', { names: wildcards.join(', ') })
      : role.is_system ? t('matrix.system')
      : '';
    return html`${this.conflict === role.id
      ? html`<div class="hint warning" role="alert"><crm-icon name="warning"></crm-icon><span>${t('matrix.conflict')}</span></div>`
      : nothing}
    ${this.may ? nothing : html`<div class="hint"><crm-icon name="lock"></crm-icon><span>${t('matrix.read_only')}</span></div>`}
    ${hint === '' ? nothing : html`<div class="hint"><crm-icon name="info"></crm-icon><span>${hint}</span></div>`}`;
  }

  private grid(shown: Shown, role: Role): TemplateResult {
    return html`<crm-permission-grid embedded
        label=${t('matrix.grid', { role: role.name })}
        .lines=${shown.lines}
        .granted=${new Set(role.permissions)}
        .edits=${this.edits(shown, role)}
        .own=${new Set(session.account.value?.permissions ?? [])}
        ?locked=${role.name === 'admin' || !this.may}
        @edit=${(event: CustomEvent<{ readonly cell: Cell; readonly scope: Scope }>) => this.edit(shown, role, event.detail)}
      ></crm-permission-grid>
      <p class="soft keys">${t('matrix.keys')}</p>`;
  }

  private bar(shown: Shown, role: Role): TemplateResult {
    const count = Object.keys(this.edits(shown, role)).length;
    return html`<div class="bar" ?data-changed=${count > 0}>
      <span role="status">${count === 0 ? '' : t('matrix.count', { count })}</span>
      ${count === 0
        ? nothing
        : html`<vaadin-button class="spread" @click=${() => this.keep(role, null)}>${t('matrix.discard')}</vaadin-button>
            <vaadin-button theme="primary" ?disabled=${this.busy} @click=${() => this.save(shown, role)}>${t('matrix.save')}</vaadin-button>`}
    </div>`;
  }

  private get may(): boolean {
    const own = session.account.value?.permissions ?? [];
    return ['*:*', 'roles:*', 'roles:update'].some((name) => own.includes(name));
  }

  private edits(shown: Shown, role: Role): Edits {
    return changes(shown.lines, new Set(role.permissions), draft<Edits>(DRAFT + role.id) ?? {});
  }

  private edit(shown: Shown, role: Role, { cell, scope }: { readonly cell: Cell; readonly scope: Scope }): void {
    const wanted = { ...this.edits(shown, role), [cell.key]: scope };
    this.keep(role, changes(shown.lines, new Set(role.permissions), wanted));
  }

  private keep(role: Role, edits: Edits | null): void {
    keepDraft(DRAFT + role.id, edits === null || Object.keys(edits).length === 0 ? null : edits);
    this.conflict = edits === null ? '' : this.conflict;
    this.requestUpdate();
  }

  private async save(shown: Shown, role: Role): Promise<void> {
    const wanted = edited(shown.lines, new Set(role.permissions), this.edits(shown, role));
    const taken = role.permissions.some((name) => !wanted.includes(name));
    const own = role.id === session.account.value?.role_id;
    if (own && taken && !(await confirm({ title: t('matrix.own'), text: t('matrix.own.text'), yes: t('matrix.save'), danger: true }))) {
      return;
    }
    this.busy = true;
    try {
      const saved = await this.put(role, wanted);
      this.keep(role, null);
      await this.shown.load();
      notifyUndo(t('matrix.saved', { role: role.name }), async () => {
        await this.put(saved, role.permissions);
        await this.shown.load();
      });
    } catch (failure) {
      await this.failed(role, failure);
    } finally {
      this.busy = false;
    }
  }

  private async put(role: Role, permissions: readonly string[]): Promise<Role> {
    const answer = await call<Role>('PUT', `roles/${role.id}/permissions`, { body: permissions, ifMatch: role.version });
    return answer.body;
  }

  private async failed(role: Role, failure: unknown): Promise<void> {
    if (failure instanceof Problem && failure.status === 412) {
      await this.shown.load();
      this.conflict = role.id;
    } else {
      notifyFailure(failure);
    }
  }

  private async load(signal: AbortSignal): Promise<Shown> {
    const only = this.row === null ? { sort: 'name', limit: 200 } : { id: this.row.id };
    const [roles, permissions] = await Promise.all([
      get<{ readonly items: readonly Role[] }>('roles', only, signal),
      get<{ readonly items: readonly components['schemas']['Permission'][] }>('permissions', undefined, signal),
    ]);
    return { roles: roles.items, lines: lines(permissions.items.map((each) => `${each.resource}:${each.action}`)) };
  }
}
