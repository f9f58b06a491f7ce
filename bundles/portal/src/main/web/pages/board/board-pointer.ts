import type { Row } from '../../api/description';
import type { CrmBoard } from './crm-board';
import { CrmBoardCard } from './crm-board-card';
import { Pointer, type Drag } from './drag';
import { EdgeScroll, Flight } from './flight';

/** Drags cards of a board with the pointer. */
export class BoardPointer implements Drag<CrmBoardCard> {
  private readonly pointer = new Pointer<CrmBoardCard>(this);
  private flight: Flight | null = null;
  private scroll: EdgeScroll | null = null;
  private row: Row | null = null;
  /** Where on the card the pointer holds it. */
  private grip = { x: 0, y: 0 };
  private at = { x: 0, y: 0 };

  constructor(private readonly board: CrmBoard) {}

  readonly touchMoved = this.pointer.touchMoved;

  readonly down = (event: PointerEvent): void => {
    const path = event.composedPath();
    const card = path.find((target) => target instanceof CrmBoardCard) as CrmBoardCard | undefined;
    const button = path.some((target) => target instanceof HTMLButtonElement);
    if (card !== undefined && !button && this.board.movable) {
      this.pointer.down(event, card);
    }
  };

  stop(): void {
    this.pointer.stop();
  }

  begin(card: CrmBoardCard, event: PointerEvent): void {
    const rect = card.getBoundingClientRect();
    this.row = card.row;
    this.grip = { x: event.clientX - rect.left, y: event.clientY - rect.top };
    this.flight = new Flight(this.board.shadowRoot!, this.board.page, card.row, rect);
    this.scroll = new EdgeScroll(this.board.scroller, () => this.aim());
    this.board.lift.cancel();
    this.board.records.hold(true);
    this.board.taken = card.row.id;
    getSelection()?.removeAllRanges();
    navigator.vibrate?.(12);
  }

  over(x: number, y: number): void {
    this.flight!.at(x - this.grip.x, y - this.grip.y);
    this.at = { x, y };
    this.scroll!.near(x);
    this.aim();
  }

  drop(): void {
    const to = this.board.target;
    const row = this.row!;
    if (to !== null) {
      void this.board.moves.move(row, to);
    }
    void this.land(row);
  }

  cancel(): void {
    void this.land(this.row!);
  }

  private async land(row: Row): Promise<void> {
    const flight = this.flight!;
    this.scroll!.end();
    this.board.target = null;
    this.board.requestUpdate();
    await this.board.settled();
    await flight.land(this.board.rect(row.id), () => {
      this.board.taken = null;
    });
    this.board.records.hold(false);
  }

  /** The card would come to the column under the pointer. */
  private aim(): void {
    const { x, y } = this.at;
    const around = this.board.scroller.getBoundingClientRect();
    const inside = y >= around.top && y <= around.bottom && x >= around.left && x <= around.right;
    const under = this.board.page.board!.values.find((value) => {
      const rect = this.board.column(value)?.getBoundingClientRect();
      return inside && rect !== undefined && x >= rect.left && x <= rect.right;
    });
    this.board.target = under ?? null;
  }
}
