import {
  base, chosen, customElement, html, language, LitElement, nothing, property, sheet, Watch,
  type Column, type Problem, type TemplateResult,
} from '@crm/portal';
import type { Company, Edits, Field } from './company';
import './crm-logo';
import './crm-tax-rates';
import { plain } from './differences';
import { settingsStyles } from './settings-styles';
import { known, t } from './texts';

type Kind = Column['kind'];

/** The fields of the company's settings; tells `edit` with what was typed, and `save` on Ctrl+Enter. */
@customElement('crm-settings-form')
export class CrmSettingsForm extends LitElement {
  static override styles = [base, sheet, settingsStyles];

  @property({ attribute: false }) company!: Company;
  @property({ attribute: false }) edits: Edits = {};
  @property({ attribute: false }) problem: Problem | null = null;
  /** The fields where the saved value came from somebody else. */
  @property({ attribute: false }) theirs: readonly Field[] = [];
  @property({ type: Boolean }) locked = false;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    return html`<fieldset ?disabled=${this.locked} ?inert=${this.locked} @keydown=${this.key}>
      <legend class="visually-hidden">${t('settings.title')}</legend>
      <section class="card"><h2>${t('settings.company')}</h2><div class="fields">
        ${this.field('name', 'text', 255)} ${this.field('tax_id', 'text', 100)}
        ${this.field('address', 'long_text', 1000)} ${this.field('bank_account', 'long_text', 500)}
        <div><crm-logo .value=${this.value('logo') as string | null} .error=${this.error('logo')}
          @change=${(event: CustomEvent<string | null>) => this.tell('logo', event.detail)}></crm-logo>${this.other('logo')}</div>
      </div></section>
      <section class="card"><h2>${t('settings.money')}</h2><div class="fields">
        ${this.choice('base_currency', currencies())} ${this.choice('time_zone', zones())}
        ${this.field('payment_terms', 'text', 255)} ${this.field('payment_days', 'integer', 3)}
      </div></section>
      <section class="card"><h2>${t('settings.taxes')}</h2><p class="soft">${t('settings.taxes.help')}</p>
        <crm-tax-rates .value=${this.value('tax_rates') as Company['tax_rates']} .problem=${this.problem}
          @change=${(event: CustomEvent<unknown>) => this.tell('tax_rates', event.detail)}></crm-tax-rates>
        ${this.other('tax_rates')}
      </section>
      <section class="card"><h2>${t('settings.numbers')}</h2><div class="fields">${this.prefixes()}</div>${this.other('numbering_prefixes')}</section>
    </fieldset>`;
  }

  private field(name: Field, kind: Kind, length: number): TemplateResult {
    return html`<div><crm-field .column=${column(name, kind, length)} .value=${this.value(name)} .error=${this.error(name)}
      @change=${(event: CustomEvent<unknown>) => this.tell(name, event.detail)}></crm-field>${this.other(name)}</div>`;
  }

  private choice(name: Field, items: readonly Item[]): TemplateResult {
    const value = String(this.value(name) ?? '');
    const all = items.some((item) => item.value === value) ? items : [{ value, label: value }, ...items];
    return html`<div><vaadin-combo-box label=${t(`settings.${name as 'time_zone'}`)} .items=${[...all]} .value=${value}
      .helperText=${known(`settings.${name}.help`) ?? ''} .invalid=${this.error(name) !== ''} .errorMessage=${this.error(name)} manual-validation
      @change=${(event: Event) => this.tell(name, (event.target as HTMLInputElement).value || null)}></vaadin-combo-box>${this.other(name)}</div>`;
  }

  private prefixes(): TemplateResult[] {
    const prefixes = this.value('numbering_prefixes') as Readonly<Record<string, string>>;
    return Object.entries(prefixes).map(([kind, prefix]) => {
      const help = t('settings.numbers.help', { example: `${prefix}-${new Date().getFullYear()}-000001` });
      const of = { ...column('numbering_prefixes', 'text', 10), label: known(`settings.prefix.${kind}`) ?? kind.replace(/_/g, ' '), help };
      return html`<crm-field .column=${of} .value=${prefix} .error=${this.error(`numbering_prefixes.${kind}`)}
        @change=${(event: CustomEvent<string | null>) => this.tell('numbering_prefixes', { ...prefixes, [kind]: event.detail ?? '' })}></crm-field>`;
    });
  }

  /** The value that somebody else saved, where it differs from what is typed. */
  private other(name: Field): TemplateResult | typeof nothing {
    if (!this.theirs.includes(name)) {
      return nothing;
    }
    const value = name === 'logo' ? t('settings.logo') : plain(this.company[name]) || t('settings.empty');
    return html`<p class="theirs">${t('settings.theirs', { value })}
      <vaadin-button theme="small" @click=${() => this.tell(name, this.company[name])}>${t('settings.take')}</vaadin-button></p>`;
  }

  private value(name: Field): unknown {
    return name in this.edits ? this.edits[name] : this.company[name];
  }

  private error(name: string): string {
    return this.problem?.of(name) ?? '';
  }

  private tell(name: Field, value: unknown): void {
    this.dispatchEvent(new CustomEvent<Edits>('edit', { detail: { [name]: value } }));
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.dispatchEvent(new CustomEvent('save'));
    }
  }
}

interface Item {
  readonly label: string;
  readonly value: string;
}

function column(name: Field, kind: Kind, length: number): Column {
  return {
    name, kind, label: known(`settings.${name}`) ?? name, help: known(`settings.${name}.help`), max_length: length, settable: true,
    required: false, values: null, refers_to: null, sortable: false,
  };
}

function currencies(): readonly Item[] {
  const names = new Intl.DisplayNames([language()], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

function zones(): readonly Item[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({ value, label: value.replace(/_/g, ' ') }));
}
