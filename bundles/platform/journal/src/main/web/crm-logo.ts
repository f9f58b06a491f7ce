import { base, chosen, css, customElement, html, LitElement, nothing, property, state, Watch, type TemplateResult } from '@crm/portal';
import { t } from './texts';

const KINDS = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];
const MOST = 500_000;

/** The company's logo, chosen from a file; tells `change` with a data URI or null. */
@customElement('crm-logo')
export class CrmLogo extends LitElement {
  static override styles = [
    base,
    css`
      .part {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem;
        margin-top: 0.5rem;
      }
      .label {
        font-size: 0.875rem;
        color: var(--crm-text-soft);
      }
      .picture {
        display: grid;
        place-items: center;
        width: 9rem;
        height: 4.5rem;
        padding: 0.25rem;
        border: 1px dashed var(--crm-line-strong);
        border-radius: var(--crm-radius-small);
        color: var(--crm-text-soft);
        font-size: 0.8125rem;
      }
      img {
        max-width: 100%;
        max-height: 4rem;
      }
    `,
  ];

  @property() value: string | null = null;
  @property() error = '';
  @state() private wrong: 'settings.logo.kind' | 'settings.logo.size' | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const error = this.wrong === null ? this.error : t(this.wrong);
    return html`<span class="label" id="label">${t('settings.logo')}</span>
      <div class="part" role="group" aria-labelledby="label">
        <div class="picture">${this.value === null ? t('settings.logo.none') : html`<img src=${this.value} alt=${t('settings.logo')} />`}</div>
        <input type="file" accept=${KINDS.join(',')} hidden @change=${this.chosen} />
        <vaadin-button @click=${() => this.renderRoot.querySelector('input')?.click()}>
          <crm-icon name="upload" slot="prefix"></crm-icon>${t('settings.logo.choose')}
        </vaadin-button>
        ${this.value === null ? nothing : html`<vaadin-button theme="tertiary" @click=${() => this.tell(null)}>${t('settings.logo.remove')}</vaadin-button>`}
      </div>
      ${error === '' ? html`<small class="soft">${t('settings.logo.help')}</small>` : html`<p class="error" role="alert">${error}</p>`}`;
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) {
      return;
    }
    this.wrong = !KINDS.includes(file.type) ? 'settings.logo.kind' : file.size > MOST ? 'settings.logo.size' : null;
    if (this.wrong === null) {
      const reader = new FileReader();
      reader.onload = () => this.tell(String(reader.result));
      reader.readAsDataURL(file);
    }
  }

  private tell(value: string | null): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }
}
