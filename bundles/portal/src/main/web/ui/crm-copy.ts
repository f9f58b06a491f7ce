import { css, html, LitElement, render, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/dialog';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
import { t } from '../texts/texts';
import './crm-icon';
import { base } from './styles';

/** Something that is shown once, to be copied. */
@customElement('crm-copy')
export class CrmCopy extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      code {
        flex: 1 1 14rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--crm-line-strong);
        border-radius: var(--crm-radius-small);
        background: var(--crm-canvas);
        font-size: 1rem;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  @property() text = '';
  @property() label = '';
  @state() private copied = false;

  override render(): TemplateResult {
    return html`<code aria-label=${this.label} role="img">${this.text}</code>
      <vaadin-button theme="primary" @click=${this.copy}>
        <crm-icon name=${this.copied ? 'check' : 'copy'}></crm-icon>
        ${this.copied ? t('copy.done') : t('copy.button')}
      </vaadin-button>
      <span class="visually-hidden" role="status">${this.copied ? t('copy.done') : ''}</span>`;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
    } catch {
      // Where the page is not secure there is no clipboard: the keyboard copies what is selected.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('code')!);
    }
  }
}

interface Secret {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly secret: string;
}

/** Shows a secret that nobody will see again; resolves when it is put away. */
export function copyable(what: Secret): Promise<void> {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    const end = (): void => {
      place.querySelector('vaadin-dialog')!.opened = false;
    };
    const gone = (): void => {
      place.remove();
      resolve();
    };
    render(
      html`<vaadin-dialog
        header-title=${what.title}
        width="32rem"
        no-close-on-outside-click
        no-close-on-esc
        opened
        @closed=${gone}
        ${dialogRenderer(
          () => html`<p>${what.text}</p><crm-copy .text=${what.secret} .label=${what.label}></crm-copy>`,
          [],
        )}
        ${dialogFooterRenderer(() => html`<vaadin-button @click=${end}>${t('copy.kept')}</vaadin-button>`, [])}
      ></vaadin-dialog>`,
      place,
    );
  });
}
