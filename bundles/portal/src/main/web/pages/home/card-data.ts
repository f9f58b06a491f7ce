import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onChange } from '../../api/events';

const TOGETHER = 500;

/** What a card shows: read when the card comes, and again when such records have changed. */
export class CardData<T> implements ReactiveController {
  value: T | undefined = undefined;
  failure: unknown = null;
  private stop: () => void = () => undefined;
  private timer: number | null = null;
  private ending = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly read: (signal: AbortSignal) => Promise<T>,
    private readonly concerns: (type: string) => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onChange((change) => {
      if (change === null || this.concerns(change.type)) {
        this.timer ??= window.setTimeout(() => void this.load(), TOGETHER);
      }
    });
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
