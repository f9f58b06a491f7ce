import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './crm-icon';
import { base } from './styles';

export interface MenuItem {
  readonly label: string;
  /** Of one that is a choice: whether it holds now. */
  readonly checked?: boolean;
  readonly act: () => void;
}

/** Items that belong together, below what they are called, if they are called anything. */
export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

/** A menu that is opened at a place, above everything; it closes by itself when something else is touched. */
@customElement('crm-menu')
export class CrmMenu extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset: auto;
        margin: 0;
        min-width: 11rem;
        max-width: calc(100vw - 1rem);
        max-height: calc(100dvh - 1rem);
        padding: 0.25rem;
        overflow: auto;
        border: 1px solid var(--crm-line);
        border-radius: var(--crm-radius);
        background: var(--crm-raised);
        color: var(--crm-text);
        box-shadow: 0 6px 24px rgb(0 0 0 / 20%);
      }
      [role='group'] + [role='group'] {
        margin-top: 0.25rem;
        padding-top: 0.25rem;
        border-top: 1px solid var(--crm-line);
      }
      .label {
        display: block;
        padding: 0.375rem 0.75rem 0.125rem;
        color: var(--crm-text-soft);
        font-size: 0.8125rem;
        font-weight: 600;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
        width: 100%;
        min-height: 2.25rem;
        padding: 0.25rem 0.75rem;
        border: 0;
        border-radius: var(--crm-radius-small);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:is(:hover, :focus) {
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        outline-offset: -2px;
      }
    `,
  ];

  @state() private groups: readonly MenuGroup[] = [];
  private opener: HTMLElement | null = null;

  constructor() {
    super();
    this.popover = 'auto';
    this.addEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    return html`<div role="menu" aria-label=${this.ariaLabel ?? ''}>
      ${this.groups.map(({ label, items }) => html`<div role="group" aria-label=${label ?? nothing}>
        ${label === undefined ? nothing : html`<span class="label" aria-hidden="true">${label}</span>`}
        ${repeat(items, (item) => item.label, (item) => this.item(item))}
      </div>`)}
    </div>`;
  }

  private item(item: MenuItem): TemplateResult {
    return item.checked === undefined
      ? html`<button role="menuitem" tabindex="-1" @click=${() => this.choose(item)}>${item.label}</button>`
      : html`<button role="menuitemradio" aria-checked=${item.checked ? 'true' : 'false'} tabindex="-1" @click=${() => this.choose(item)}
          >${item.label}${item.checked ? html`<crm-icon name="check"></crm-icon>` : nothing}</button>`;
  }

  /** Opens below or above a rectangle; the focus comes back to the opener when nothing is chosen. */
  async open(label: string, groups: readonly MenuGroup[], at: DOMRect, opener: HTMLElement): Promise<void> {
    this.ariaLabel = label;
    this.groups = groups;
    this.opener = opener;
    await this.updateComplete;
    this.showPopover();
    const { width, height } = this.getBoundingClientRect();
    const below = at.bottom + height + 4 < innerHeight;
    const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
    this.style.setProperty('left', `${left}px`);
    this.style.setProperty('top', `${Math.max(8, below ? at.bottom + 2 : at.top - height - 2)}px`);
    this.entries[0]?.focus();
  }

  private get entries(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  private choose(item: MenuItem): void {
    this.close();
    item.act();
  }

  private close(): void {
    this.hidePopover();
    this.opener?.focus();
  }

  private readonly key = (event: KeyboardEvent): void => {
    const entries = this.entries;
    const at = entries.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    }[event.key];
    const letter = entries.findIndex((entry) => entry.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    if (to !== undefined || (event.key.length === 1 && event.key !== ' ' && letter !== -1)) {
      entries[to ?? letter]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-menu': CrmMenu;
  }
}
