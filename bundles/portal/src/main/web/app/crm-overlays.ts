import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { later } from '../ui/later';
import { notifyFailure } from '../ui/notify';
import { base } from '../ui/styles';
import { dialogStyles } from './dialog-styles';
import { navigationKeys } from './navigation-keys';
import { addShortcuts, pressedKey } from './shortcuts';

export type Overlay = 'palette' | 'shortcuts' | 'password';

/** What comes above every page, by keys or from the header; loaded when it is first wanted. */
@customElement('crm-overlays')
export class CrmOverlays extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(26rem, calc(100vw - 1.5rem));
        padding: 1.5rem;
      }
      dialog button {
        position: absolute;
        inset: 0.875rem 0.875rem auto auto;
        display: grid;
        place-items: center;
        width: 2.25rem;
        height: 2.25rem;
        border: 0;
        border-radius: var(--crm-radius-small);
        background: none;
        color: var(--crm-text-soft);
        cursor: pointer;
      }
    `,
  ];

  @state() private open: Overlay | null = null;
  /** What is typed before the palette is there; null while it is not on its way. */
  private ahead: string | null = null;
  /** What the palette begins with. */
  private words = '';
  private removeKeys: () => void = () => undefined;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.key);
    this.stop = portal.listen(() => this.takeKeys());
    this.takeKeys();
    later(() => import('./crm-palette'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.key);
    this.stop();
    this.removeKeys();
  }

  async show(what: Overlay): Promise<void> {
    if (what === 'palette' && this.open !== what) {
      this.ahead ??= '';
    }
    try {
      await (what === 'palette' ? import('./crm-palette') : what === 'shortcuts' ? import('./crm-shortcuts') : import('./crm-password'));
      this.words = this.ahead ?? '';
      this.open = what;
    } catch (failure) {
      notifyFailure(failure);
    }
    this.ahead = null;
  }

  override render(): TemplateResult | typeof nothing {
    switch (this.open) {
      case 'palette':
        return html`<crm-palette
          words=${this.words}
          @closed=${() => this.closed('palette')}
          @shortcuts=${() => this.show('shortcuts')}
          @password=${() => this.show('password')}
        ></crm-palette>`;
      case 'shortcuts':
        return html`<crm-shortcuts @closed=${() => this.closed('shortcuts')}></crm-shortcuts>`;
      case 'password':
        return html`<dialog aria-label=${t('app.change_password')} @close=${() => this.closed('password')}>
          <crm-password @changed=${() => this.closed('password')}></crm-password>
          <button aria-label=${t('button.close')} @click=${() => this.closed('password')}>
            <crm-icon name="close"></crm-icon>
          </button>
        </dialog>`;
      default:
        return nothing;
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.size > 0 && this.open === 'password') {
      const dialog = this.renderRoot.querySelector('dialog');
      if (dialog !== null && !dialog.open) {
        dialog.showModal();
        dialog.querySelector<HTMLElement>('crm-password')?.focus();
      }
    }
  }

  /** One that another has replaced has nothing to say any more. */
  private closed(what: Overlay): void {
    if (this.open === what) {
      this.open = null;
    }
  }

  private takeKeys(): void {
    this.removeKeys();
    this.removeKeys = addShortcuts(navigationKeys((what) => void this.show(what)), true);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const palette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (palette) {
      event.preventDefault();
      void this.show('palette');
    } else if (this.ahead !== null) {
      this.ahead = event.key === 'Backspace' ? this.ahead.slice(0, -1) : this.ahead + (event.key.length === 1 ? event.key : '');
      event.preventDefault();
    } else if (this.open === null) {
      pressedKey(event);
    }
  };
}
