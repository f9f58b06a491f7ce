/** In milliseconds: what a page begins with is done by then. */
const BEGUN = 1_500;

/**
 * Loads what is probably wanted next, when the page is there; not every browser tells when it is idle.
 * What cannot be loaded is asked for again by who wants it, and told to them.
 */
export function later(load: () => Promise<unknown>): void {
  setTimeout(() => void load().catch(() => undefined), BEGUN);
}
