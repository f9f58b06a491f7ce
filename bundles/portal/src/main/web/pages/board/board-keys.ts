import { go } from '../../app/router';
import { find } from './columns';
import type { CrmBoard } from './crm-board';
import { CrmBoardCard } from './crm-board-card';

/** The board by keyboard: from card to card, and a card from column to column. */
export class BoardKeys {
  private moving = false;

  constructor(private readonly board: CrmBoard) {}

  /** The card on which something happened. */
  card(event: Event): CrmBoardCard | null {
    return (event.composedPath().find((target) => target instanceof CrmBoardCard) as CrmBoardCard | undefined) ?? null;
  }

  readonly down = (event: KeyboardEvent): void => {
    const card = this.card(event);
    if (card === null || event.composedPath()[0] !== card || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const done = this.board.lift.id === null ? this.walk(event, card) : this.carry(event);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /** A card that loses the focus is put back, unless it is drawn in another column just now. */
  readonly left = (event: FocusEvent): void => {
    if (this.board.lift.id !== null && !this.moving && event.relatedTarget !== null) {
      this.board.lift.cancel();
      this.board.requestUpdate();
    }
  };

  private walk(event: KeyboardEvent, card: CrmBoardCard): boolean {
    switch (event.key) {
      case ' ':
        if (this.board.movable) {
          this.board.lift.take(card.row);
          this.board.requestUpdate();
        }
        return true;
      case 'Enter':
        go(`/${this.board.page.path}/${card.row.id}`);
        return true;
      case 'm':
      case 'M':
      case 'ContextMenu':
        if (this.board.movable) {
          card.askMenu();
        }
        return true;
      case 'ArrowDown':
      case 'j':
        return this.go(card, 0, 1);
      case 'ArrowUp':
      case 'k':
        return this.go(card, 0, -1);
      case 'ArrowRight':
        return this.go(card, 1, 0);
      case 'ArrowLeft':
        return this.go(card, -1, 0);
      case 'Home':
        return this.go(card, 0, -Infinity);
      case 'End':
        return this.go(card, 0, Infinity);
      default:
        return false;
    }
  }

  /** To a neighbour in the column, or to the nearest card of the next column that has any. */
  private go(card: CrmBoardCard, columns: number, rows: number): boolean {
    const all = this.board.records.columns;
    const found = find(all, card.row.id);
    if (found === null) {
      return false;
    }
    const at = found.column.rows.indexOf(found.row);
    let column = found.column;
    if (columns !== 0) {
      const onwards = columns > 0 ? all.slice(all.indexOf(column) + 1) : all.slice(0, all.indexOf(column)).reverse();
      const next = onwards.find((candidate) => candidate.rows.length > 0);
      if (next === undefined) {
        return true;
      }
      column = next;
    }
    const to = column.rows[Math.min(column.rows.length - 1, Math.max(0, at + rows))];
    if (to !== undefined) {
      void this.board.focusCard(to.id);
    }
    return true;
  }

  private carry(event: KeyboardEvent): boolean {
    const { lift } = this.board;
    const id = lift.id!;
    switch (event.key) {
      case 'ArrowRight':
        void this.follow(id, () => lift.shift(1));
        return true;
      case 'ArrowLeft':
        void this.follow(id, () => lift.shift(-1));
        return true;
      case ' ':
      case 'Enter':
        void this.follow(id, () => void lift.drop());
        return true;
      case 'Escape':
        void this.follow(id, () => lift.cancel());
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        // The order within a column is the one it is sorted in.
        return true;
      default:
        return false;
    }
  }

  /** The focus goes with the card. */
  private async follow(id: string, act: () => void): Promise<void> {
    this.moving = true;
    try {
      const moved = this.board.moving([id]);
      act();
      this.board.requestUpdate();
      await this.board.focusCard(id);
      await moved;
    } finally {
      this.moving = false;
    }
  }
}
