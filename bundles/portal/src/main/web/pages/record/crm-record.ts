import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/tabs';
import { type RecordPage } from '../../api/description';
import { componentsIn, portal } from '../../api/portal';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { place, remember } from '../../app/router';
import { Shortcuts } from '../../app/shortcuts';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-failure';
import '../../ui/crm-part';
import type { Drawn } from '../../ui/select-words';
import { base } from '../../ui/styles';
import { narrow } from '../list/narrow';
import './crm-record-form';
import type { CrmRecordForm } from './crm-record-form';
import './crm-record-header';
import './crm-record-notices';
import './crm-record-related';
import './crm-record-system';
import { RecordModel } from './record-model';
import { recordStyles } from './record-styles';
import './crm-skeleton';
import './crm-timeline';
import type { CrmTimeline } from './crm-timeline';
import { keysOf } from './keys';
import { DETAILS, tabsOf, type Tab } from './tabs';

/** One record of a page, or a new one: read it, change it, see what happened and what belongs to it. */
@customElement('crm-record')
export class CrmRecord extends LitElement {
  static override styles = [base, recordStyles];

  @property({ attribute: false }) page!: RecordPage;
  /** Where its list is below /api/v1: a child has its parent's path before its own. */
  @property() path = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @query('crm-record-form') private form!: CrmRecordForm | null;
  @query('crm-timeline') private line!: CrmTimeline | null;
  private readonly model = new RecordModel(this);
  private readonly keys = (event: KeyboardEvent): void => this.pressed(event);

  constructor() {
    super();
    new Watch(this, named, chosen, place, narrow, portal);
    new Shortcuts(this, keysOf({
      mayEdit: () => this.mayEdit && !this.model.editing && this.model.row !== null,
      edit: () => this.edit(),
      editing: () => this.model.editing,
      log: () => this.line?.log('call'),
      mayLog: () => this.line !== null,
    }));
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
      return html`<crm-failure whole .failure=${model.failure} @retry=${() => model.load()}></crm-failure>`;
    }
    if (model.row === null && !model.isNew) {
      return html`<crm-skeleton></crm-skeleton>`;
    }
    const tabs = model.isNew ? [] : tabsOf(this.page, narrow.value);
    const tab = tabs.find((one) => one.name === place.value.query.get('tab')) ?? tabs[0] ?? DETAILS;
    const aside = !model.isNew && this.page.timeline && (!narrow.value || tab.name === 'timeline');
    return html`
      <crm-record-header .model=${model} ?open=${this.mayEdit} @edit=${() => this.edit()}></crm-record-header>
      <crm-record-notices .model=${model}></crm-record-notices>
      ${tabs.length > 1 ? this.tabs(tabs, tab) : nothing}
      ${tab.element === null
        ? html`<div class="body ${aside ? '' : 'single'}">
            ${tab.name === 'timeline' ? nothing : html`<div class="main">${this.details()}</div>`}
            ${aside ? html`<div class="side">${this.timeline()}</div>` : nothing}
          </div>`
        : html`<crm-part .element=${tab.element} .properties=${{ page: this.page, row: model.row }}></crm-part>`}
      ${model.editing ? this.bar() : nothing}
    `;
  }

  protected override updated(): void {
    const tabs = this.renderRoot.querySelector<Drawn>('vaadin-tabs');
    // Between a list of tabs and its tabs nothing else may take the focus, not even the part that scrolls.
    void Promise.resolve(tabs?.updateComplete).then(() => tabs?.shadowRoot?.getElementById('scroll')?.removeAttribute('tabindex'));
  }

  private details(): TemplateResult {
    const { model } = this;
    const parts = componentsIn('section', this.page.name);
    return html`<crm-record-form .model=${model} ?open=${this.mayEdit}></crm-record-form>
      ${model.row === null
        ? nothing
        : html`${parts.map((part) => html`<section class="card" aria-label=${part.label}>
              <h2>${part.label}</h2>
              <crm-part .element=${part.element} .properties=${{ page: this.page, row: model.row }}></crm-part>
            </section>`)}
            <crm-record-related .page=${this.page} .row=${model.row}></crm-record-related>
            <crm-record-system .page=${this.page} .row=${model.row}></crm-record-system>`}`;
  }

  private timeline(): TemplateResult {
    return html`<crm-timeline .page=${this.page} record-id=${this.recordId}></crm-timeline>`;
  }

  private tabs(tabs: readonly Tab[], chosen: Tab): TemplateResult {
    return html`<vaadin-tabs .selected=${tabs.indexOf(chosen)} @selected-changed=${(event: CustomEvent<{ value: number }>) => this.show(tabs[event.detail.value])}>
      ${tabs.map((tab) => html`<vaadin-tab>${tab.label}</vaadin-tab>`)}
    </vaadin-tabs>`;
  }

  private show(tab: Tab | undefined): void {
    const query = new URLSearchParams(place.value.query);
    const shown = query.get('tab') ?? DETAILS.name;
    if (tab !== undefined && tab.name !== shown) {
      query[tab.name === DETAILS.name ? 'delete' : 'set']('tab', tab.name);
      remember(query);
    }
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

  /** What single keys do is said in {@link keysOf}; these two are for whoever types. */
  private pressed(event: KeyboardEvent): void {
    const { model } = this;
    const path = event.composedPath();
    const inDialog = path.some((target) => target instanceof Element && target.localName.endsWith('dialog'));
    if (event.defaultPrevented || inDialog || !model.editing) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && path.includes(this)) {
      event.preventDefault();
      void this.save();
    } else if (event.key === 'Escape') {
      model.leave();
    }
  }
}
