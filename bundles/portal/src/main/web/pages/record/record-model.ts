import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get, session } from '../../api/client';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { onChange, type Change } from '../../api/events';
import { Problem } from '../../api/problem';
import { go, place } from '../../app/router';
import { t } from '../../texts/texts';
import { same, weigh, type Changes } from '../../ui/conflict';
import { notify, notifyUndo } from '../../ui/notify';
import { draftOf, dropDraft, keepDraft } from './drafts';
import { refusal, type Refusal } from './refusal';
import { Attempt, create, update } from './writes';

/** That somebody else changed the record: who, and which columns. */
export interface News {
  readonly by: string | null;
  readonly columns: readonly string[];
}

const NONE: Changes = {};

/** One record, what is being typed into it, and what others do to it meanwhile. */
export class RecordModel implements ReactiveController {
  page!: RecordPage;
  path = '';
  id = '';
  /** The newest that is known; null while it is asked for, and of a new record. */
  row: Row | null = null;
  /** The record as it was when the editing began. */
  base: Row | null = null;
  mine: Changes = NONE;
  editing = false;
  busy = false;
  /** Whether what is typed comes from an earlier visit. */
  restored = false;
  gone = false;
  refused: Refusal | null = null;
  failure: unknown = null;
  news: News | null = null;
  private readonly attempt = new Attempt();
  private stop = (): void => undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onChange((change) => this.told(change));
  }

  hostDisconnected(): void {
    this.stop();
  }

  get isNew(): boolean {
    return this.id === 'new';
  }

  /** Where the record is below /api/v1 and in the portal. */
  get place(): string {
    return `${this.path}/${this.id}`;
  }

  /** The columns that I and others changed differently. */
  get disputed(): readonly string[] {
    return this.base === null || this.row === null
      ? []
      : weigh(this.page, this.mine, this.base, this.row).conflicts.map((conflict) => conflict.column.name);
  }

  value(name: string): unknown {
    return name in this.mine ? this.mine[name] : this.row?.[name];
  }

  async open(page: RecordPage, path: string, id: string): Promise<void> {
    const other = path !== this.path || id !== this.id;
    Object.assign(this, { page, path, id });
    if (!other) {
      return;
    }
    Object.assign(this, { row: null, base: null, mine: NONE, editing: this.isNew, restored: false, gone: false });
    Object.assign(this, { refused: null, failure: null, news: null });
    if (!this.isNew) {
      await this.load();
    }
    this.restore();
    this.host.requestUpdate();
  }

  async load(): Promise<void> {
    const place = this.place;
    this.failure = null;
    this.host.requestUpdate();
    try {
      const row = await get<Row>(place);
      if (place === this.place) {
        this.row = row;
      }
    } catch (failure) {
      this.failure = place === this.place ? failure : this.failure;
    }
    this.host.requestUpdate();
  }

  edit(): void {
    this.editing = true;
    this.base ??= this.row;
    this.host.requestUpdate();
  }

  set(name: string, value: unknown): void {
    const before = this.base?.[name];
    const { [name]: _, ...others } = this.mine;
    const back = same(column(this.page, name), value, before);
    this.mine = back && !this.isNew ? others : { ...others, [name]: value };
    if (this.refused !== null) {
      const { [name]: __, ...fields } = this.refused.fields;
      this.refused = { ...this.refused, fields };
    }
    keepDraft(this.place, { base: this.base, mine: this.mine });
    this.host.requestUpdate();
  }

  /** Takes the others' value of a column, or lets mine stand against it. */
  settle(name: string, mine: boolean): void {
    if (mine && this.base !== null && this.row !== null) {
      this.base = { ...this.base, [name]: this.row[name] };
      keepDraft(this.place, { base: this.base, mine: this.mine });
      this.host.requestUpdate();
    } else {
      this.base = this.base === null ? null : { ...this.base, [name]: this.row?.[name] };
      this.set(name, this.row?.[name]);
    }
  }

  /** Leaves the form; what was typed can be had back. */
  leave(): void {
    const { base, mine, place: at } = this;
    this.end();
    if (Object.keys(mine).length > 0) {
      notifyUndo(t('record.discarded'), async () => {
        keepDraft(at, { base, mine });
        if (this.place === at) {
          this.restore();
          this.restored = false;
          this.host.requestUpdate();
        }
      });
    }
    if (this.isNew) {
      go(`/${this.path.includes('/') ? this.path.split('/').slice(0, -1).join('/') : this.path}`);
    }
  }

  /** Saves what was typed; whatever happens, it is still there until it is saved. */
  async save(allowDuplicate = false): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    this.host.requestUpdate();
    try {
      await (this.isNew ? this.create(allowDuplicate) : this.update(allowDuplicate));
    } catch (failure) {
      this.refused = refusal(this.page, failure, this.mine);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** Takes a newer state of the record, from whoever made it. */
  take(row: Row, by: string | null = null): void {
    const before = this.row;
    this.row = row;
    const columns =
      before === null ? [] : this.page.columns.filter((one) => one.settable && !same(one, before[one.name], row[one.name]));
    if (by !== null && by !== session.account.value?.id && columns.length > 0) {
      this.news = { by, columns: columns.map((one) => one.name) };
    }
    this.host.requestUpdate();
  }

  private async create(allowDuplicate: boolean): Promise<void> {
    const made = await create(this.path, this.mine, allowDuplicate, this.attempt);
    this.end();
    notify(t('record.created', { title: title(this.page, made) }));
    go(`/${this.path}/${made.id}`, { replace: true });
  }

  private async update(allowDuplicate: boolean): Promise<void> {
    const row = this.row!;
    const edit = { mine: this.mine, base: this.base ?? row, row, allowDuplicate };
    const saved = await update(this.page, this.place, edit, (newer) => (this.row = newer));
    if (saved !== null) {
      this.row = saved;
      this.end();
      notify(t('record.saved'));
    }
  }

  /** Shows why something was not done. */
  refuse(summary: string): void {
    this.refused = { fields: {}, summary, candidates: null };
    this.host.requestUpdate();
  }

  /** Puts the news away. */
  heard(): void {
    this.news = null;
    this.host.requestUpdate();
  }

  /** Ends the editing; what was typed is saved, or given up. */
  end(): void {
    dropDraft(this.place);
    Object.assign(this, { editing: this.isNew, base: null, mine: NONE, refused: null, restored: false, news: null });
    this.host.requestUpdate();
  }

  private restore(): void {
    const draft = draftOf(this.place);
    if (draft !== null && (this.isNew || this.row !== null)) {
      Object.assign(this, { base: draft.base, mine: draft.mine, editing: true, restored: true });
    } else if (this.isNew) {
      this.mine = Object.fromEntries(
        [...place.value.query].filter(([name]) => this.page.columns.some((one) => one.name === name && one.settable)),
      );
    }
  }

  private told(change: Change | null): void {
    const ours = change === null || (change.type === this.page?.name && change.id === this.id);
    const old = change?.version != null && Number(this.row?.['version'] ?? -1) > change.version;
    if (ours && !old && !this.isNew && this.row !== null) {
      void this.refresh(change?.by ?? null);
    }
  }

  private async refresh(by: string | null): Promise<void> {
    const place = this.place;
    try {
      const row = await get<Row>(place);
      if (place === this.place && !this.busy) {
        this.take(row, by);
      }
    } catch (failure) {
      // Nothing of what is typed goes away with the record, or with the connection.
      if (failure instanceof Problem && failure.status === 404 && place === this.place) {
        this.gone = true;
        this.host.requestUpdate();
      }
    }
  }
}
