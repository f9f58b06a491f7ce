import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@vaadin/button';
import { type RecordPage } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-failure';
import { base } from '../../ui/styles';
import './crm-record-form';
import type { CrmRecordForm } from './crm-record-form';
import './crm-record-header';
import './crm-record-notices';
import './crm-record-system';
import { RecordModel } from './record-model';
import { recordStyles } from './record-styles';
import './crm-skeleton';

/** One record of a page, or a new one: read it, change it, see what happened and what belongs to it. */
@customElement('crm-record')
export class CrmRecord extends LitElement {
  static override styles = [base, recordStyles];

  @property({ attribute: false }) page!: RecordPage;
  /** Where its list is below /api/v1: a child has its parent's path before its own. */
  @property() path = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @query('crm-record-form') private form!: CrmRecordForm | null;
  private readonly model = new RecordModel(this);
  private readonly keys = (event: KeyboardEvent): void => this.pressed(event);

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keys);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('page') || changed.has('path') || changed.has('recordId')) {
      void this.model.open(this.page, this.path, this.recordId);
    }
  }

  override render(): TemplateResult {
    const { model } = this;
    if (model.failure !== null) {
      return html`<crm-failure .failure=${model.failure} @retry=${() => model.load()}></crm-failure>`;
    }
    if (model.row === null && !model.isNew) {
      return html`<crm-skeleton></crm-skeleton>`;
    }
    return html`
      <crm-record-header .model=${model} ?open=${this.mayEdit} @edit=${() => this.edit()}></crm-record-header>
      <crm-record-notices .model=${model}></crm-record-notices>
      <div class="body">
        <div class="main">
          <crm-record-form .model=${model} ?open=${this.mayEdit}></crm-record-form>
          ${model.row === null ? nothing : html`<crm-record-system .page=${this.page} .row=${model.row}></crm-record-system>`}
        </div>
      </div>
      ${model.editing ? this.bar() : nothing}
    `;
  }

  private bar(): TemplateResult {
    const { model } = this;
    const count = Object.keys(model.mine).length;
    return html`<div class="bar" role="group" aria-label=${t('record.changes')}>
      <span class="soft" role="status">${count === 0 ? '' : t('record.count', { count })}</span>
      <vaadin-button @click=${() => model.leave()}>${t('button.cancel')} <kbd>Esc</kbd></vaadin-button>
      <vaadin-button theme="primary" ?disabled=${model.busy} @click=${() => this.save()}>
        ${t('button.save')} <kbd>Ctrl ⏎</kbd>
      </vaadin-button>
    </div>`;
  }

  private get mayEdit(): boolean {
    return !this.page.read_only && this.page.can['update'] === true;
  }

  private edit(name: string | null = null): void {
    this.model.edit();
    this.form?.enter(name);
  }

  private async save(): Promise<void> {
    // What is being typed tells its value when the field is left.
    await this.model.save();
    const [wrong] = Object.keys(this.model.refused?.fields ?? {});
    if (wrong !== undefined) {
      this.form?.enter(wrong);
    }
  }

  private pressed(event: KeyboardEvent): void {
    const { model } = this;
    const inDialog = event.composedPath().some((target) => target instanceof Element && target.localName.endsWith('dialog'));
    const typing = event.composedPath().some(
      (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement,
    );
    const inForm = event.composedPath().includes(this);
    if (event.defaultPrevented || inDialog) {
      return;
    }
    if (model.editing && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && inForm) {
      event.preventDefault();
      void this.save();
    } else if (model.editing && event.key === 'Escape') {
      model.leave();
    } else if (!model.editing && !typing && event.key === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (this.mayEdit && model.row !== null) {
        event.preventDefault();
        this.edit();
      }
    }
  }
}
