/*
 * What browsers keep from a page that came without TLS from another machine, and what is had in its place.
 */

export type Locks = Pick<LockManager, 'request'>;

/** A key that nobody else has. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One at a time in this tab only; whether it is available is not asked. */
export class TabLocks {
  private readonly last = new Map<string, Promise<unknown>>();

  request(name: string, ...rest: readonly unknown[]): Promise<never> {
    const work = rest.at(-1) as (lock: Lock) => Promise<never>;
    const turn = (this.last.get(name) ?? Promise.resolve()).then(() => work({ name, mode: 'exclusive' }));
    this.last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** Between all tabs where the browser lets this page do that. */
export const locks: Locks = globalThis.navigator?.locks ?? (new TabLocks() as Locks);
