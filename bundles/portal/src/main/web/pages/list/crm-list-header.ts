import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/text-field';
import type { RecordPage } from '../../api/description';
import { go } from '../../app/router';
import { Shortcuts } from '../../app/shortcuts';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';

const PAUSE = 200;
/** What is shorter finds nearly everything, and no index helps the server: it waits for a pause. */
const LONG_ENOUGH = 3;

/** The title of a list with its number, the search and what can be done with the list. Tells `q`, `columns`, `export`. */
@customElement('crm-list-header')
export class CrmListHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
      }
      h1 {
        display: flex;
        align-items: baseline;
        gap: 0.625rem;
      }
      .count {
        font-size: 0.9375rem;
        font-weight: 400;
        letter-spacing: 0;
        color: var(--crm-text-soft);
        font-variant-numeric: tabular-nums;
      }
      vaadin-text-field {
        width: 17rem;
      }
      .tools {
        display: flex;
        gap: 0.25rem;
        margin-inline-start: auto;
      }
      vaadin-button crm-icon {
        margin-inline-end: 0.375rem;
      }
      @media (max-width: 48rem) {
        vaadin-text-field {
          order: 3;
          width: 100%;
        }
        .tools vaadin-button:not([theme~='primary']) span {
          position: absolute;
          clip-path: inset(50%);
        }
        .tools vaadin-button:not([theme~='primary']) crm-icon {
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) total: number | null = null;
  @property() q = '';
  private timer = 0;

  constructor() {
    super();
    new Watch(this, chosen);
    new Shortcuts(this, [
      { keys: '/', label: () => t('keys.search'), group: () => t('keys.page'), run: () => this.search() },
    ]);
  }

  override render(): TemplateResult {
    const { page } = this;
    const may = (action: string): boolean => page.can[action] === true;
    const search = t('list.search', { plural: page.plural });
    return html`
      <h1>${page.plural}<span class="count" role="status">${this.total === null ? t('list.counting') : t('list.count', { count: this.total })}</span></h1>
      ${page.searchable
        ? html`<vaadin-text-field .accessibleName=${search} placeholder=${search} clear-button-visible autocomplete="off"
            .value=${this.q} @input=${this.typed} @change=${this.typed} @keydown=${this.pressed}>
            <crm-icon slot="prefix" name="search"></crm-icon></vaadin-text-field>`
        : nothing}
      <div class="tools">
        ${page.board === null ? nothing : this.button('board', t('list.board'), () => go(`/${page.path}/board`))}
        ${this.button('columns', t('list.columns'), (event) => this.tell('columns', event.currentTarget))}
        ${may('import') && !page.read_only ? this.button('upload', t('list.import'), () => go(`/${page.path}/import`)) : nothing}
        ${may('export') ? this.button('download', t('list.export'), () => this.tell('export', null)) : nothing}
        ${may('create') && !page.read_only
          ? html`<vaadin-button theme="primary" @click=${() => go(`/${page.path}/new`)}><crm-icon name="plus"></crm-icon>${t('button.new', { label: page.label })}</vaadin-button>`
          : nothing}
      </div>
    `;
  }

  private button(icon: string, label: string, click: (event: Event) => void): TemplateResult {
    return html`<vaadin-button theme="tertiary" title=${label} @click=${click}><crm-icon name=${icon}></crm-icon><span>${label}</span></vaadin-button>`;
  }

  private typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    if (event.type === 'change' || text === '' || text.trim().length >= LONG_ENOUGH) {
      this.tell('q', text);
    } else {
      this.timer = window.setTimeout(() => this.tell('q', text), PAUSE);
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.q !== '') {
      clearTimeout(this.timer);
      this.tell('q', '');
    }
  }

  private search(): void {
    this.renderRoot.querySelector<HTMLElement>('vaadin-text-field')?.focus();
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-list-header': CrmListHeader;
  }
}
