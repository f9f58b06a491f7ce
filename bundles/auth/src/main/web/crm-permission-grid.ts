import {
  base, chosen, classMap, customElement, html, LitElement, nothing, portal, property, query, sheet, state, Watch,
  type TemplateResult,
} from '@crm/portal';
import { move, rows, type Place } from './grid-places';
import { actionLabel, groups, resourceLabel } from './names';
import { byWildcard, COMMON, given, mayGive, next, type Cell, type Edits, type Line, type Scope } from './permissions';
import { gridStyles } from './permission-grid-styles';
import { t } from './texts';
import './crm-scope-menu';
import type { CrmScopeMenu } from './crm-scope-menu';

/** Resources and actions of one role as a table that is worked with the keyboard; tells `edit`. */
@customElement('crm-permission-grid')
export class CrmPermissionGrid extends LitElement {
  static override styles = [base, sheet, gridStyles];

  @property({ attribute: false }) lines: readonly Line[] = [];
  @property({ attribute: false }) granted: ReadonlySet<string> = new Set();
  @property({ attribute: false }) edits: Edits = {};
  @property({ attribute: false }) own: ReadonlySet<string> = new Set();
  @property({ type: Boolean }) locked = false;
  @property() label = '';
  @state() private at: Place = { row: 0, column: 0 };
  @query('crm-scope-menu') private menu!: CrmScopeMenu;

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  override render(): TemplateResult {
    const further = Math.max(1, ...this.lines.map((line) => line.further.length));
    let row = -1;
    return html`<div class="scroll">
        <table role="grid" aria-label=${this.label} aria-readonly=${this.locked} @keydown=${this.key}>
          <thead>
            <tr>
              <th scope="col" class="name">${t('matrix.resource')}</th>
              ${COMMON.map((action) => html`<th scope="col">${actionLabel('', action)}</th>`)}
              <th scope="colgroup" colspan=${further}>${t('matrix.further')}</th>
            </tr>
          </thead>
          ${groups(this.lines).map(
            (group) => html`<tbody>
              <tr class="group">
                <th scope="rowgroup" colspan=${1 + COMMON.length + further}><span>${group.label}</span></th>
              </tr>
              ${group.lines.map((line) => this.line(line, ++row, further))}
            </tbody>`,
          )}
        </table>
      </div>
      <crm-scope-menu .own=${this.own} @choose=${this.choose}></crm-scope-menu>`;
  }

  private line(line: Line, row: number, further: number): TemplateResult {
    const columns = [...COMMON.map((action) => line.cells.get(action)), ...line.further];
    return html`<tr>
      <th scope="row" class="name">${resourceLabel(line.resource)}</th>
      ${columns.map((cell, column) => this.cell(line, cell, { row, column }))}
      ${columns.length < COMMON.length + further
        ? html`<td class="fill" colspan=${COMMON.length + further - columns.length}></td>`
        : nothing}
    </tr>`;
  }

  private cell(line: Line, cell: Cell | undefined, place: Place): TemplateResult {
    const here = this.at.row === place.row && this.at.column === place.column;
    const action = cell?.action ?? COMMON[place.column] ?? '';
    const what = `${resourceLabel(line.resource)}, ${actionLabel(line.resource, action)}`;
    const bound = cell !== undefined && byWildcard(cell, this.granted);
    const scope = cell === undefined ? 'none' : this.scope(cell);
    const changed = cell !== undefined && !bound && scope !== given(cell, this.granted);
    const says = [this.says(cell, scope), bound && !this.locked ? t('cell.locked') : '', changed ? t('matrix.changed') : ''];
    return html`<td
      role="gridcell"
      tabindex=${here ? 0 : -1}
      data-place="${place.row}/${place.column}"
      aria-label="${what}: ${says.filter((word) => word !== '').join(', ')}"
      aria-readonly=${cell === undefined || bound || this.locked}
      aria-haspopup=${cell !== undefined && cell.scopes.length > 2 ? 'menu' : nothing}
      class=${classMap({ changed, absent: cell === undefined, fixed: bound || this.locked, [scope]: cell !== undefined })}
      @focus=${() => (this.at = place)}
      @click=${(event: Event) => cell && this.change(cell, event.currentTarget as HTMLElement)}
    >
      ${cell === undefined ? nothing : this.drawn(cell, scope, bound, action)}
    </td>`;
  }

  private drawn(cell: Cell, scope: Scope, bound: boolean, action: string): TemplateResult {
    const common: readonly string[] = COMMON;
    const scoped = cell.scopes.length > 2 || (cell.scopes[1] ?? 'all') !== 'all';
    const state = scoped && scope !== 'none'
      ? html`${t(`scope.${scope}`)}`
      : scope === 'none' ? html`–` : html`<crm-icon name="check"></crm-icon>`;
    return html`<span class="chip" aria-hidden="true">
      ${common.includes(action) ? nothing : html`<span>${actionLabel(cell.resource, action)}</span>`}${state}
      ${bound && !this.locked ? html`<crm-icon name="lock"></crm-icon>` : nothing}
    </span>`;
  }

  private says(cell: Cell | undefined, scope: Scope): string {
    if (cell === undefined) {
      return t('cell.absent');
    }
    return scope === 'none' ? t('cell.refused') : cell.scopes.length > 2 ? t(`scope.${scope}`) : t('cell.allowed');
  }

  private scope(cell: Cell): Scope {
    return byWildcard(cell, this.granted) ? 'all' : (this.edits[cell.key] ?? given(cell, this.granted));
  }

  private change(cell: Cell, element: HTMLElement): void {
    if (this.locked || byWildcard(cell, this.granted)) {
      return;
    }
    if (cell.scopes.length > 2) {
      void this.menu.open(cell, this.scope(cell), element.getAttribute('aria-label') ?? '', element);
    } else {
      this.give(cell, next(cell, this.scope(cell)));
    }
  }

  private give(cell: Cell, scope: Scope): void {
    if (mayGive(cell, scope, this.own) || scope === given(cell, this.granted)) {
      this.dispatchEvent(new CustomEvent('edit', { detail: { cell, scope } }));
    }
  }

  private choose(event: CustomEvent<{ readonly cell: Cell; readonly scope: Scope }>): void {
    this.give(event.detail.cell, event.detail.scope);
  }

  private key(event: KeyboardEvent): void {
    const all = rows(groups(this.lines));
    const to = move(event, this.at, all);
    const line = all[this.at.row];
    const cell = line === undefined ? undefined : [...COMMON.map((action) => line.cells.get(action)), ...line.further][this.at.column];
    if (to !== null) {
      this.renderRoot.querySelector<HTMLElement>(`[data-place="${to.row}/${to.column}"]`)?.focus();
    } else if (cell !== undefined && (event.key === 'Enter' || event.key === ' ' || event.key === 'F2')) {
      this.change(cell, event.composedPath()[0] as HTMLElement);
    } else if (cell !== undefined && /^[0-3]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
      this.press(cell, Number(event.key));
    } else {
      return;
    }
    event.preventDefault();
  }

  private press(cell: Cell, index: number): void {
    const scope = cell.scopes[index];
    if (scope !== undefined && !this.locked && !byWildcard(cell, this.granted)) {
      this.give(cell, scope);
    }
  }
}
