import { Store } from '../api/store';

/** Where the visitor is: the path's segments, decoded, and the query. */
export interface Place {
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Whether the browser's own buttons led here, to something that was seen before. */
  readonly returned: boolean;
}

export const place = new Store<Place>(at(new URL(location.href)));

/** Goes somewhere inside the portal. What is typed and not saved stays as a draft, so none is lost. */
export function go(path: string, how: { readonly replace?: boolean } = {}): void {
  if (how.replace === true) {
    history.replaceState(null, '', path);
  } else {
    history.pushState(null, '', path);
  }
  place.set(at(new URL(path, location.origin)));
}

/** Keeps something of the page in its address, without a step in the history. */
export function remember(query: URLSearchParams): void {
  const text = query.toString();
  go(location.pathname + (text === '' ? '' : `?${text}`), { replace: true });
}

function at(url: URL, returned = false): Place {
  const segments = url.pathname.split('/').filter((segment) => segment !== '').map(decoded);
  return { path: url.pathname, segments, query: url.searchParams, returned };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Follows links and the browser's buttons; called once. */
export function startRouter(): void {
  addEventListener('popstate', () => place.set(at(new URL(location.href), true)));
  addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link !== undefined && plain(event) && inside(link)) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  });
}

function plain(event: MouseEvent): boolean {
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return !event.defaultPrevented && event.button === 0 && !held;
}

function inside(link: HTMLAnchorElement): boolean {
  const ours = link.origin === location.origin && link.target === '' && !link.hasAttribute('download');
  return ours && !/^\/(api|health|metrics)(\/|$)/.test(link.pathname);
}
