import { column, title, type RecordPage, type Row } from '../../api/description';
import { t } from '../../texts/texts';
import { spoken } from '../../ui/value';
import type { BoardMoves } from './board-moves';
import type { BoardRecords } from './board-records';

/** A card in the hand of the keyboard: lifted, moved from column to column, dropped or put back. */
export class Lift {
  private held: { readonly row: Row; readonly from: string; to: string } | null = null;

  constructor(
    private readonly records: BoardRecords,
    private readonly moves: BoardMoves,
    private readonly page: () => RecordPage,
    private readonly say: (text: string) => void,
  ) {}

  get id(): string | null {
    return this.held?.row.id ?? null;
  }

  get to(): string | null {
    return this.held?.to ?? null;
  }

  take(row: Row): void {
    const from = String(row[this.page().board!.column]);
    this.held = { row, from, to: from };
    this.records.hold(true);
    this.say(t('board.lifted', { name: this.name, from: this.word(from) }));
  }

  /** One column to the left or to the right. */
  shift(by: number): void {
    const values = this.page().board!.values;
    const held = this.held!;
    const at = Math.min(values.length - 1, Math.max(0, values.indexOf(held.to) + by));
    held.to = values[at]!;
    this.records.put({ ...held.row, [this.page().board!.column]: held.to }, held.to);
    this.say(t('board.over', { to: this.word(held.to), at: at + 1, count: values.length }));
  }

  async drop(): Promise<void> {
    const { row, from, to } = this.held!;
    if (from === to) {
      this.say(t('board.dropped_here', { name: this.name, to: this.word(to) }));
    }
    this.held = null;
    this.records.hold(false);
    await this.moves.move(row, to);
  }

  cancel(): void {
    if (this.held === null) {
      return;
    }
    const { row, from } = this.held;
    this.say(t('board.cancelled', { name: this.name, from: this.word(from) }));
    this.held = null;
    this.records.put(row, from);
    this.records.hold(false);
  }

  private get name(): string {
    return title(this.page(), this.held!.row);
  }

  private word(value: string): string {
    return spoken(column(this.page(), this.page().board!.column), value);
  }
}
