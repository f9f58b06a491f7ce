import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ownerColumn, type Column, type RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { notifyFailure } from '../../ui/notify';
import { base } from '../../ui/styles';
import { chip } from './chip-styles';
import { condition, isEmpty, narrowed, replaced, type Asked, type Condition } from './conditions';
import './crm-filter';
import './crm-sort';
import { narrow } from './narrow';
import { showBelow } from './show-below';

/** The filters of a list as chips: the usual ones, those that are set, and a way to add any other. Tells `asked`. */
@customElement('crm-filter-bar')
export class CrmFilterBar extends LitElement {
  static override styles = [
    base,
    chip,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }
      .add {
        width: 16rem;
      }
      vaadin-combo-box {
        width: 100%;
      }
      @media (max-width: 48rem) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          padding-block: 2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) asked!: Asked;
  @state() private added: readonly string[] = [];
  @state() private adding = false;
  @query('.add') private panel!: HTMLElement;
  @query('.plus') private plus!: HTMLElement;

  constructor() {
    super();
    new Watch(this, chosen, narrow);
  }

  override render(): TemplateResult {
    const owner = ownerColumn(this.page)?.name ?? null;
    const mine = owner !== null && this.of(owner).values.join() === 'me';
    return html`
      ${narrow.value
        ? html`<crm-sort .page=${this.page} .sort=${this.asked.sort}
            @sort=${(event: CustomEvent<string>) => this.tell({ ...this.asked, sort: event.detail })}></crm-sort>`
        : nothing}
      ${owner === null
        ? nothing
        : html`<span class="chip ${mine ? 'set' : ''}"><button aria-pressed=${mine ? 'true' : 'false'} @click=${() => this.mine(owner, !mine)}>${t('list.mine')}</button></span>`}
      ${repeat(this.shown(), (of) => of.name, (of) => html`<crm-filter .column=${of} .condition=${this.of(of.name)}
        @condition=${(event: CustomEvent<Condition>) => this.change(event.detail)} @closed=${() => this.closed(of.name)}></crm-filter>`)}
      ${this.asked.filter === ''
        ? nothing
        : html`<span class="chip set"><button aria-label=${t('list.filter.remove', { label: t('list.filter.expression') })}
            title=${this.asked.filter} @click=${() => this.tell({ ...this.asked, filter: '' })}>${t('list.filter.expression')}<crm-icon name="close"></crm-icon></button></span>`}
      <span class="chip dashed plus"><button aria-haspopup="dialog" aria-label=${t('list.filter.add.label')} @click=${this.add}><crm-icon name="plus"></crm-icon>${t('list.filter.add')}</button></span>
      <div class="add" popover role="dialog" aria-label=${t('list.filter.add.label')} @toggle=${(event: ToggleEvent) => (this.adding = event.newState === 'open')}>
        ${this.adding
          ? html`<vaadin-combo-box label=${t('list.filter.add.label')} item-label-path="label" item-value-path="name"
              .items=${this.others()} @change=${this.chosenOther}></vaadin-combo-box>`
          : nothing}
      </div>
      ${narrowed({ ...this.asked, q: '' })
        ? html`<span class="chip plain"><button @click=${() => this.tell({ ...this.asked, conditions: [], filter: '' })}>${t('list.filter.clear_all')}</button></span>`
        : nothing}
    `;
  }

  private of(name: string): Condition {
    return this.asked.conditions.find((of) => of.column === name) ?? condition(name);
  }

  private known(name: string): Column {
    const found = this.page.columns.find((column) => column.name === name);
    return found ?? { name, label: name, kind: 'text', settable: true, required: false, max_length: null, values: null, refers_to: null, sortable: false, help: null };
  }

  private shown(): readonly Column[] {
    const names = [...this.page.list.filters, ...this.asked.conditions.map((of) => of.column), ...this.added];
    return [...new Set(names)].map((name) => this.known(name));
  }

  /** What may be asked beside what is shown; of an object nothing can be asked as a whole. */
  private others(): readonly Column[] {
    const shown = new Set(this.shown().map((column) => column.name));
    return this.page.columns
      .filter((column) => !shown.has(column.name) && column.kind !== 'json')
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  private mine(owner: string, on: boolean): void {
    this.change({ ...condition(owner), values: on ? ['me'] : [] });
  }

  private readonly add = (): void => {
    import('@vaadin/combo-box').then(async () => {
      this.adding = true;
      showBelow(this.panel, this.plus);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('vaadin-combo-box')?.focus();
    }, notifyFailure);
  };

  private chosenOther(event: Event): void {
    const name = (event.target as HTMLInputElement).value;
    if (name !== '') {
      this.added = [...this.added, name];
      this.panel.hidePopover();
      void this.updateComplete.then(() => [...this.renderRoot.querySelectorAll('crm-filter')].find((filter) => filter.column.name === name)?.show());
    }
  }

  /** A filter that was added and says nothing goes again. */
  private closed(name: string): void {
    if (isEmpty(this.of(name))) {
      this.added = this.added.filter((other) => other !== name);
    }
  }

  private change(by: Condition): void {
    this.tell(replaced(this.asked, by));
  }

  private tell(detail: Asked): void {
    this.dispatchEvent(new CustomEvent('asked', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-filter-bar': CrmFilterBar;
  }
}
