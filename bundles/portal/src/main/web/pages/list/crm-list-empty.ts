import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import type { RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { go } from '../../app/router';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';

/** A list without records: none yet, or none that match. Tells `clear`. */
@customElement('crm-list-empty')
export class CrmListEmpty extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: 0.625rem;
        padding: 4rem 1rem;
        text-align: center;
      }
      .icon {
        display: grid;
        place-items: center;
        width: 4rem;
        height: 4rem;
        border-radius: 50%;
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-size: 1.625rem;
      }
      .row {
        justify-content: center;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  /** Whether there may be records that the filters keep out. */
  @property({ type: Boolean }) narrowed = false;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    const may = (action: string): boolean => this.page.can[action] === true && !this.page.read_only;
    if (this.narrowed) {
      return html`<span class="icon"><crm-icon name="search"></crm-icon></span>
        <h2>${t('list.nothing.title')}</h2>
        <p class="soft" role="status">${t('list.nothing')}</p>
        <div class="row"><vaadin-button theme="primary" @click=${this.clear}>${t('list.filter.clear_all')}</vaadin-button></div>`;
    }
    return html`<span class="icon"><crm-icon name=${this.page.icon}></crm-icon></span>
      <h2>${t('list.empty.title', { plural: this.page.plural })}</h2>
      <p class="soft" role="status">${t(may('create') ? 'list.empty' : 'list.empty.read')}</p>
      <div class="row">
        ${may('create')
          ? html`<vaadin-button theme="primary" @click=${() => go(`/${this.page.path}/new`)}>${t('button.new', { label: this.page.label })}</vaadin-button>`
          : nothing}
        ${may('import')
          ? html`<vaadin-button @click=${() => go(`/${this.page.path}/import`)}>${t('list.import')}</vaadin-button>`
          : nothing}
      </div>`;
  }

  private clear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }
}
