import { reachable } from './client';
import { loadPortal } from './portal';

const WAIT = 2_000;

/** Once the server is not reached, asks again until it is: at once when the browser has a network again. */
export function recover(signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    clearTimeout(timer);
    if (!reachable.value && !signal.aborted) {
      loadPortal().catch(wait);
    }
  };
  const wait = (): void => {
    timer = setTimeout(ask, WAIT);
  };
  const stop = reachable.listen((there) => (there ? clearTimeout(timer) : wait()));
  addEventListener('online', ask, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    stop();
  });
}
