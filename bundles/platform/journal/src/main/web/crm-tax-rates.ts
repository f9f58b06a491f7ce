import {
  base, chosen, css, customElement, html, LitElement, property, Watch, type Problem, type TemplateResult, nothing,
} from '@crm/portal';
import { exact, type Rate } from './company';
import { t } from './texts';

/** The rates of tax, the usual one first; tells `change` with all of them. */
@customElement('crm-tax-rates')
export class CrmTaxRates extends LitElement {
  static override styles = [
    base,
    css`
      .rate {
        display: grid;
        grid-template-columns: minmax(8rem, 18rem) 8rem auto;
        gap: 0 0.75rem;
        align-items: start;
        justify-content: start;
      }
      .buttons {
        display: flex;
        align-items: center;
        gap: 0.25rem;
        min-height: 2.25rem;
        margin-top: 1.625rem;
      }
      .add {
        margin-top: 0.75rem;
      }
      @media (max-width: 40rem) {
        .rate {
          grid-template-columns: minmax(0, 1fr) 6.5rem;
        }
        .buttons {
          grid-column: 1 / -1;
          margin-top: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) value: readonly Rate[] = [];
  @property({ attribute: false }) problem: Problem | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const whole = this.problem?.of('tax_rates') ?? null;
    return html`${this.value.length === 0 ? html`<p class="soft">${t('settings.rate.none')}</p>` : this.value.map((rate, index) => this.rate(rate, index))}
      ${whole === null ? nothing : html`<p class="error" role="alert">${whole}</p>`}
      <vaadin-button class="add" @click=${this.add}><crm-icon name="plus" slot="prefix"></crm-icon>${t('settings.rate.add')}</vaadin-button>`;
  }

  private rate(rate: Rate, index: number): TemplateResult {
    const number = index + 1;
    return html`<div class="rate" role="group">
      ${this.field(t('settings.rate.name', { number }), rate.name, index, 'name', 'text')}
      ${this.field(t('settings.rate.rate', { number }), String(rate.rate), index, 'rate', 'decimal')}
      <span class="buttons">
        ${index === 0
          ? html`<crm-badge tone="info">${t('settings.rate.usual')}</crm-badge>`
          : this.button('star', t('settings.rate.first', { number }), [rate, ...this.value.filter((each) => each !== rate)])}
        ${this.button('trash', t('settings.rate.remove', { number }), this.value.filter((each) => each !== rate))}
      </span>
    </div>`;
  }

  private field(label: string, value: string, index: number, part: keyof Rate, inputmode: string): TemplateResult {
    const error = this.problem?.of(`tax_rates.${index}.${part}`) ?? '';
    return html`<vaadin-text-field label=${label} .value=${value} inputmode=${inputmode} maxlength="100" autocomplete="off" manual-validation
      .invalid=${error !== ''} .errorMessage=${error}
      @input=${(event: Event) => {
        const typed = (event.target as HTMLInputElement).value;
        const now = { ...this.value[index]!, [part]: part === 'rate' ? exact(typed) : typed };
        this.tell(this.value.map((each, at) => (at === index ? now : each)));
      }}></vaadin-text-field>`;
  }

  private button(icon: string, label: string, after: readonly Rate[]): TemplateResult {
    return html`<vaadin-button theme="tertiary icon" aria-label=${label} title=${label} @click=${() => this.tell(after)}>
      <crm-icon name=${icon}></crm-icon></vaadin-button>`;
  }

  private async add(): Promise<void> {
    this.tell([...this.value, { name: '', rate: '' }]);
    await this.updateComplete;
    const fields = this.renderRoot.querySelectorAll<HTMLElement>('.rate:last-of-type vaadin-text-field');
    fields[0]?.focus();
  }

  private tell(rates: readonly Rate[]): void {
    this.value = rates;
    this.dispatchEvent(new CustomEvent('change', { detail: rates }));
  }
}
