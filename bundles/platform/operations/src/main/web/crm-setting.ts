import {
  base, call, chosen, css, customElement, decimal, html, LitElement, nothing, notify, notifyFailure, Problem, property, state,
  Watch, type components, type TemplateResult,
} from '@crm/portal';
import { allowed } from './allowed';
import { known, t } from './texts';

export type Setting = components['schemas']['Setting'];

/** One setting of this node, which is checked before it is taken; tells `changed`. */
@customElement('crm-setting')
export class CrmSetting extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(14rem, 20rem) 13rem;
        gap: 0.25rem 1rem;
        align-items: start;
        padding: 0.75rem 1rem;
      }
      .key {
        font-weight: 550;
        overflow-wrap: anywhere;
      }
      vaadin-text-field,
      vaadin-combo-box {
        width: 100%;
        padding-top: 0;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      small {
        display: block;
      }
      @media (max-width: 60rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) setting!: Setting;
  @property({ type: Boolean }) locked = false;
  @state() private typed: string | null = null;
  @state() private error = '';
  @state() private busy = false;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const { pid, key, value, standard, secret } = this.setting;
    const about = known(`about.${pid}/${key}`) ?? known(`about.${pid}`) ?? this.setting.description;
    const changed = this.typed !== null && this.typed !== value;
    return html`<div>
        <div class="key">${key}</div>
        <small class="soft">${about}</small>
        ${secret || value === standard
          ? nothing
          : html`<small><crm-badge tone="info">${t('config.changed')}</crm-badge> <span class="soft">${t('config.standard', { value: standard || t('config.empty') })}</span></small>`}
      </div>
      ${this.field()}
      <div class="buttons">
        ${changed
          ? html`<vaadin-button theme="primary" ?disabled=${this.busy} aria-label=${t('config.save.label', { key })}
              @click=${() => this.save(this.typed)}>${t('config.save')}</vaadin-button>`
          : nothing}
        ${!this.locked && !secret && value !== standard
          ? html`<vaadin-button theme="tertiary" ?disabled=${this.busy} aria-label=${t('config.reset.label', { key })}
              @click=${() => this.save(null)}>${t('config.reset')}</vaadin-button>`
          : nothing}
      </div>`;
  }

  private field(): TemplateResult {
    const may = allowed(this.setting.allowed);
    const shown = this.typed ?? (this.setting.secret ? '' : this.setting.value);
    const help = this.setting.secret ? t('config.secret') : t('config.allowed', { allowed: this.words() });
    if (may.kind === 'one') {
      return html`<vaadin-combo-box accessible-name=${this.setting.key} .items=${[...may.values]} .value=${shown} ?readonly=${this.locked}
        .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation
        @change=${(event: Event) => this.type((event.target as HTMLInputElement).value)}></vaadin-combo-box>`;
    }
    return html`<vaadin-text-field accessible-name=${this.setting.key} .value=${shown} .helperText=${help} ?readonly=${this.locked}
      inputmode=${may.kind === 'range' ? 'numeric' : 'text'} autocomplete="off" manual-validation
      .invalid=${this.error !== ''} .errorMessage=${this.error} @keydown=${this.key}
      @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)}></vaadin-text-field>`;
  }

  private words(): string {
    const may = allowed(this.setting.allowed);
    switch (may.kind) {
      case 'one':
        return t('allowed.one', { list: may.values.join(', ') });
      case 'range':
        return t('allowed.range', { from: decimal(may.from), to: decimal(may.to) });
      case 'text':
        return t('allowed.text');
      default:
        return may.said;
    }
  }

  private type(value: string): void {
    [this.typed, this.error] = [value, ''];
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.typed !== null && this.typed !== this.setting.value) {
      void this.save(this.typed);
    }
  }

  private async save(value: string | null): Promise<void> {
    const { pid, key } = this.setting;
    this.busy = true;
    try {
      const { body } = await call<Setting>('PUT', `configuration/${pid}/${key}`, { body: { value } });
      [this.typed, this.error] = [null, ''];
      notify(t('config.saved', { key, value: body.value || t('config.empty') }));
      this.dispatchEvent(new CustomEvent('changed', { detail: body }));
    } catch (failure) {
      const said = failure instanceof Problem ? failure.of(key) : null;
      this.error = said === null ? '' : t('config.allowed', { allowed: this.words() });
      if (said === null) {
        notifyFailure(failure);
      }
    } finally {
      this.busy = false;
    }
  }
}
