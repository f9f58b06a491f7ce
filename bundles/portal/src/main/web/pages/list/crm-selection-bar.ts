import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import { title, type Action, type RecordPage } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { confirm } from '../../ui/confirm';
import '../../ui/crm-icon';
import { notify, notifyFailure, notifyUndo } from '../../ui/notify';
import { base } from '../../ui/styles';
import { chosenIds, givenUp, inBatches, type Progress } from './bulk';
import { csv, fileName, save } from './csv-export';
import './crm-work';
import type { Rows } from './rows';
import { Selection } from './selection';
import { selectionBar } from './selection-styles';
import { sizeWord } from './size';

/** From so many on a deletion asks first, although it can be taken back. */
const MANY = 20;

/** What can be done with the chosen rows, and how far it is. Tells `worked` when records were changed. */
@customElement('crm-selection-bar')
export class CrmSelectionBar extends LitElement {
  static override styles = [base, selectionBar];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) selection!: Selection;
  @property({ attribute: false }) rows: Rows | null = null;
  @property({ attribute: false }) query!: URLSearchParams;
  /** Those that a file gets. */
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) total: number | null = null;
  @state() private label = '';
  @state() private busy = '';
  @state() private progress: Progress | null = null;
  private stop = new AbortController();
  private watched: Selection | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('selection') && this.watched !== this.selection) {
      this.watched = this.selection;
      new Watch(this, this.selection.version);
    }
  }

  override render(): TemplateResult {
    return html`${this.selection.none ? nothing : this.bar()}
      ${this.label === ''
        ? nothing
        : html`<crm-work label=${this.label} busy=${this.busy} .progress=${this.progress} path=${this.page.path} .titles=${this.titles()}
            @stop=${() => this.stop.abort()} @close=${() => (this.label = '')}></crm-work>`}`;
  }

  private bar(): TemplateResult {
    const { page, selection } = this;
    const count = selection.count(this.total);
    const may = (action: string): boolean => page.can[action] === true && !page.read_only;
    const idle = this.busy === '';
    return html`<div class="bar" role="toolbar" aria-label=${t('list.selected', { count })}>
      <b role="status">${t('list.selected', { count })}</b>
      ${selection.most || this.total === null || count >= this.total
        ? nothing
        : this.button('', t('list.selected.all', { count: this.total }), () => selection.setAll(true))}
      <span class="spread"></span>
      ${idle && may('update') ? this.button('pencil', t('list.bulk.edit'), () => this.edit(count)) : nothing}
      ${idle
        ? page.actions.filter((action) => action.bulk_path !== null && page.can[action.permission] !== false).map((action) => this.button(action.icon, action.label, () => this.act(action, count)))
        : nothing}
      ${idle && page.can['export'] === true ? this.button('download', t('list.export'), () => this.export()) : nothing}
      ${idle && may('delete') ? this.button('trash', t('button.delete'), () => this.delete(count)) : nothing}
      ${this.button('close', t('list.selected.none'), () => selection.setAll(false), true)}
    </div>`;
  }

  private button(icon: string, label: string, click: () => unknown, only = false): TemplateResult {
    return html`<vaadin-button theme="tertiary small" aria-label=${only ? label : nothing} title=${only ? label : nothing} @click=${click}>
      ${icon === '' ? nothing : html`<crm-icon name=${icon}></crm-icon>`}${only ? nothing : label}</vaadin-button>`;
  }

  private titles(): ReadonlyMap<string, string> {
    const failed = this.progress?.failed ?? [];
    return new Map(failed.flatMap(({ id }) => {
      const held = this.rows?.of(id);
      return held === undefined ? [] : [[id, title(this.page, held.row)] as const];
    }));
  }

  private async edit(count: number): Promise<void> {
    const { askChange } = await import('./crm-bulk-edit');
    const change = await askChange(this.page, count);
    if (change !== null) {
      const done = await this.work(t('list.bulk.edit'), `${this.page.path}/bulk/update`, change);
      this.told(done, (n) => notify(t('list.bulk.changed', { count: n })));
    }
  }

  private async act(action: Action, count: number): Promise<void> {
    const sure = { title: t('list.bulk.sure', { label: action.label, count }), text: action.confirm ?? '', yes: action.label };
    if (await confirm(sure)) {
      const done = await this.work(action.label, action.bulk_path ?? '', {});
      this.told(done, (n) => notify(t('list.bulk.done', { label: action.label, count: n })));
    }
  }

  private async delete(count: number): Promise<void> {
    const again = this.page.soft_delete && this.page.can['restore'] !== false;
    const text = t(again ? 'list.bulk.delete.undo' : 'list.bulk.delete.forever');
    const question = { title: t('list.bulk.delete.many', { count }), text, yes: t('button.delete'), danger: true };
    if ((again && count <= MANY) || (await confirm(question))) {
      const done = await this.work(t('button.delete'), `${this.page.path}/bulk/delete`, {});
      this.told(done, (n, ids) => (again ? notifyUndo(t('list.bulk.deleted', { count: n }), () => this.restore(ids)) : notify(t('list.bulk.deleted', { count: n }))));
    }
  }

  private async restore(ids: readonly string[]): Promise<void> {
    const some = new Selection();
    some.set(ids, true);
    const done = await this.work(t('button.undo'), `${this.page.path}/bulk/restore`, {}, some);
    this.told(done, (n) => notify(t('list.bulk.restored', { count: n })));
  }

  private told(progress: Progress | null, say: (count: number, ids: readonly string[]) => void): void {
    if (progress !== null && progress.done.length > 0) {
      say(progress.done.length, progress.done);
    }
    if (progress !== null && progress.failed.length === 0 && !progress.stopped) {
      this.label = '';
    }
  }

  /** Gives the command to all that are chosen; null if it ended by a failure, which is told. */
  private async work(label: string, path: string, body: Readonly<Record<string, unknown>>, which = this.selection): Promise<Progress | null> {
    this.begin(label, t('list.bulk.finding'));
    try {
      const ids = await chosenIds(this.page, which, this.query, this.stop.signal);
      this.progress = { count: ids.length, done: [], failed: [], stopped: false };
      this.progress = await inBatches(path, ids, body, (progress) => (this.progress = progress), this.stop.signal);
      this.selection.setAll(false);
      this.selection.set(this.progress.failed.map(({ id }) => id), true);
      return this.progress;
    } catch (failure) {
      this.label = '';
      this.failed(failure);
      return null;
    } finally {
      this.busy = '';
      this.dispatchEvent(new CustomEvent('worked'));
    }
  }

  /** What is chosen, or all that match, as a file. */
  async export(all = false): Promise<void> {
    this.begin(t('list.export'), t('list.bulk.finding'));
    const { selection } = this;
    try {
      const ids = all || (selection.most && selection.named.size === 0) ? null : await chosenIds(this.page, selection, this.query, this.stop.signal);
      const told = (bytes: number): string => (this.busy = t('list.export.running', { size: sizeWord(bytes) }));
      const query = new URLSearchParams(this.query);
      query.set('fields', this.columns.join(','));
      const file = await csv(this.page, query, ids, told, this.stop.signal);
      save(file, fileName(this.page));
      notify(t('list.export.done', { size: sizeWord(file.size) }));
    } catch (failure) {
      this.failed(failure);
    } finally {
      [this.busy, this.label] = ['', ''];
    }
  }

  private begin(label: string, busy: string): void {
    this.stop = new AbortController();
    [this.label, this.busy, this.progress] = [label, busy, null];
  }

  private failed(failure: unknown): void {
    if (!givenUp(failure)) {
      notifyFailure(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-selection-bar': CrmSelectionBar;
  }
}
