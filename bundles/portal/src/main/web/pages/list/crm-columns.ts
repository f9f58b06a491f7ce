import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/button';
import { column, type RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { chip } from './chip-styles';
import { usualColumns } from './preferences';
import { showBelow } from './show-below';

/** Which columns a list has, and in which order. Tells `columns`. */
@customElement('crm-columns')
export class CrmColumns extends LitElement {
  static override styles = [
    base,
    chip,
    css`
      .panel {
        width: 20rem;
      }
      ul {
        list-style: none;
        margin: 0.5rem 0;
        padding: 0;
        max-height: 22rem;
        overflow: auto;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.25rem;
      }
      label {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 0.625rem;
        min-height: 2rem;
        cursor: pointer;
      }
      input {
        width: 1.0625rem;
        height: 1.0625rem;
        margin: 0.25rem;
        accent-color: var(--crm-accent);
      }
      li button {
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        border: 0;
        border-radius: var(--crm-radius-small);
        background: none;
        color: var(--crm-text-soft);
        cursor: pointer;
      }
      li button:disabled {
        visibility: hidden;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) columns: readonly string[] = [];
  @state() private opened = false;
  @query('.panel') private panel!: HTMLElement;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  show(anchor: Element): void {
    this.opened = true;
    void this.updateComplete.then(() => {
      showBelow(this.panel, anchor);
      this.panel.querySelector<HTMLElement>('input')?.focus();
    });
  }

  override render(): TemplateResult {
    const shown = this.columns;
    const others = this.page.columns
      .map((of) => of.name)
      .filter((name) => !shown.includes(name))
      .sort((a, b) => this.label(a).localeCompare(this.label(b)));
    return html`<div class="panel" popover role="dialog" aria-label=${t('list.columns.title')}
      @toggle=${(event: ToggleEvent) => (this.opened = event.newState === 'open')}>
      <h2>${t('list.columns.title')}</h2>
      ${this.opened
        ? html`<ul>${repeat([...shown, ...others], (name) => name, (name) => this.line(name, shown.indexOf(name)))}</ul>`
        : ''}
      <div class="row">
        <vaadin-button theme="tertiary small" @click=${() => this.tell(null)}>${t('list.columns.reset')}</vaadin-button>
        <vaadin-button theme="primary small" class="spread" @click=${() => this.panel.hidePopover()}>${t('button.close')}</vaadin-button>
      </div>
    </div>`;
  }

  private line(name: string, at: number): TemplateResult {
    const label = this.label(name);
    const last = this.columns.length - 1;
    return html`<li>
      <label><input type="checkbox" .checked=${at >= 0} ?disabled=${at >= 0 && last === 0}
        @change=${() => this.toggle(name)} />${label}</label>
      ${at < 0
        ? ''
        : html`<button ?disabled=${at === 0} aria-label=${t('list.columns.up', { label })} @click=${() => this.move(at, -1)}><crm-icon name="sort-up"></crm-icon></button>
            <button ?disabled=${at === last} aria-label=${t('list.columns.down', { label })} @click=${() => this.move(at, 1)}><crm-icon name="sort-down"></crm-icon></button>`}
    </li>`;
  }

  private label(name: string): string {
    return column(this.page, name).label;
  }

  private toggle(name: string): void {
    const without = this.columns.filter((other) => other !== name);
    this.tell(without.length < this.columns.length ? without : [...this.columns, name]);
  }

  private move(at: number, step: -1 | 1): void {
    const next = [...this.columns];
    next.splice(at + step, 0, ...next.splice(at, 1));
    this.tell(next);
  }

  private tell(columns: readonly string[] | null): void {
    this.dispatchEvent(new CustomEvent('columns', { detail: columns ?? usualColumns(this.page) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-columns': CrmColumns;
  }
}
