import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import type { Column } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { notifyFailure } from '../../ui/notify';
import { base } from '../../ui/styles';
import { condition, isEmpty, type Condition } from './conditions';
import { chip } from './chip-styles';
import { filterWords } from './filter-words';
import { showBelow } from './show-below';

/** A filter as a chip that says what it asks, and opens to change it. Tells `condition`. */
@customElement('crm-filter')
export class CrmFilter extends LitElement {
  static override styles = [
    base,
    chip,
    css`
      :host {
        display: inline-flex;
      }
      .panel {
        width: 17rem;
      }
    `,
  ];

  @property({ attribute: false }) column!: Column;
  @property({ attribute: false }) condition!: Condition;
  @state() private opened = false;
  @query('.panel') private panel!: HTMLElement;
  @query('button') private button!: HTMLElement;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult {
    const words = filterWords(this.column, this.condition);
    const set = !isEmpty(this.condition);
    return html`<span class="chip ${set ? 'set' : ''}">
        <button aria-expanded=${this.opened ? 'true' : 'false'} aria-haspopup="dialog" @click=${this.show}>
          ${this.column.label}${set ? html`: <b>${words}</b>` : nothing}<crm-icon name="chevron-down"></crm-icon>
        </button>
        ${set
          ? html`<button class="remove" aria-label=${t('list.filter.remove', { label: this.column.label })} @click=${this.clear}>
              <crm-icon name="close"></crm-icon>
            </button>`
          : nothing}
      </span>
      <div class="panel" popover role="dialog" aria-label=${this.column.label} @toggle=${this.toggled} @keydown=${this.pressed}>
        ${this.opened
          ? html`<crm-filter-form .column=${this.column} .condition=${this.condition} @condition=${this.changed}></crm-filter-form>
              <div class="row end">
                <vaadin-button theme="tertiary small" ?disabled=${!set} @click=${this.clear}>${t('list.filter.clear')}</vaadin-button>
                <vaadin-button theme="primary small" class="spread" @click=${this.hide}>${t('button.close')}</vaadin-button>
              </div>`
          : nothing}
      </div>`;
  }

  /** Opens what can be asked. */
  readonly show = (): void => {
    import('./crm-filter-form').then(() => {
      this.opened = true;
      showBelow(this.panel, this.button);
    }, notifyFailure);
  };

  private hide(): void {
    this.panel.hidePopover();
  }

  private toggled(event: ToggleEvent): void {
    this.opened = event.newState === 'open';
    if (this.opened) {
      void this.updateComplete.then(() => this.focusFirst());
    } else {
      this.dispatchEvent(new CustomEvent('closed'));
    }
  }

  private async focusFirst(): Promise<void> {
    const form = this.renderRoot.querySelector('crm-filter-form');
    await form?.updateComplete;
    form?.renderRoot.querySelector<HTMLElement>('input, vaadin-text-field, vaadin-date-picker, vaadin-multi-select-combo-box')?.focus();
  }

  /** Enter in a field means that it is said. */
  private pressed(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    if (event.key === 'Enter' && field instanceof HTMLInputElement && field.type === 'text' && !event.defaultPrevented) {
      setTimeout(() => this.hide());
    }
  }

  private changed(event: CustomEvent<Condition>): void {
    this.tell(event.detail);
  }

  private clear(): void {
    this.tell(condition(this.column.name));
  }

  private tell(detail: Condition): void {
    this.dispatchEvent(new CustomEvent('condition', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-filter': CrmFilter;
    'crm-filter-form': LitElement;
  }
}
