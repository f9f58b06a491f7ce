import { get } from '../../api/client';
import { column, title, type Column, type RecordPage, type Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { nameOf } from '../../api/references';
import { t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import { notify, notifyFailure, notifyUndo } from '../../ui/notify';
import { spoken } from '../../ui/value';
import type { BoardRecords } from './board-records';
import { move } from './board-source';

/** Columns that change with every change of a record, or that say nothing to a person. */
const SILENT = new Set(['id', 'version', 'updated_at', 'status_changed_at', 'last_contact_at', 'score_breakdown']);

/** Moves cards from column to column: at once, and back with the reason where it is refused. */
export class BoardMoves {
  constructor(
    private readonly records: BoardRecords,
    private readonly page: () => RecordPage,
    /** Says in words to a screen reader what has happened. */
    private readonly say: (text: string) => void,
  ) {}

  async move(row: Row, to: string, undoing = false): Promise<void> {
    const page = this.page();
    const from = this.value(row);
    if (from === to) {
      return;
    }
    const values = { name: title(page, row), from: this.word(from), to: this.word(to) };
    this.records.put({ ...row, [page.board!.column]: to }, to);
    try {
      const moved = await move(page, row, to);
      this.records.put(moved, this.value(moved));
      this.say(t('board.moved', values));
      if (undoing) {
        notify(t('board.moved', values));
      } else {
        notifyUndo(t('board.moved', values), () => this.move(moved, from, true));
      }
    } catch (failure) {
      await this.refused(row, to, failure);
    }
  }

  private async refused(row: Row, to: string, failure: unknown): Promise<void> {
    if (failure instanceof Problem && failure.status === 412) {
      await this.overtaken(row, to);
      return;
    }
    this.records.put(row, this.value(row));
    const values = { name: title(this.page(), row), from: this.word(this.value(row)), to: this.word(to) };
    const allowed = failure instanceof Problem ? failure.body.allowed : undefined;
    if (allowed === undefined) {
      this.say(t('board.back', values));
      notifyFailure(failure);
      return;
    }
    const others = allowed.filter((value) => value !== this.value(row)).map((value) => this.word(value));
    this.explain(t(others.length === 0 ? 'board.fixed' : 'board.refused', { ...values, allowed: others.join(', ') }));
  }

  /** Somebody was faster: shows the record as it is now, and who changed what. */
  private async overtaken(row: Row, to: string): Promise<void> {
    const page = this.page();
    const name = title(page, row);
    let now: Row;
    try {
      now = await get<Row>(`${page.path}/${row.id}`);
    } catch (failure) {
      this.records.remove(row.id);
      this.explain(
        failure instanceof Problem && failure.status === 404 ? t('board.gone', { name }) : explained(failure).text,
      );
      return;
    }
    const value = this.value(now);
    if (page.board!.values.includes(value)) {
      this.records.put(now, value);
    } else {
      this.records.remove(row.id);
    }
    const who = await this.who(row.id);
    const values = { name, who, what: await this.difference(row, now), to: this.word(to) };
    const elsewhere = value !== this.value(row);
    this.explain(t(elsewhere ? 'board.overtaken' : 'board.overtaken.elsewhere', values));
  }

  private async who(id: string): Promise<string> {
    const page = this.page();
    if (!page.timeline) {
      return t('board.somebody');
    }
    const query = { entity_type: page.name, entity_id: id, limit: 1 };
    try {
      const { items } = await get<{ readonly items: readonly Row[] }>('activities', query);
      const user = items[0]?.['user_id'];
      const name = user === null || user === undefined ? null : await nameOf('user', String(user));
      return name ?? t('board.somebody');
    } catch (failure) {
      if (failure instanceof Problem) {
        return t('board.somebody');
      }
      throw failure;
    }
  }

  /** "Stage: Proposal; Estimated value: 1,200.00 €". */
  private async difference(before: Row, now: Row): Promise<string> {
    const changed = this.page().columns.filter(
      ({ name }) => !SILENT.has(name) && JSON.stringify(before[name]) !== JSON.stringify(now[name]),
    );
    const words = changed.map(async (of) => `${of.label}: ${await inWords(of, now[of.name])}`);
    return (await Promise.all(words)).join('; ');
  }

  private explain(text: string): void {
    this.say(text);
    notifyFailure(new Problem({ status: 409, detail: text }));
  }

  private value(row: Row): string {
    return String(row[this.page().board!.column]);
  }

  private word(value: string): string {
    return spoken(column(this.page(), this.page().board!.column), value);
  }
}

async function inWords(of: Column, value: unknown): Promise<string> {
  const name = of.refers_to !== null && typeof value === 'string' ? await nameOf(of.refers_to, value) : null;
  return name ?? spoken(of, value);
}
