import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Card } from '../../api/description';
import { onChange } from '../../api/events';

const TOGETHER = 500;

/** An element that draws a card. */
interface CardHost extends ReactiveControllerHost {
  readonly card: Card;
}

/** What a card shows: read when the card comes or is another, and when its records have changed. */
export class CardData<T> implements ReactiveController {
  value: T | undefined = undefined;
  failure: unknown = null;
  private stop: () => void = () => undefined;
  private timer: number | null = null;
  /** The card that was read for; a new description that says the same is no other card. */
  private shown = '';
  private ending = new AbortController();

  constructor(
    private readonly host: CardHost,
    private readonly read: (signal: AbortSignal) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onChange((change) => {
      if (change === null || change.type === this.host.card.page) {
        this.timer ??= window.setTimeout(() => void this.load(), TOGETHER);
      }
    });
  }

  hostUpdate(): void {
    const card = JSON.stringify(this.host.card);
    if (card !== this.shown) {
      this.shown = card;
      void this.load();
    }
  }

  hostDisconnected(): void {
    this.stop();
    clearTimeout(this.timer ?? undefined);
    this.timer = null;
    this.ending.abort();
  }

  /** Reads anew; what was shown stays until the answer is there. */
  readonly load = async (): Promise<void> => {
    this.timer = null;
    this.ending.abort();
    this.ending = new AbortController();
    const { signal } = this.ending;
    try {
      const value = await this.read(signal);
      if (!signal.aborted) {
        [this.value, this.failure] = [value, null];
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.failure = failure;
      }
    }
    this.host.requestUpdate();
  };
}
