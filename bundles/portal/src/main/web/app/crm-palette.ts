import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { named } from '../api/references';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import '../ui/crm-icon';
import { base } from '../ui/styles';
import { dialogStyles } from './dialog-styles';
import { actionItems, pageItems, recentItems, type Item, type ItemGroup } from './palette/items';
import { best } from './palette/match';
import { paletteStyles } from './palette/palette-styles';
import { RecordSearch } from './palette/record-search';

const FEW = 6;

/** Goes everywhere and does everything from the keyboard: pages, actions and records by their names. */
@customElement('crm-palette')
export class CrmPalette extends LitElement {
  static override styles = [base, dialogStyles, paletteStyles];

  /** What it looks for; from outside, what was typed before this was there. */
  @property() words = '';
  @state() private active = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private readonly records = new RecordSearch(this);
  private groups: readonly ItemGroup[] = [];

  constructor() {
    super();
    new Watch(this, chosen, named);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.look();
  }

  protected override willUpdate(): void {
    this.groups = this.found();
    const items = this.items;
    if (!items.some((item) => item.id === this.active)) {
      this.active = items[0]?.id ?? '';
    }
  }

  override render(): TemplateResult {
    const count = this.items.length;
    return html`<dialog aria-label=${t('palette.title')} @close=${this.closed} @click=${this.beside}>
      <div class="search">
        <crm-icon name="search"></crm-icon>
        <input
          autofocus
          role="combobox"
          aria-label=${t('app.search')}
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${this.active === '' ? nothing : this.active}
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="go"
          placeholder=${t('app.search')}
          .value=${this.words}
          @input=${this.typed}
          @keydown=${this.key}
        />
        <button aria-label=${t('button.close')} @click=${() => this.dialog.close()}><crm-icon name="close"></crm-icon></button>
      </div>
      <div id="list" role="listbox" aria-label=${t('palette.results')} ?hidden=${count === 0}>
        ${repeat(this.groups, (group) => group.id, (group) => this.group(group))}
      </div>
      ${this.records.failed.map((text) => html`<p class="note error" role="status">${text}</p>`)}
      ${count === 0 && !this.records.busy ? html`<p class="note soft">${t('palette.nothing', { words: this.words })}</p>` : nothing}
      ${count === 0 && this.records.busy ? html`<p class="note soft late">${t('app.loading')}</p>` : nothing}
      <p class="visually-hidden" role="status">${this.records.busy ? '' : t('palette.count', { count })}</p>
    </dialog>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private group(group: ItemGroup): TemplateResult {
    return html`<div role="group" aria-labelledby=${group.id}>
      <h3 id=${group.id} role="presentation">${group.label}</h3>
      ${repeat(group.items, (item) => item.id, (item) => this.option(item))}
    </div>`;
  }

  private option(item: Item): TemplateResult {
    return html`<div
      id=${item.id}
      class="option"
      role="option"
      aria-selected=${item.id === this.active}
      @click=${() => this.run(item)}
      @pointermove=${() => (this.active = item.id)}
    >
      <crm-icon name=${item.icon}></crm-icon>
      <span class="label">${item.label}</span>
      ${item.detail ? html`<span class="detail soft">${item.detail}</span>` : nothing}
      ${item.keys === undefined
        ? nothing
        : html`<span class="keys" aria-hidden="true">${item.keys.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</span>`}
    </div>`;
  }

  private get items(): readonly Item[] {
    return this.groups.flatMap((group) => group.items);
  }

  private found(): readonly ItemGroup[] {
    const words = this.words.trim();
    const some = (items: readonly Item[], most: number) =>
      best(words, items, (item) => [item.label, item.hints ?? ''], most);
    const none = words === '';
    const groups: readonly ItemGroup[] = [
      { id: 'recent', label: t('palette.recent'), items: some(recentItems(), FEW) },
      { id: 'pages', label: t('palette.pages'), items: some(pageItems(), none ? 20 : FEW) },
      { id: 'actions', label: t('palette.actions'), items: some(actionItems((what) => this.tell(what)), none ? 30 : FEW) },
      ...this.records.groups,
    ];
    const seen = new Set(groups[0]!.items.map((item) => item.id.replace('recent-', 'record-')));
    return groups
      .map((group) => ({ ...group, items: group.items.filter((item) => !seen.has(item.id)) }))
      .filter((group) => group.items.length > 0);
  }

  private typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value;
    this.look();
  }

  private look(): void {
    this.active = '';
    this.records.look(this.words.trim());
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) {
      return;
    }
    const items = this.items;
    const at = items.findIndex((item) => item.id === this.active);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      const paged = Math.abs(step) > 1;
      const to = paged ? Math.min(items.length - 1, Math.max(0, at + step)) : (at + step + items.length) % items.length;
      this.active = items[to]!.id;
    } else if (event.key === 'Enter' && items[at] !== undefined) {
      event.preventDefault();
      this.run(items[at]);
    }
  }

  private run(item: Item): void {
    this.dialog.close();
    item.run();
  }

  private tell(what: 'shortcuts' | 'password'): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  private beside(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
