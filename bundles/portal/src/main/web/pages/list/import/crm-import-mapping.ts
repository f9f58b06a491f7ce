import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/select';
import type { Column, RecordPage } from '../../../api/description';
import { named } from '../../../api/references';
import { Watch } from '../../../api/store';
import { chosen, t } from '../../../texts/texts';
import '../../../ui/crm-field';
import '../../../ui/crm-icon';
import { base } from '../../../ui/styles';
import { examples, type Head } from './csv-head';
import { importStyles } from './import-styles';
import { DATE_FORMATS, fillable, type How } from './mapping';

const CUSTOM = 'metadata.';

/** Which heading of a file fills which field, and how its values are written. Tells `how` at each change. */
@customElement('crm-import-mapping')
export class CrmImportMapping extends LitElement {
  static override styles = [base, importStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) head!: Head;
  @property({ attribute: false }) how!: How;
  @state() private adding = false;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult {
    return html`<div class="card"><h2>${t('import.mapping')}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('import.mapping')}><table>
          <thead><tr><th scope="col">${t('import.heading')}</th><th scope="col">${t('import.examples')}</th><th scope="col">${t('import.field')}</th></tr></thead>
          <tbody>${this.head.header.map((name, index) => this.line(name, index))}</tbody>
        </table></div></div>
      <div class="card"><h2>${t('import.options')}</h2><div class="fields">${this.options()}</div>
        <vaadin-checkbox label=${t('import.duplicates')} .checked=${this.how.allow_duplicate}
          @change=${(event: Event) => this.tell({ allow_duplicate: (event.target as HTMLInputElement).checked })}></vaadin-checkbox></div>
      <div class="card"><h2>${t('import.constants')}</h2><p class="soft">${t('import.constants.help')}</p>${this.constants()}</div>`;
  }

  private line(name: string, index: number): TemplateResult {
    const custom = this.page.columns.some((column) => column.name === 'metadata' && column.settable);
    const fields = [
      ...fillable(this.page).map((column) => ({ label: column.label, value: column.name })),
      ...(custom ? [{ label: t('import.custom', { name }), value: CUSTOM + name }] : []),
    ];
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="examples soft">${examples(this.head, index).slice(0, 3).join(' · ')}</td>
      <td><vaadin-combo-box .accessibleName=${t('import.field.for', { name })} placeholder=${t('import.skip')} clear-button-visible
        .items=${fields} .value=${this.how.mapping[name] ?? ''}
        @change=${(event: Event) => this.map(name, (event.target as HTMLInputElement).value)}></vaadin-combo-box></td>
    </tr>`;
  }

  private map(name: string, field: string): void {
    // A field is filled once: it moves to the heading that was chosen last.
    const others = Object.entries(this.how.mapping).filter(([other, filled]) => other !== name && filled !== field);
    const mapping = Object.fromEntries(field === '' ? others : [...others, [name, field]]);
    const key = Object.values(mapping).includes(this.how.key) ? this.how.key : '';
    this.tell({ mapping, key });
  }

  private options(): TemplateResult {
    const mapped = fillable(this.page).filter((column) => Object.values(this.how.mapping).includes(column.name));
    const formats = DATE_FORMATS.map((value) => ({ value: value === '' ? 'iso' : value, label: value === '' ? '2026-12-31' : example(value) }));
    const keys = [{ value: 'none', label: t('import.key.none') }, ...mapped.map(({ name, label }) => ({ value: name, label }))];
    const given = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`
      <vaadin-select label=${t('import.dates')} .items=${formats} .value=${this.how.date_format === '' ? 'iso' : this.how.date_format}
        @change=${(event: Event) => this.tell({ date_format: given(event) === 'iso' ? '' : given(event) })}></vaadin-select>
      <vaadin-select label=${t('import.decimal')} .items=${[{ value: '.', label: '1234.50' }, { value: ',', label: '1234,50' }]} .value=${this.how.decimal}
        @change=${(event: Event) => this.tell({ decimal: given(event) === ',' ? ',' : '.' })}></vaadin-select>
      <vaadin-select label=${t('import.key')} .items=${keys} .value=${this.how.key === '' ? 'none' : this.how.key}
        .helperText=${t('import.key.help')} @change=${(event: Event) => this.tell({ key: given(event) === 'none' ? '' : given(event) })}></vaadin-select>`;
  }

  private constants(): TemplateResult {
    const taken = new Set([...Object.values(this.how.mapping), ...Object.keys(this.how.constants)]);
    const free = fillable(this.page).filter((column) => !taken.has(column.name));
    const set = Object.keys(this.how.constants).map((name) => this.page.columns.find((column) => column.name === name));
    return html`<div class="fields">
      ${set.filter((column): column is Column => column !== undefined).map((column) => html`<div class="row">
        <crm-field .column=${{ ...column, required: false }} .value=${this.how.constants[column.name] ?? null}
          @change=${(event: CustomEvent<unknown>) => this.tell({ constants: { ...this.how.constants, [column.name]: event.detail } })}></crm-field>
        <vaadin-button theme="tertiary icon" aria-label=${t('list.filter.remove', { label: column.label })} @click=${() => this.drop(column.name)}><crm-icon name="close"></crm-icon></vaadin-button></div>`)}
      ${this.adding
        ? html`<vaadin-combo-box label=${t('import.constants.field')} .items=${free} item-label-path="label" item-value-path="name"
            @change=${(event: Event) => this.add((event.target as HTMLInputElement).value)}></vaadin-combo-box>`
        : nothing}
      </div>
      <vaadin-button theme="tertiary small" @click=${() => (this.adding = true)}><crm-icon name="plus"></crm-icon>${t('import.constants.add')}</vaadin-button>`;
  }

  private add(name: string): void {
    this.adding = false;
    if (name !== '') {
      this.tell({ constants: { ...this.how.constants, [name]: null } });
    }
  }

  private drop(name: string): void {
    this.tell({ constants: Object.fromEntries(Object.entries(this.how.constants).filter(([other]) => other !== name)) });
  }

  private tell(part: Partial<How>): void {
    this.dispatchEvent(new CustomEvent('how', { detail: { ...this.how, ...part } }));
  }
}

/** The last day of a year in a format, which tells days and months apart. */
function example(format: string): string {
  return format.replace(/yyyy/, '2026').replace(/MM?/, '12').replace(/dd?/, '31');
}
