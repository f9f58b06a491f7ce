import { Problem } from './problem';
import { problemOf, Session } from './session';
import { Store } from './store';
import { randomKey } from './without-tls';

export interface Call {
  readonly query?: URLSearchParams | Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  /** The version of the record that the caller has seen. */
  readonly ifMatch?: string | number | undefined;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<T> {
  readonly body: T;
  readonly status: number;
  readonly etag: string | null;
  readonly headers: Headers;
}

export const session = new Session();

/** Whether the server was reached when it was last tried. */
export const reachable = new Store(true);

/** Calls the API as whoever is signed in; fails with a {@link Problem}. */
export async function call<T>(method: string, path: string, call: Call = {}): Promise<Answer<T>> {
  const answer = await send(method, path, call);
  const body = answer.status === 204 ? null : await answer.json();
  return { body: body as T, status: answer.status, etag: answer.headers.get('ETag'), headers: answer.headers };
}

export async function get<T>(path: string, query?: Call['query'], signal?: AbortSignal): Promise<T> {
  return (await call<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) })).body;
}

/** As {@link call}, with the answer as it comes: for streams and files. */
export async function send(method: string, path: string, call: Call = {}): Promise<Response> {
  const request = prepared(method, call);
  const token = await session.token();
  let answer = await attempt(path, call, request, token);
  if (answer.status === 401) {
    await session.refresh(token);
    answer = await attempt(path, call, request, await session.token());
  }
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return answer;
}

function prepared(method: string, call: Call): RequestInit & { headers: Record<string, string> } {
  const headers: Record<string, string> = { Accept: 'application/json', ...call.headers };
  let body: BodyInit | null = null;
  if (call.body instanceof FormData || call.body instanceof Blob) {
    body = call.body;
  } else if (call.body !== undefined) {
    headers['Content-Type'] ??= method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    body = JSON.stringify(call.body);
  }
  if (call.ifMatch !== undefined) {
    headers['If-Match'] = typeof call.ifMatch === 'number' ? `"${call.ifMatch}"` : call.ifMatch;
  }
  if (method === 'POST') {
    // The same key for each attempt: a repeated request is done once.
    headers['Idempotency-Key'] ??= randomKey();
  }
  return { method, headers, body, ...(call.signal && { signal: call.signal }) };
}

async function attempt(
  path: string,
  call: Call,
  request: RequestInit & { headers: Record<string, string> },
  token: string,
): Promise<Response> {
  try {
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    const answer = await fetch(address(path, call.query), { ...request, headers });
    reachable.set(true);
    return answer;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    reachable.set(false);
    throw Problem.unreachable(failure);
  }
}

function address(path: string, query: Call['query']): string {
  const base = `/api/v1/${path.replace(/^\//, '')}`;
  if (query === undefined) {
    return base;
  }
  const parameters = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        parameters.append(name, String(value));
      }
    }
  }
  const text = parameters.toString();
  return text === '' ? base : `${base}${base.includes('?') ? '&' : '?'}${text}`;
}
