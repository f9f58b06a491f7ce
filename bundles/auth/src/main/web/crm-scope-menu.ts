import { base, css, customElement, html, LitElement, property, state, type TemplateResult } from '@crm/portal';
import { mayGive, type Cell, type Scope } from './permissions';
import { t } from './texts';

/** The scopes to choose from at a cell of the matrix; tells `choose` with a scope. */
@customElement('crm-scope-menu')
export class CrmScopeMenu extends LitElement {
  static override styles = [
    base,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        min-width: 16rem;
        max-width: calc(100vw - 1rem);
        padding: 0.25rem;
        border: 1px solid var(--crm-line-strong);
        border-radius: var(--crm-radius-small);
        background: var(--crm-raised);
        color: var(--crm-text);
        box-shadow: var(--crm-shadow);
      }
      button {
        display: grid;
        grid-template-columns: 1.25rem 1fr auto;
        column-gap: 0.5rem;
        width: 100%;
        min-height: 2.25rem;
        padding: 0.375rem 0.5rem;
        border: 0;
        border-radius: 5px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover,
      button:focus-visible {
        background: var(--crm-accent-soft);
      }
      button[aria-disabled='true'] {
        color: var(--crm-text-soft);
        cursor: not-allowed;
      }
      small {
        grid-column: 2 / -1;
        color: var(--crm-text-soft);
      }
    `,
  ];

  /** What the user may do, and so may give. */
  @property({ attribute: false }) own: ReadonlySet<string> = new Set();
  @state() private cell: Cell | null = null;
  private scope: Scope = 'none';
  private label = '';
  private from: HTMLElement | null = null;

  /** Opens beside the element of a cell; the focus goes back there. */
  async open(cell: Cell, scope: Scope, label: string, from: HTMLElement): Promise<void> {
    [this.cell, this.scope, this.label, this.from] = [cell, scope, label, from];
    this.requestUpdate();
    await this.updateComplete;
    const menu = this.menu;
    menu.showPopover();
    const box = from.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const below = box.bottom + height < innerHeight;
    menu.style.setProperty('left', `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`);
    menu.style.setProperty('top', `${Math.max(8, below ? box.bottom + 2 : box.top - height - 2)}px`);
    (menu.querySelector<HTMLElement>('[aria-checked=true]') ?? this.items[0])?.focus();
  }

  override render(): TemplateResult {
    return html`<div
      popover role="menu" aria-label=${this.label} @keydown=${this.key} @toggle=${this.toggled}
    >
      ${this.cell?.scopes.map((scope, index) => this.item(this.cell!, scope, index))}
    </div>`;
  }

  private item(cell: Cell, scope: Scope, index: number): TemplateResult {
    const refused = !mayGive(cell, scope, this.own) && scope !== this.scope;
    return html`<button
      role="menuitemradio" tabindex="-1" aria-checked=${scope === this.scope} aria-disabled=${refused}
      @click=${() => !refused && this.choose(scope)}
    >
      ${scope === this.scope ? html`<crm-icon name="check"></crm-icon>` : html`<i></i>`}
      <span>${t(`scope.${scope}`)}</span><kbd aria-hidden="true">${index}</kbd>
      <small>${refused ? t('scope.too_much') : t(`scope.${scope}.help`)}</small>
    </button>`;
  }

  private key(event: KeyboardEvent): void {
    const items = this.items;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      items[(to + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.menu.hidePopover();
    } else if (/^[0-3]$/.test(event.key)) {
      items[Number(event.key)]?.click();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private toggled(event: ToggleEvent): void {
    if (event.newState === 'closed') {
      this.from?.focus();
    }
  }

  private choose(scope: Scope): void {
    this.menu.hidePopover();
    this.dispatchEvent(new CustomEvent('choose', { detail: { cell: this.cell, scope } }));
  }

  private get menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[popover]')!;
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
  }
}
