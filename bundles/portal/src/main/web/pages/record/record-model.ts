import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get, session } from '../../api/client';
import type { RecordPage, Row } from '../../api/description';
import { draft, keepDraft } from '../../api/drafts';
import { go, place } from '../../app/router';
import { t } from '../../texts/texts';
import type { Changes } from '../../ui/conflict';
import { notifyUndo } from '../../ui/notify';
import { differing, disputed, listOf, prefilled, typed, type Edit } from './edit';
import { follow } from './others';
import { refusal, type Refusal } from './refusal';
import { Saving } from './saving';

/** Who else changed the record, and which columns. */
export interface News {
  readonly by: string | null;
  readonly columns: readonly string[];
}

const NONE: Changes = {};
/** Nothing typed, and nothing to be told of it. */
const BLANK = { base: null, mine: NONE, refused: null, restored: false, news: null };

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
  private readonly saving = new Saving(this);
  private stop = (): void => undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = follow(this);
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

  get disputed(): readonly string[] {
    return disputed(this.page, this, this.row);
  }

  value = (name: string): unknown => (name in this.mine ? this.mine[name] : this.row?.[name]);

  async open(page: RecordPage, path: string, id: string): Promise<void> {
    const other = path !== this.path || id !== this.id;
    Object.assign(this, { page, path, id });
    if (!other) return;
    Object.assign(this, { ...BLANK, row: null, editing: this.isNew, gone: false, failure: null });
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
    this.mine = typed(this.page, this, name, value);
    if (this.refused !== null) {
      const { [name]: _, ...fields } = this.refused.fields;
      this.refused = { ...this.refused, fields };
    }
    this.kept();
  }

  /** Takes the others' value of a column, or lets mine stand against it. */
  settle(name: string, mine: boolean): void {
    if (mine && this.base !== null && this.row !== null) {
      this.base = { ...this.base, [name]: this.row[name] };
      this.kept();
    } else {
      this.base = this.base === null ? null : { ...this.base, [name]: this.row?.[name] };
      this.set(name, this.row?.[name]);
    }
  }

  /** Leaves the form; what was typed can be had back. */
  leave(): void {
    const { base, mine, dirty, place: at } = this;
    this.end();
    if (dirty) {
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
      go(`/${listOf(this.path)}`);
    }
  }

  /** Saves what was typed; whatever happens, it is still there until it is saved. */
  async save(allowDuplicate = false): Promise<void> {
    if (this.busy) {
      return;
    }
    this.tell({ busy: true, refused: null });
    try {
      await (this.isNew ? this.saving.create(allowDuplicate) : this.saving.update(allowDuplicate));
    } catch (failure) {
      this.refused = refusal(this.page, failure, this.mine);
    }
    this.tell({ busy: false });
  }

  /** Takes a newer state of the record, from whoever made it. */
  take(row: Row, by: string | null = null): void {
    const before = this.row;
    Object.assign(this, { row, gone: false });
    const columns = before === null ? [] : differing(this.page, before, row);
    if (by !== null && by !== session.account.value?.id && columns.length > 0) {
      this.news = { by, columns };
    }
    this.host.requestUpdate();
  }

  /** Shows why something was not done. */
  refuse(summary: string): void {
    this.tell({ refused: { fields: {}, summary, candidates: null } });
  }

  /** Changes something of what is shown. */
  tell(what: Partial<Pick<RecordModel, 'busy' | 'gone' | 'news' | 'refused'>>): void {
    Object.assign(this, what);
    this.host.requestUpdate();
  }

  /** Ends the editing; what was typed is saved, or given up. */
  end(): void {
    keepDraft(this.place, null);
    Object.assign(this, { ...BLANK, editing: this.isNew });
    this.host.requestUpdate();
  }

  /** Whether something was typed that is not saved. */
  private get dirty(): boolean {
    const given = this.isNew ? this.prefilled() : NONE;
    return Object.keys({ ...given, ...this.mine }).some((name) => this.mine[name] !== given[name]);
  }

  private prefilled(): Changes {
    return prefilled(this.page, place.value.query, session.account.value?.id ?? null);
  }

  private kept(): void {
    const { base, mine } = this;
    keepDraft(this.place, this.dirty ? { base, mine } : null);
    this.host.requestUpdate();
  }

  private restore(): void {
    const kept = draft<Edit>(this.place);
    if (kept !== null && (this.isNew || this.row !== null)) {
      Object.assign(this, { base: kept.base, mine: kept.mine, editing: true, restored: true });
    } else if (this.isNew) {
      this.mine = this.prefilled();
    }
  }
}
