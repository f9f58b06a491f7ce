import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A value that tells when it changes. */
export class Store<T> {
  private readonly listeners = new Set<(value: T) => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (Object.is(value, this.current)) {
      return;
    }
    this.current = value;
    [...this.listeners].forEach((listener) => listener(value));
  }

  /** Hears of changes until the returned function is called. */
  listen(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Draws an element anew when a store changes: while it is on the page, or as soon as it is back on it. */
export class Watch implements ReactiveController {
  private stop: (() => void)[] = [];
  private left: readonly unknown[] = [];
  private readonly stores: readonly Store<never>[];

  constructor(
    private readonly host: ReactiveControllerHost,
    ...stores: readonly Pick<Store<unknown>, 'value'>[]
  ) {
    this.stores = stores as unknown as readonly Store<never>[];
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.stores.map((store) => store.listen(() => this.host.requestUpdate()));
    if (this.left.some((value, i) => !Object.is(value, this.stores[i]?.value))) {
      this.host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    this.stop.forEach((stop) => stop());
    this.stop = [];
    this.left = this.stores.map(({ value }) => value);
  }
}
