import type { ReactiveControllerHost } from 'lit';
import type { RecordPage, Row } from '../../api/description';
import type { Change } from '../../api/events';
import { Problem } from '../../api/problem';
import type { BoardQuery } from './board-query';
import { some, SOME, those, totals } from './board-source';
import { extended, find, order, placed, unread, without, type BoardColumn, type Columns } from './columns';

/** Changes that come close together are asked for at once. */
const TOGETHER = 300;
const MOST = 100;

/** The records of a board, column by column, as they are now. */
export class BoardRecords {
  columns: Columns = [];
  private page!: RecordPage;
  private query!: BoardQuery;
  private ending = new AbortController();
  private readonly changed = new Set<string>();
  private timer: number | null = null;
  private waiting = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Told before records that others changed are put where they are now. */
    private readonly moving: (ids: readonly string[]) => void,
  ) {}

  /** Shows what a query finds; what was shown stays until then. */
  async load(page: RecordPage, query: BoardQuery): Promise<void> {
    const same = this.page === page;
    this.end();
    [this.page, this.query] = [page, query];
    this.set(
      same
        ? this.columns.map((column) => ({ ...column, loading: true }))
        : page.board!.values.map((value) => unread(value)),
    );
    await Promise.all([...page.board!.values.map((value) => this.first(value)), this.count()]);
  }

  end(): void {
    this.ending.abort();
    this.ending = new AbortController();
    this.changed.clear();
    clearTimeout(this.timer ?? undefined);
    this.timer = null;
  }

  /** The next page of a column. */
  async more(value: string): Promise<void> {
    const column = this.columns.find((candidate) => candidate.value === value);
    if (column === undefined || column.loading || column.cursor === null) {
      return;
    }
    this.replace(value, (old) => ({ ...old, loading: true, failure: null }));
    await this.read(value, async (signal) => {
      const next = await some(this.page, value, this.query, column.cursor, signal);
      this.replace(value, (old) => extended(old, next.items, next.next_cursor));
    });
  }

  /** A column's first page, or as much as it showed before. */
  async first(value: string): Promise<void> {
    await this.read(value, async (signal) => {
      const shown = this.columns.find((column) => column.value === value)?.rows.length ?? 0;
      const limit = Math.min(200, Math.max(SOME, shown));
      const found = await some(this.page, value, this.query, null, signal, limit);
      this.replace(value, (old) => extended({ ...old, rows: [] }, found.items, found.next_cursor));
    });
  }

  /** Puts a record where its value and the order want it; one's own stays in sight in any case. */
  put(row: Row, value: string, own = true): void {
    this.set(placed(this.columns, value, row, order(this.query.sort), this.page.board!.sum, own));
  }

  remove(id: string): void {
    this.set(without(this.columns, id, this.page.board!.sum));
  }

  /** Nothing is moved under the hand of somebody who drags; it is done afterwards. */
  hold(waiting: boolean): void {
    this.waiting = waiting;
    if (!waiting && this.changed.size > 0) {
      this.soon();
    }
  }

  /** Hears of a change by anybody; null: some were missed. */
  told(change: Change | null): void {
    if (change === null) {
      void this.load(this.page, this.query);
    } else if (change.type === this.page.name && change.id !== null) {
      const held = find(this.columns, change.id);
      if (held === null || held.row['version'] !== change.version) {
        this.changed.add(change.id);
        this.soon();
      }
    }
  }

  private soon(): void {
    this.timer ??= window.setTimeout(() => {
      this.timer = null;
      if (!this.waiting) {
        void this.renew();
      }
    }, TOGETHER);
  }

  private async renew(): Promise<void> {
    const ids = [...this.changed].slice(0, MOST);
    ids.forEach((id) => this.changed.delete(id));
    try {
      const rows = await those(this.page, ids, this.query);
      this.moving(ids);
      ids.forEach((id) => this.take(id, rows.find((row) => row.id === id)));
      await this.count();
    } catch (failure) {
      // The stream tells again when the server is back; until then the board shows what it knew.
      if (!(failure instanceof Problem)) {
        throw failure;
      }
    }
    if (this.changed.size > 0) {
      this.soon();
    }
  }

  private take(id: string, row: Row | undefined): void {
    const value = row === undefined ? '' : String(row[this.page.board!.column]);
    if (row !== undefined && this.page.board!.values.includes(value)) {
      this.put(row, value, false);
    } else {
      this.remove(id);
    }
  }

  private async count(): Promise<void> {
    const { signal } = this.ending;
    try {
      const groups = await totals(this.page, this.query, signal);
      const of = (value: string) => groups.find((group) => group.value === value);
      this.set(
        this.columns.map((column) => ({
          ...column,
          count: of(column.value)?.count ?? 0,
          sum: this.page.board!.sum === null ? null : Number(of(column.value)?.sum ?? 0),
        })),
      );
    } catch (failure) {
      // The cards explain a failure; a heading without a number is no news.
      if (!(failure instanceof Problem) && !signal.aborted) {
        throw failure;
      }
    }
  }

  private async read(value: string, reading: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.ending;
    try {
      await reading(signal);
    } catch (failure) {
      if (!signal.aborted) {
        this.replace(value, (old) => ({ ...old, loading: false, failure }));
      }
    }
  }

  private replace(value: string, by: (column: BoardColumn) => BoardColumn): void {
    this.set(this.columns.map((column) => (column.value === value ? by(column) : column)));
  }

  private set(columns: Columns): void {
    this.columns = columns;
    this.host.requestUpdate();
  }
}
