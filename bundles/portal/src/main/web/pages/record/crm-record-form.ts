import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { column, type Column } from '../../api/description';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-field';
import '../../ui/crm-icon';
import type { CrmField } from '../../ui/crm-field';
import { base } from '../../ui/styles';
import { shown, spoken } from '../../ui/value';
import { formParts, type Part } from './columns';
import './crm-custom-fields';
import { formStyles } from './form-styles';
import type { RecordModel } from './record-model';

/** The sections of a record: read, and a form once something is to be changed. */
@customElement('crm-record-form')
export class CrmRecordForm extends LitElement {
  static override styles = [base, formStyles];

  @property({ attribute: false, hasChanged: () => true }) model!: RecordModel;
  /** Whether the user may change anything here. */
  @property({ type: Boolean }) open = false;
  private wanted: string | null = null;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  /** Puts the cursor into a field, or into the first one. */
  enter(name: string | null = null): void {
    this.wanted = name ?? '';
    this.requestUpdate();
  }

  override render(): TemplateResult {
    return html`${formParts(this.model.page, this.model.isNew).map(
      (part) => html`<section class="card">
        <h2>${part.label}</h2>
        ${this.model.editing ? this.fields(part) : this.values(part)}
      </section>`,
    )}`;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.wanted !== null && this.model.editing) {
      const fields = [...this.renderRoot.querySelectorAll<CrmField>('crm-field, crm-custom-fields')];
      const field = fields.find((one) => one.column.name === this.wanted) ?? fields[0];
      this.wanted = null;
      void field?.updateComplete.then(() => field.focus());
    }
  }

  private fields(part: Part): TemplateResult {
    return html`<div class="grid">
      ${part.columns.map((one) => html`<div class=${wide(one)}>
        ${one.settable ? this.field(one) : this.value(one)} ${this.dispute(one)}
      </div>`)}
    </div>`;
  }

  private field(one: Column): TemplateResult {
    const error = this.model.refused?.fields[one.name] ?? '';
    const set = (event: CustomEvent<unknown>): void => this.model.set(one.name, event.detail);
    return one.kind === 'json'
      ? html`<crm-custom-fields .column=${one} .value=${this.model.value(one.name)} .error=${error} editing
          @change=${set}></crm-custom-fields>`
      : html`<crm-field .column=${one} .value=${this.model.value(one.name)} .error=${error} @change=${set}></crm-field>`;
  }

  private values(part: Part): TemplateResult {
    const custom = (one: Column): boolean => one.kind === 'json' && one.settable;
    const plain = part.columns.filter((one) => !custom(one));
    return html`${plain.length === 0 ? nothing : html`<dl class="grid">${plain.map((one) => this.value(one))}</dl>`}
      ${part.columns.filter(custom).map((one) => html`<crm-custom-fields .column=${one} .value=${this.model.row?.[one.name]}></crm-custom-fields>`)}`;
  }

  private value(one: Column): TemplateResult {
    const value = this.model.row?.[one.name];
    const text = shown(one, value);
    const settable = one.settable && this.open && !this.model.editing;
    const tag = html`<dt>${one.label}</dt>
      <dd><span>${text === nothing ? html`<span class="soft" aria-label=${t('record.empty')}>—</span>` : text}</span>
        ${settable ? this.pencil(one) : nothing}</dd>`;
    return html`<div class="${wide(one)} ${settable ? 'settable' : ''}" @click=${(event: Event) => settable && this.clicked(event, one)}>
      ${this.model.editing ? html`<dl>${tag}</dl>` : tag}
    </div>`;
  }

  private pencil(one: Column): TemplateResult {
    return html`<button class="pencil" aria-label=${t('record.edit_field', { label: one.label })}>
      <crm-icon name="pencil"></crm-icon>
    </button>`;
  }

  /** A click edits, unless it was meant for a link or ended a selection of text. */
  private clicked(event: Event, one: Column): void {
    const link = event.composedPath().some((target) => target instanceof HTMLAnchorElement);
    if (!link && (getSelection()?.isCollapsed ?? true)) {
      this.model.edit();
      this.enter(one.name);
    }
  }

  private dispute(one: Column): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model.disputed.includes(one.name)) {
      return nothing;
    }
    const by = model.news?.by ?? null;
    const who = by === null ? t('record.somebody') : (reference('user', by)?.label ?? '…');
    const value = spoken(column(model.page, one.name), model.row?.[one.name]);
    return html`<div class="dispute">
      ${t('record.disputed', { who, value })}
      <button @click=${() => model.settle(one.name, false)}>${t('record.take_theirs')}</button>
      <button @click=${() => model.settle(one.name, true)}>${t('record.keep_mine')}</button>
    </div>`;
  }
}

function wide(one: Column): string {
  return one.kind === 'long_text' || one.kind === 'json' ? 'wide' : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-form': CrmRecordForm;
  }
}
