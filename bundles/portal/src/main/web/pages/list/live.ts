import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get } from '../../api/client';
import type { RecordPage, Row } from '../../api/description';
import { onChange, type Change } from '../../api/events';
import type { Held, Rows } from './rows';

interface Host extends ReactiveControllerHost {
  readonly page: RecordPage;
  readonly rows: Rows | null;
  /** The query of what is asked for, with the fields that are shown. */
  readonly query: URLSearchParams;
  /** Draws rows anew that were changed in place. */
  redraw(): void;
  /** Reads again what is shown. */
  refresh(): Promise<void>;
}

const TOGETHER = 300;
const FLASH = 2_000;
const MOST = 100;

/** Shows what others change: known rows in place, new ones by their number, until they are asked for. */
export class Live implements ReactiveController {
  /** How many new records match that the list does not show yet. */
  fresh = 0;
  private readonly changed = new Set<string>();
  private readonly created = new Set<string>();
  private timer = 0;
  private missed = false;
  private stop = (): void => {};

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onChange((change) => this.told(change));
  }

  hostDisconnected(): void {
    this.stop();
    clearTimeout(this.timer);
  }

  /** Begins anew, because all is read again. */
  reset(): void {
    this.fresh = 0;
    this.created.clear();
    this.changed.clear();
  }

  private told(change: Change | null): void {
    if (change !== null && change.type !== this.host.page.name) {
      return;
    }
    if (change === null || change.id === null) {
      this.missed = true;
    } else if (this.host.rows?.of(change.id) !== undefined) {
      this.known(change, change.id);
    } else if (change.action === 'created' || change.action === 'imported' || change.action === 'restored') {
      this.created.add(change.id);
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.catchUp(), TOGETHER);
  }

  private known(change: Change, id: string): void {
    const held = this.host.rows?.of(id);
    if (change.action === 'deleted' && held !== undefined) {
      held.gone = true;
      this.host.redraw();
    } else if (held !== undefined && (change.version === null || change.version !== held.row['version'] || held.gone)) {
      this.changed.add(id);
    }
  }

  /** Asks once for all that was told within a moment; what fails is told by the next list. */
  private async catchUp(): Promise<void> {
    if (this.missed) {
      this.missed = false;
      await this.host.refresh().catch(() => {});
      return;
    }
    const ids = [...this.changed].slice(0, MOST);
    this.changed.clear();
    await Promise.all([this.update(ids), this.countFresh()]).catch(() => (this.missed = true));
  }

  private async update(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) {
      return;
    }
    const query = new URLSearchParams(ids.map((id) => ['id', id]));
    query.set('limit', String(MOST));
    query.set('fields', this.host.query.get('fields') ?? 'id');
    const { items } = await get<{ readonly items: readonly Row[] }>(this.host.page.path, query);
    const rows = items.map((row) => ({ row, held: this.host.rows?.of(row.id) }));
    const news = rows.filter((each): each is { row: Row; held: Held } => each.held !== undefined);
    news.forEach(({ row, held }) => Object.assign(held, { row, gone: false, changed: row['version'] !== held.row['version'] }));
    this.host.redraw();
    setTimeout(() => {
      news.forEach(({ held }) => (held.changed = false));
      this.host.redraw();
    }, FLASH);
  }

  /** Of the new ones only those count that the filters let through; more than some are not told apart. */
  private async countFresh(): Promise<void> {
    if (this.created.size === 0) {
      return;
    }
    const query = new URLSearchParams(this.host.query);
    query.delete('sort');
    query.delete('id');
    [...this.created].slice(-MOST).forEach((id) => query.append('id', id));
    query.set('fields', 'id');
    query.set('limit', '1');
    query.set('count', 'true');
    const { total } = await get<{ readonly total: number }>(this.host.page.path, query);
    this.fresh = this.created.size > MOST ? Math.max(total, this.created.size) : total;
    this.host.requestUpdate();
  }
}
