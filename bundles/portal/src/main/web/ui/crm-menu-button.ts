import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './crm-menu';
import type { CrmMenu, MenuGroup } from './crm-menu';
import { base } from './styles';

/** A round button, as which its content shows, that opens a menu. */
@customElement('crm-menu-button')
export class CrmMenuButton extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      button {
        display: grid;
        place-items: center;
        min-width: 2.25rem;
        height: 2.25rem;
        padding: 0;
        border: 0;
        border-radius: 1.125rem;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--crm-accent-soft);
      }
    `,
  ];

  @property() label = '';
  /** What the menu offers when it is opened. */
  @property({ attribute: false }) groups: () => readonly MenuGroup[] = () => [];
  @state() private opened = false;
  @query('button') private button!: HTMLElement;
  @query('crm-menu') private menu!: CrmMenu;
  /** Whether a press on the button has found the menu open: the browser closes it before the click. */
  private closing = false;

  override render(): TemplateResult {
    return html`<button aria-haspopup="menu" aria-expanded=${this.opened ? 'true' : 'false'} aria-label=${this.label} title=${this.label}
        @pointerdown=${() => (this.closing = this.opened)} @click=${this.pressed} @keydown=${this.key}><slot></slot></button>
      <crm-menu @toggle=${(event: ToggleEvent) => (this.opened = event.newState === 'open')}></crm-menu>`;
  }

  private pressed(): void {
    if (!this.closing) {
      void this.menu.open(this.label, this.groups(), this.button.getBoundingClientRect(), this.button);
    }
    this.closing = false;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.pressed();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-menu-button': CrmMenuButton;
  }
}
