import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './styles';

export interface MenuItem {
  readonly label: string;
  readonly act: () => void;
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
      [role='menuitem'] {
        display: block;
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
      [role='menuitem']:is(:hover, :focus) {
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        outline-offset: -2px;
      }
    `,
  ];

  @state() private items: readonly MenuItem[] = [];
  private opener: HTMLElement | null = null;

  constructor() {
    super();
    this.popover = 'auto';
    this.addEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    return html`<div role="menu" aria-label=${this.ariaLabel ?? ''}>
      ${repeat(this.items, (item) => item.label, (item) => html`<button role="menuitem" tabindex="-1" @click=${() => this.choose(item)}>
        ${item.label}
      </button>`)}
    </div>`;
  }

  /** Opens below or above a rectangle; the focus comes back to the opener when nothing is chosen. */
  async open(label: string, items: readonly MenuItem[], at: DOMRect, opener: HTMLElement): Promise<void> {
    this.ariaLabel = label;
    this.items = items;
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
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
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
