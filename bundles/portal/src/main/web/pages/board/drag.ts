/** What is done while a card follows the pointer. */
export interface Drag<T> {
  begin(held: T, event: PointerEvent): void;
  over(x: number, y: number): void;
  drop(): void;
  cancel(): void;
}

const FAR = 5;
const LONG_PRESS = 350;
const STILL = 10;

/**
 * Takes a card with the pointer. The mouse and the pen take it at once when they move; a finger
 * has to rest on it first, so that a swipe scrolls.
 */
export class Pointer<T> {
  private held: { readonly what: T; readonly first: PointerEvent } | null = null;
  private dragging = false;
  private timer: number | null = null;

  constructor(private readonly drag: Drag<T>) {}

  down(event: PointerEvent, what: T): void {
    if (this.held !== null || event.button !== 0 || !event.isPrimary) {
      return;
    }
    this.held = { what, first: event };
    if (event.pointerType === 'touch') {
      this.timer = window.setTimeout(() => this.begin(event), LONG_PRESS);
    }
    addEventListener('pointermove', this.moved);
    addEventListener('pointerup', this.up);
    addEventListener('pointercancel', this.stop);
    addEventListener('keydown', this.key, true);
    addEventListener('blur', this.stop);
    addEventListener('contextmenu', this.menu, true);
  }

  /** While a card is held the finger does not scroll; has to be heard of actively. */
  readonly touchMoved = {
    handleEvent: (event: TouchEvent): void => {
      if (this.dragging && event.cancelable) {
        event.preventDefault();
      }
    },
    passive: false,
  };

  readonly stop = (): void => {
    const dragging = this.dragging;
    this.end();
    if (dragging) {
      this.drag.cancel();
    }
  };

  private readonly moved = (event: PointerEvent): void => {
    const { first } = this.held!;
    if (event.pointerId !== first.pointerId) {
      return;
    }
    const far = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY);
    if (this.dragging) {
      this.drag.over(event.clientX, event.clientY);
    } else if (first.pointerType === 'touch') {
      if (far > STILL) {
        this.end();
      }
    } else if (far > FAR) {
      this.begin(first);
      this.drag.over(event.clientX, event.clientY);
    }
  };

  private readonly up = (event: PointerEvent): void => {
    if (event.pointerId !== this.held?.first.pointerId) {
      return;
    }
    const dragging = this.dragging;
    this.end();
    if (dragging) {
      // The click that ends a drag opens nothing.
      const swallow = (click: Event): void => {
        click.preventDefault();
        click.stopPropagation();
      };
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, true));
      this.drag.drop();
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (this.dragging && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.stop();
    }
  };

  private readonly menu = (event: Event): void => {
    if (this.held?.first.pointerType === 'touch') {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private begin(event: PointerEvent): void {
    this.dragging = true;
    this.drag.begin(this.held!.what, event);
  }

  private end(): void {
    this.held = null;
    this.dragging = false;
    clearTimeout(this.timer ?? undefined);
    removeEventListener('pointermove', this.moved);
    removeEventListener('pointerup', this.up);
    removeEventListener('pointercancel', this.stop);
    removeEventListener('keydown', this.key, true);
    removeEventListener('blur', this.stop);
    removeEventListener('contextmenu', this.menu, true);
  }
}
