import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import { title } from '../../api/description';
import { pageAt, portal } from '../../api/portal';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import type { MenuGroup, MenuItem } from '../../ui/crm-menu';
import '../../ui/crm-menu-button';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';
import { allowed, remove, type Doable } from './actions';
import type { RecordModel } from './record-model';

/** What the record is called, how it stands, and what may be done with it now. */
@customElement('crm-record-header')
export class CrmRecordHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.375rem;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        font-size: 0.875rem;
      }
      .top {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        min-height: 2.25rem;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-inline-start: auto;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: () => true }) model!: RecordModel;
  @property({ type: Boolean }) open = false;

  constructor() {
    super();
    new Watch(this, named, chosen, portal);
  }

  override render(): TemplateResult {
    const { page, row, isNew } = this.model;
    const status = page.columns.find((one) => one.name === page.status);
    return html`
      ${this.trail()}
      <div class="top">
        <h1>${isNew || row === null ? t('button.new', { label: page.label }) : title(page, row)}</h1>
        ${row === null || status === undefined ? nothing : shown(status, row[status.name])}
        ${row === null ? nothing : this.actions(allowed(page, row))}
      </div>
    `;
  }

  /** The way back: the list, and the parent of a child. */
  private trail(): TemplateResult {
    const { page, path } = this.model;
    const [first = '', parent] = path.split('/');
    const list = pageAt(first);
    return html`<nav aria-label=${t('record.trail')}>
      <a href="/${first}">${list?.plural ?? page.plural}</a>
      ${parent === undefined
        ? nothing
        : html`<span class="soft" aria-hidden="true">›</span>
            <a href="/${first}/${parent}">${list === undefined ? '…' : (reference(list.name, parent)?.label ?? '…')}</a>`}
    </nav>`;
  }

  private actions([first, ...others]: readonly Doable[]): TemplateResult {
    return html`<div class="actions">
      ${this.open && !this.model.editing
        ? html`<vaadin-button @click=${this.edit}>
            <crm-icon name="pencil" slot="prefix"></crm-icon>${t('button.edit')}
          </vaadin-button>`
        : nothing}
      ${first === undefined
        ? nothing
        : html`<vaadin-button theme="primary" @click=${() => first.run(this.model)}>
            <crm-icon name=${first.icon} slot="prefix"></crm-icon>${first.label}
          </vaadin-button>`}
      <crm-menu-button label=${t('button.more')} .groups=${() => this.menu(others)}><crm-icon name="more"></crm-icon></crm-menu-button>
    </div>`;
  }

  private menu(others: readonly Doable[]): MenuGroup[] {
    const { model } = this;
    const items: MenuItem[] = others.map((one) => ({ label: one.label, act: () => void one.run(model) }));
    // A page without TLS has no clipboard.
    if (isSecureContext) {
      items.push({ label: t('record.copy_link'), act: () => void navigator.clipboard.writeText(location.href) });
    }
    // A page that deletes in its own way has an action for it.
    const own = model.page.actions.some((action) => action.name === 'delete');
    const deletes = !model.page.read_only && !own && model.page.can['delete'] === true;
    return [{ items }, ...(deletes ? [{ items: [{ label: t('button.delete'), act: () => void remove(model) }] }] : [])];
  }

  private edit(): void {
    this.dispatchEvent(new CustomEvent('edit'));
  }
}
