import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/date-picker';
import '@vaadin/multi-select-combo-box';
import '@vaadin/text-field';
import type { ComboBoxDataProvider } from '@vaadin/combo-box';
import type { Column } from '../../api/description';
import { matching, named, reference, type Reference } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { datePicker } from '../../ui/date-i18n';
import { notifyFailure } from '../../ui/notify';
import { base } from '../../ui/styles';
import type { Condition } from './conditions';

/** What can be asked of one column, by its kind. Tells `condition` at each change. */
@customElement('crm-filter-form')
export class CrmFilterForm extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      fieldset {
        display: grid;
        gap: 0.125rem;
        margin: 0;
        padding: 0;
        border: 0;
        max-height: 16rem;
        overflow: auto;
      }
      legend {
        padding: 0;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-height: 2rem;
        cursor: pointer;
      }
      input[type='checkbox'] {
        width: 1.0625rem;
        height: 1.0625rem;
        margin: 0.25rem;
        accent-color: var(--crm-accent);
      }
      vaadin-date-picker,
      vaadin-multi-select-combo-box,
      vaadin-text-field {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) column!: Column;
  @property({ attribute: false }) condition!: Condition;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult {
    switch (this.column.kind) {
      case 'enum':
        return this.choices((this.column.values ?? []).map((choice) => [choice.value, choice.label] as const));
      case 'boolean':
        return this.choices([['true', t('value.yes')], ['false', t('value.no')]]);
      case 'reference':
        return html`${this.choices(this.column.refers_to === 'user' ? [['me', t('list.filter.me')]] : [])}${this.others()}`;
      case 'date':
      case 'timestamp':
        return html`${this.date('from', t('list.filter.from'))}${this.date('to', t('list.filter.to'))}`;
      case 'integer':
      case 'decimal':
      case 'money':
      case 'percent':
        return html`${this.number('from', t('list.filter.from'))}${this.number('to', t('list.filter.to'))}`;
      default:
        return html`${this.words()}${this.choices([])}`;
    }
  }

  /** Values to check, and whether none is one of them. */
  private choices(values: readonly (readonly [string, string])[]): TemplateResult {
    const all = this.column.required ? values : [...values, ['null', t('list.filter.none')] as const];
    return all.length === 0
      ? html``
      : html`<fieldset>
          <legend class="visually-hidden">${this.column.label}</legend>
          ${all.map(
            ([value, label]) => html`<label><input type="checkbox" .checked=${this.condition.values.includes(value)}
              @change=${(event: Event) => this.check(value, (event.target as HTMLInputElement).checked)} />${label}</label>`,
          )}
        </fieldset>`;
  }

  private others(): TemplateResult {
    const ids = this.condition.values.filter((value) => value !== 'me' && value !== 'null');
    const held = ids.map((id) => reference(this.column.refers_to ?? '', id) ?? { id, label: '…', href: null });
    const kept = this.condition.values.filter((value) => value === 'me' || value === 'null');
    return html`<vaadin-multi-select-combo-box label=${t('list.filter.others')} item-label-path="label" item-value-path="id"
      item-id-path="id" .dataProvider=${this.provider} .selectedItems=${held} clear-button-visible
      @change=${(event: Event) => {
        const items = (event.target as unknown as { readonly selectedItems: readonly Reference[] }).selectedItems;
        this.tell({ values: [...kept, ...items.map((item) => item.id)] });
      }}></vaadin-multi-select-combo-box>`;
  }

  private readonly provider: ComboBoxDataProvider<Reference> = (parameters, callback) => {
    matching(this.column.refers_to ?? '', parameters.filter)
      .then((found) => callback([...found], found.length))
      .catch((failure: unknown) => {
        callback([], 0);
        notifyFailure(failure);
      });
  };

  private date(part: 'from' | 'to', label: string): TemplateResult {
    return html`<vaadin-date-picker label=${label} .value=${this.condition[part]} .i18n=${datePicker()} clear-button-visible
      @change=${(event: Event) => this.tell({ [part]: valueOf(event) })}></vaadin-date-picker>`;
  }

  private number(part: 'from' | 'to', label: string): TemplateResult {
    return html`<vaadin-text-field label=${label} .value=${this.condition[part]} inputmode="decimal" autocomplete="off"
      allowed-char-pattern="[0-9.,\\-]" clear-button-visible
      @change=${(event: Event) => this.tell({ [part]: plainNumber(valueOf(event)) })}></vaadin-text-field>`;
  }

  private words(): TemplateResult {
    return html`<vaadin-text-field label=${t('list.filter.has')} .value=${this.condition.has} autocomplete="off" clear-button-visible
      @change=${(event: Event) => this.tell({ has: valueOf(event).trim() })}></vaadin-text-field>
      ${this.condition.values.some((value) => value !== 'null')
        ? html`<p>${this.condition.values.filter((value) => value !== 'null').join(', ')}</p>`
        : nothing}`;
  }

  private check(value: string, on: boolean): void {
    const others = this.condition.values.filter((other) => other !== value);
    this.tell({ values: on ? [...others, value] : others });
  }

  private tell(part: Partial<Condition>): void {
    this.dispatchEvent(new CustomEvent('condition', { detail: { ...this.condition, ...part } }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** A number as the API reads it, from one with a comma before its decimals. */
function plainNumber(text: string): string {
  const value = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(\.\d+)?$/.test(value) ? value : '';
}
