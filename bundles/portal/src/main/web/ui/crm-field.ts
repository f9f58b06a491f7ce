import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/date-picker';
import '@vaadin/date-time-picker';
import '@vaadin/email-field';
import '@vaadin/integer-field';
import '@vaadin/number-field';
import '@vaadin/select';
import '@vaadin/text-area';
import '@vaadin/text-field';
import type { ComboBoxDataProvider } from '@vaadin/combo-box';
import type { Column } from '../api/description';
import { matching, named, reference, type Reference } from '../api/references';
import { Watch } from '../api/store';
import { chosen, locale, t } from '../texts/texts';
import { datePicker } from './date-i18n';
import { notifyFailure } from './notify';
import { numberText, typedNumber } from './number';
import { describeSelect, type Drawn } from './select-words';

/**
 * Edits the value of one column with what suits its kind. Tells `change` with the value as the API
 * takes it: null for none, numbers as they were typed.
 */
@customElement('crm-field')
export class CrmField extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    :host > * {
      width: 100%;
    }
    :host(:not([bare])) vaadin-checkbox {
      padding-top: 1.5rem;
    }
  `;

  @property({ attribute: false }) column!: Column;
  @property({ attribute: false }) value: unknown = null;
  /** What is wrong with the value, or ''. */
  @property() error = '';
  /** Whether the label is only for screen readers, as in a cell of a list. */
  @property({ type: Boolean, reflect: true }) bare = false;

  private numberTyped: { readonly text: string; readonly value: unknown } = { text: '', value: null };

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  /** Puts the cursor into it. */
  override focus(): void {
    // Vaadin puts a style before the fields.
    const field = this.renderRoot.querySelector<HTMLElement & { readonly updateComplete?: Promise<unknown> }>(':not(style)');
    // A field that was made just now has nothing yet that could have the cursor.
    void Promise.resolve(field?.updateComplete).then(() => field?.focus());
  }

  override render(): TemplateResult {
    switch (this.column.kind) {
      case 'long_text':
        return html`<vaadin-text-area label=${this.written} .accessibleName=${this.spoken} .value=${this.text} ?required=${this.column.required}
          .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation
          maxlength=${this.column.max_length ?? 100_000} .helperText=${this.help} @change=${this.typed}
          @input=${this.typed}></vaadin-text-area>`;
      case 'boolean':
        return html`<vaadin-checkbox label=${this.written} .accessibleName=${this.spoken} .checked=${this.value === true}
          @change=${(event: Event) => this.tell((event.target as HTMLInputElement).checked)}></vaadin-checkbox>`;
      case 'enum':
        return html`<vaadin-select label=${this.written} .accessibleName=${this.spoken} .value=${this.text} ?required=${this.column.required}
          .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation .helperText=${this.help}
          .items=${this.choices()} @change=${this.typed}></vaadin-select>`;
      case 'reference':
        return this.referenceField();
      case 'date':
        return html`<vaadin-date-picker label=${this.written} .accessibleName=${this.spoken} .value=${this.text} ?required=${this.column.required}
          .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation .i18n=${datePicker()}
          .helperText=${this.help} clear-button-visible @change=${this.typed}></vaadin-date-picker>`;
      case 'timestamp':
        return html`<vaadin-date-time-picker label=${this.written} .accessibleName=${this.spoken} .value=${localTime(this.text)}
          .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation .i18n=${datePicker()}
          ?required=${this.column.required} .helperText=${this.help}
          @change=${(event: Event) => this.tell(instant((event.target as HTMLInputElement).value))}>
        </vaadin-date-time-picker>`;
      default:
        return this.textField();
    }
  }

  protected override updated(): void {
    const select = this.renderRoot.querySelector<Drawn>('vaadin-select');
    if (select !== null) {
      void describeSelect(select, this.label);
    }
  }

  private textField(): TemplateResult {
    const numeric = ['integer', 'decimal', 'money', 'percent'].includes(this.column.kind);
    const email = this.column.kind === 'email';
    return html`<vaadin-text-field label=${this.written} .accessibleName=${this.spoken}
      .value=${numeric ? this.numeral : this.text} ?required=${this.column.required}
      .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation .helperText=${this.help}
      maxlength=${this.column.max_length ?? 255} autocomplete="off"
      inputmode=${numeric ? 'decimal' : email ? 'email' : this.column.kind === 'phone' ? 'tel' : 'text'}
      @change=${numeric ? this.counted : this.typed} @input=${numeric ? this.counted : this.typed}></vaadin-text-field>`;
  }

  private referenceField(): TemplateResult {
    const held = this.value === null || this.value === undefined ? null : this.held(String(this.value));
    return html`<vaadin-combo-box label=${this.written} .accessibleName=${this.spoken} ?required=${this.column.required}
      .invalid=${this.error !== ''} .errorMessage=${this.error} manual-validation .helperText=${this.help}
      item-label-path="label" item-value-path="id" item-id-path="id" clear-button-visible
      .dataProvider=${this.provider} .selectedItem=${held}
      @change=${(event: Event) => this.tell((event.target as HTMLInputElement).value || null)}
    ></vaadin-combo-box>`;
  }

  private readonly provider: ComboBoxDataProvider<Reference> = (parameters, callback) => {
    matching(this.column.refers_to ?? '', parameters.filter)
      .then((found) => callback([...found], found.length))
      .catch((failure: unknown) => {
        callback([], 0);
        notifyFailure(failure);
      });
  };

  private held(id: string): Reference {
    return reference(this.column.refers_to ?? '', id) ?? { id, label: '…', href: null };
  }

  private get label(): string {
    return this.column.label;
  }

  /** The label that is seen beside the field. */
  private get written(): string {
    return this.bare ? '' : this.label;
  }

  private get spoken(): string | null {
    return this.bare ? this.label : null;
  }

  private get help(): string {
    return this.column.help ?? '';
  }

  private get text(): string {
    return this.value === null || this.value === undefined ? '' : String(this.value);
  }

  private choices(): { label: string; value: string }[] {
    const choices = (this.column.values ?? []).map((choice) => ({ label: choice.label, value: choice.value }));
    return this.column.required ? choices : [{ label: t('value.none'), value: '' }, ...choices];
  }

  private typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.tell(text === '' ? null : text);
  }

  private counted(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    const value = text === '' ? null : typedNumber(text, locale());
    this.numberTyped = { text, value };
    this.tell(value);
  }

  /** A number as it was typed, so that nothing changes under the cursor; otherwise in the locale. */
  private get numeral(): string {
    const { text, value } = this.numberTyped;
    return value === (this.value ?? null) ? text : numberText(this.text, locale());
  }

  private tell(value: unknown): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }
}

/** An instant as the picker takes it: the reader's time zone. */
function localTime(text: string): string {
  return text === '' ? '' : `${new Date(text).toLocaleString('sv').replace(' ', 'T').slice(0, 16)}`;
}

function instant(text: string): string | null {
  return text === '' ? null : new Date(text).toISOString();
}
