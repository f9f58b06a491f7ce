import type { RecordPage, Row } from '../../api/description';
import { CrmBoardCard } from './crm-board-card';

const TIME = 220;
const EDGE = 56;
const FASTEST = 14;

/** A picture of a card above all columns. */
export class Flight {
  readonly picture = new CrmBoardCard();

  constructor(
    root: ShadowRoot,
    page: RecordPage,
    row: Row,
    private readonly from: DOMRect,
  ) {
    Object.assign(this.picture, { page, row });
    this.picture.setAttribute('flown', '');
    this.picture.setAttribute('aria-hidden', 'true');
    this.picture.inert = true;
    this.picture.style.setProperty('width', `${from.width}px`);
    this.at(from.left, from.top);
    root.append(this.picture);
  }

  at(x: number, y: number): void {
    this.picture.style.setProperty('translate', `${x}px ${y}px`);
  }

  /** Goes where the card is now, and is gone. */
  async land(to: DOMRect | undefined, reached: () => void = () => undefined): Promise<void> {
    if (to !== undefined && to.width > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const now = this.picture.style.getPropertyValue('translate') || `${this.from.left}px ${this.from.top}px`;
      const steps = [{ translate: now }, { translate: `${to.left}px ${to.top}px`, rotate: '0deg' }];
      await this.picture.animate(steps, { duration: TIME, easing: 'ease-out' }).finished.catch(() => undefined);
    }
    this.picture.remove();
    reached();
  }
}

/** Scrolls a board whose edge the pointer is near, until it is told another position. */
export class EdgeScroll {
  private frame: number | null = null;
  private x = 0;

  constructor(
    private readonly element: HTMLElement,
    /** What is under the pointer may be another after each step. */
    private readonly scrolled: () => void,
  ) {}

  near(x: number): void {
    this.x = x;
    this.frame ??= requestAnimationFrame(this.step);
  }

  end(): void {
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = null;
  }

  private readonly step = (): void => {
    const { left, right } = this.element.getBoundingClientRect();
    const over = Math.max(0, this.x - (right - EDGE)) - Math.max(0, left + EDGE - this.x);
    const before = this.element.scrollLeft;
    this.element.scrollLeft += (over / EDGE) * FASTEST;
    if (this.element.scrollLeft !== before) {
      this.scrolled();
    }
    this.frame = requestAnimationFrame(this.step);
  };
}
