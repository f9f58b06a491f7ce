import type { GridDataProvider, GridDataProviderCallback } from '@vaadin/grid';
import { get } from '../../api/client';
import type { Row } from '../../api/description';

/** A row's place in the grid; what stands in it may change while it is shown. */
export interface Held {
  readonly id: string;
  readonly index: number;
  row: Row;
  /** Whether somebody else changed it just now. */
  changed: boolean;
  gone: boolean;
}

interface Answer {
  readonly items: readonly Row[];
  readonly next_cursor: string | null;
  readonly total?: number;
}

interface Waiting {
  readonly page: number;
  readonly callback: GridDataProviderCallback<Held>;
}

export const PAGE = 50;
const AT_ONCE = 2;
const WAITING = 3;

/**
 * The rows that a query finds, a page at a time: the page after a known one by its cursor, any other
 * by how many are skipped. Of many pages that a quick scroll asks for, the last ones are read.
 */
export class Rows {
  /** How many there are; null until that is known. */
  total: number | null = null;
  /** Hears of failures and of a total that became known. */
  told: (failure: unknown) => void = () => {};
  private readonly pages = new Map<number, readonly Held[]>();
  private readonly cursors = new Map<number, string>();
  private readonly holders = new Map<string, Held>();
  private waiting: Waiting[] = [];
  private running = 0;
  private readonly stop = new AbortController();
  private recent: number[] = [];

  /** @param query what is asked for, with the order and the fields, without paging */
  constructor(
    private readonly path: string,
    private readonly query: URLSearchParams,
    /** What stays the same when the same rows are read again: the grid then keeps its place. */
    readonly kept: object = {},
  ) {}

  /**
   * Reads what has to be there before the grid shows it, and counts then, where the rows do not tell.
   *
   * @param total how many there were when they were last counted
   * @param sure whether that still holds, as for the same rows in another order
   */
  async begin(total: number | null, sure: boolean, pages: readonly number[] = [0]): Promise<void> {
    this.total = total;
    await Promise.all(pages.map((page) => this.read(page)));
    const first = this.pages.get(0);
    if (first !== undefined && !this.cursors.has(0)) {
      this.total = first.length;
    } else if (!sure) {
      // It may take longer than the rows, and the server would share itself between both.
      this.count().catch((failure: unknown) => this.failed(failure));
    }
  }

  end(): void {
    this.stop.abort();
    this.waiting = [];
  }

  /** How many rows the grid has room for: all, or while they are counted those that are sure. */
  get size(): number {
    return this.total ?? (this.pages.get(0)?.length ?? 0) + (this.cursors.has(0) ? PAGE : 0);
  }

  /** The pages that were shown last. */
  get shown(): readonly number[] {
    return [...this.recent].sort((a, b) => a - b);
  }

  of(id: string): Held | undefined {
    return this.holders.get(id);
  }

  at(index: number): Held | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The ids of a stretch of rows; of those that were never shown they are asked for. */
  async idsBetween(from: number, to: number): Promise<readonly string[]> {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const ids: string[] = [];
    for (let page = Math.floor(first / PAGE); page * PAGE <= last; page++) {
      if (!this.pages.has(page)) {
        await this.read(page);
      }
      const held = this.pages.get(page) ?? [];
      ids.push(...held.filter(({ index }) => index >= first && index <= last).map(({ id }) => id));
    }
    return ids;
  }

  readonly provider: GridDataProvider<Held> = ({ page }, callback) => {
    this.recent = [page, ...this.recent.filter((other) => other !== page)].slice(0, 2);
    const known = this.pages.get(page);
    if (known !== undefined) {
      callback([...known], this.size);
      return;
    }
    this.waiting.push({ page, callback });
    // The grid asks again for what is still to be seen.
    this.waiting.splice(0, this.waiting.length - WAITING).forEach((old) => old.callback([]));
    this.next();
  };

  private next(): void {
    while (this.running < AT_ONCE) {
      const wanted = this.waiting.pop();
      if (wanted === undefined) {
        return;
      }
      this.running++;
      void this.read(wanted.page)
        .catch((failure: unknown) => this.failed(failure))
        .finally(() => {
          this.running--;
          // A page that failed stays open, or the grid would ask for it again and again.
          const page = this.pages.get(wanted.page);
          if (page !== undefined) {
            wanted.callback([...page], this.size);
          }
          this.next();
        });
    }
  }

  private failed(failure: unknown): void {
    if (!this.stop.signal.aborted) {
      this.told(failure);
    }
  }

  private async count(): Promise<void> {
    const query = new URLSearchParams(this.query);
    query.delete('sort');
    query.set('fields', 'id');
    query.set('limit', '1');
    query.set('count', 'true');
    const answer = await get<Answer>(this.path, query, this.stop.signal);
    this.total = answer.total ?? 0;
    this.told(null);
  }

  private async read(page: number): Promise<void> {
    const query = new URLSearchParams(this.query);
    query.set('limit', String(PAGE));
    const cursor = this.cursors.get(page - 1);
    if (cursor !== undefined) {
      query.set('cursor', cursor);
    } else if (page > 0) {
      query.set('skip', String(page * PAGE));
    }
    const answer = await get<Answer>(this.path, query, this.stop.signal);
    const held = answer.items.map((row, i) => this.hold(row, page * PAGE + i));
    this.pages.set(page, held);
    if (answer.next_cursor !== null) {
      this.cursors.set(page, answer.next_cursor);
    }
  }

  private hold(row: Row, index: number): Held {
    const held = { id: row.id, index, row, changed: false, gone: false };
    this.holders.set(row.id, held);
    return held;
  }
}
