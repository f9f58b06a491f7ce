import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/select';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { column, ownerColumn, type Column, type RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-field';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { sorts, type BoardQuery } from './board-query';

const TYPING = 250;

/** What the board shows and in which order; tells `change` with the query. */
@customElement('crm-board-filter')
export class CrmBoardFilter extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 0.5rem 0.75rem;
      }
      :host > * {
        flex: 0 1 14rem;
      }
      :host > button {
        flex: none;
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.25rem;
        margin-bottom: 4px;
        padding: 0 0.875rem;
        border: 1px solid var(--crm-line-strong);
        border-radius: var(--crm-radius-small);
        background: var(--crm-surface);
        color: var(--crm-text);
        font: inherit;
        cursor: pointer;
      }
      button[aria-pressed='true'] {
        border-color: var(--crm-accent);
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-weight: 600;
      }
      :host > .open {
        display: none;
      }
      @media (max-width: 48rem) {
        :host > * {
          flex: 1 1 9rem;
        }
        :host > .open {
          display: flex;
        }
        :host > .closed {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) query!: BoardQuery;
  /** On a phone, where there is little room. */
  @state() private open = false;
  private typing: number | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing ?? undefined);
  }

  /** Puts the cursor into the search. */
  override focus(): void {
    this.renderRoot.querySelector<TextField>('vaadin-text-field')?.focus();
  }

  override render(): TemplateResult {
    const owner = ownerColumn(this.page);
    return html`
      ${this.page.searchable
        ? html`<vaadin-text-field label=${t('board.search')} clear-button-visible .value=${this.query.q} @input=${this.typed}
            @change=${this.typed}><crm-icon slot="prefix" name="search"></crm-icon></vaadin-text-field>`
        : nothing}
      <button class="open" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        <crm-icon name="filter"></crm-icon>${t('board.filter')}
      </button>
      ${owner === null ? nothing : this.owner(owner)}
      <vaadin-select
        class=${this.open ? '' : 'closed'}
        label=${t('board.sort')}
        .items=${this.orders()}
        .value=${this.query.sort}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.sorted(event.detail.value)}
      ></vaadin-select>
      ${this.query.q === '' && this.query.owner === ''
        ? nothing
        : html`<button @click=${() => this.tell({ q: '', owner: '' })}>
            <crm-icon name="close"></crm-icon>${t('board.clear')}
          </button>`}
    `;
  }

  private owner(owner: Column): TemplateResult {
    const mine = this.query.owner === 'me';
    const free: Column = { ...owner, required: false, help: null };
    return html`<crm-field
        class=${this.open ? '' : 'closed'}
        .column=${free}
        .value=${mine || this.query.owner === '' ? null : this.query.owner}
        @change=${(event: CustomEvent<string | null>) => this.tell({ owner: event.detail ?? '' })}
      ></crm-field>
      <button class=${this.open ? '' : 'closed'} aria-pressed=${mine} @click=${() => this.tell({ owner: mine ? '' : 'me' })}>
        <crm-icon name="user"></crm-icon>${t('board.mine')}
      </button>`;
  }

  private orders(): { readonly label: string; readonly value: string }[] {
    return sorts(this.page).map((sort) => {
      const down = sort.startsWith('-');
      const label = column(this.page, down ? sort.slice(1) : sort).label;
      return { value: sort, label: t(down ? 'board.sort.down' : 'board.sort.up', { label }) };
    });
  }

  private sorted(sort: string): void {
    if (sort !== '' && sort !== this.query.sort) {
      this.tell({ sort });
    }
  }

  private typed(event: Event): void {
    const q = (event.target as TextField).value.trim();
    clearTimeout(this.typing ?? undefined);
    this.typing = window.setTimeout(() => q !== this.query.q && this.tell({ q }), event.type === 'change' ? 0 : TYPING);
  }

  private tell(part: Partial<BoardQuery>): void {
    this.dispatchEvent(new CustomEvent<BoardQuery>('change', { detail: { ...this.query, ...part } }));
  }
}
