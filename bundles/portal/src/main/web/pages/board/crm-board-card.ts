import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { column, ownerColumn, title, type RecordPage, type Row } from '../../api/description';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { initials } from '../../app/initials';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';

/** A record on the board. Its own element is what is focused and moved. */
@customElement('crm-board-card')
export class CrmBoardCard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        padding: 0.625rem 0.75rem;
        border: 1px solid var(--crm-line);
        border-radius: var(--crm-radius-small);
        background: var(--crm-raised);
        -webkit-touch-callout: none;
      }
      :host([movable]) {
        cursor: grab;
        user-select: none;
      }
      :host(:hover) {
        border-color: var(--crm-line-strong);
      }
      :host(:focus-visible) {
        outline: 2px solid var(--crm-accent);
        outline-offset: 1px;
      }
      :host([lifted]) {
        border-color: var(--crm-accent);
        box-shadow: 0 0 0 1px var(--crm-accent), var(--crm-shadow);
      }
      :host([taken]) {
        opacity: 0.4;
      }
      :host([flown]) {
        position: fixed;
        inset: 0 auto auto 0;
        z-index: 30;
        pointer-events: none;
        box-shadow: 0 8px 28px rgb(0 0 0 / 28%);
        rotate: 1.5deg;
      }
      header {
        display: flex;
        align-items: flex-start;
        gap: 0.25rem;
      }
      header a {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
        font-weight: 600;
        color: var(--crm-text);
        line-height: 1.35;
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 1.75rem;
        height: 1.75rem;
        margin: -0.25rem -0.375rem 0 0;
        border: 0;
        border-radius: var(--crm-radius-small);
        background: none;
        color: var(--crm-text-soft);
        cursor: pointer;
      }
      button:hover {
        background: var(--crm-canvas);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.75rem;
        margin: 0.125rem 0 0;
        padding-inline-end: 1.75rem;
        font-size: 0.8125rem;
        color: var(--crm-text-soft);
      }
      dd {
        margin: 0;
        min-width: 0;
        overflow-wrap: anywhere;
        line-height: 1.6;
      }
      dd.first {
        flex: 1 0 100%;
      }
      dd.money {
        font-weight: 600;
        color: var(--crm-text);
      }
      .owner {
        position: absolute;
        inset: auto 0.625rem 0.5rem auto;
        display: grid;
        place-items: center;
        width: 1.625rem;
        height: 1.625rem;
        border-radius: 50%;
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-size: 0.6875rem;
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  @property({ type: Boolean, reflect: true }) movable = false;
  /** Whether Tab comes to this card, its link and its menu. */
  @property({ type: Boolean }) current = false;

  constructor() {
    super();
    new Watch(this, chosen, named);
  }

  override render(): TemplateResult {
    const name = title(this.page, this.row);
    const index = this.current ? 0 : -1;
    return html`<header>
        <a href="/${this.page.path}/${this.row.id}" tabindex=${index} draggable="false">${name}</a>
        ${this.movable
          ? html`<button tabindex=${index} aria-haspopup="menu" aria-label=${t('board.menu', { name })} @click=${this.menu}>
              <crm-icon name="more"></crm-icon>
            </button>`
          : nothing}
      </header>
      <dl>${this.page.board!.card.map((field, at) => this.field(field, at))}</dl>
      ${this.owner()}`;
  }

  private field(name: string, at: number): TemplateResult | typeof nothing {
    const of = column(this.page, name);
    const value = shown(of, this.row[name]);
    return value === nothing
      ? nothing
      : html`<dt class="visually-hidden">${of.label}</dt><dd class="${of.kind} ${at === 0 ? 'first' : ''}">${value}</dd>`;
  }

  private owner(): TemplateResult | typeof nothing {
    const of = ownerColumn(this.page);
    const id = of === null ? null : this.row[of.name];
    if (of === null || id === null || id === undefined) {
      return nothing;
    }
    const name = reference('user', String(id))?.label ?? '';
    return html`<span class="owner" role="img" aria-label="${of.label}: ${name}" title=${name}>${initials(name)}</span>`;
  }

  private menu(event: MouseEvent): void {
    event.stopPropagation();
    this.askMenu();
  }

  /** Asks the board for the menu of this card, below its button. */
  askMenu(): void {
    const detail = (this.renderRoot.querySelector('button') ?? this).getBoundingClientRect();
    this.dispatchEvent(new CustomEvent('card-menu', { detail, bubbles: true, composed: true }));
  }
}
