import type { components } from '@crm/api';
import { Problem, type ProblemBody } from './problem';
import { Store } from './store';
import { locks } from './without-tls';

export type Account = components['schemas']['Account'];

interface Tokens {
  readonly access_token: string;
  readonly expires_in: number;
  readonly user: Account;
}

interface Access {
  readonly token: string;
  /** In milliseconds of this machine's clock. */
  readonly until: number;
  readonly account: Account;
}

/** How a session went: by a sign-out, or by itself. */
type Gone = 'signed out' | 'ended';

const EARLY = 20_000;
const LOCK = 'crm-refresh';
const CHANNEL = 'crm-session';
/** Whether it is worth to ask for a session: no script can see the cookie itself. */
const HINT = 'crm.signed_in';

/**
 * Who is signed in. The access token is kept in memory only and handed to the other tabs; the
 * refresh token is a cookie that no script can read, and one tab at a time uses it.
 */
export class Session {
  /** The account, null when nobody is signed in, undefined until that is known. */
  readonly account = new Store<Account | null | undefined>(undefined);
  /** Whether the last session ended by itself, while somebody was at work. */
  readonly ended = new Store(false);
  private access: Access | null = null;
  private readonly tabs = new BroadcastChannel(CHANNEL);

  constructor() {
    this.tabs.onmessage = (message: MessageEvent<Access | Gone>) => this.told(message.data);
  }

  /** Finds out whether somebody is signed in already, in this or another tab. */
  async resume(): Promise<void> {
    if (localStorage.getItem(HINT) === null) {
      this.account.set(null);
      return;
    }
    await this.token().catch((failure: unknown) => {
      if (failure instanceof Problem && failure.passing) {
        throw failure;
      }
    });
  }

  async signIn(email: string, password: string): Promise<void> {
    this.take(await post<Tokens>('login', { email, password, cookie: true }));
  }

  async changePassword(current: string, next: string): Promise<void> {
    await post('password', { current_password: current, new_password: next }, await this.token());
    // The old tokens ended with the old password.
    await this.signIn(this.account.value?.email ?? '', next);
  }

  async signOut(): Promise<void> {
    const token = this.access?.token;
    await locks.request(LOCK, () => post('logout', {}, token));
    this.forget('signed out');
  }

  /** A token that is good for some seconds at least; refreshes it where it is not. */
  async token(): Promise<string> {
    if (this.access === null || this.access.until - EARLY < Date.now()) {
      await this.refresh(this.access?.token ?? null);
    }
    if (this.access === null) {
      throw new Problem({ status: 401 });
    }
    return this.access.token;
  }

  /** Gets another token than this one, which the server refuses or which ends. */
  async refresh(old: string | null): Promise<void> {
    await locks.request(LOCK, async () => {
      if (this.access !== null && this.access.token !== old && this.access.until > Date.now()) {
        return;
      }
      try {
        this.take(await post<Tokens>('refresh', null));
      } catch (failure) {
        if (failure instanceof Problem && !failure.passing) {
          this.forget('ended');
        }
        throw failure;
      }
    });
  }

  private take(tokens: Tokens): void {
    this.hold({
      token: tokens.access_token,
      until: Date.now() + tokens.expires_in * 1000,
      account: tokens.user,
    });
    this.tabs.postMessage(this.access);
  }

  private hold(access: Access): void {
    this.access = access;
    this.ended.set(false);
    localStorage.setItem(HINT, 'yes');
    this.account.set(access.account);
  }

  private forget(how: Gone): void {
    const held = this.access !== null;
    this.gone(how);
    localStorage.removeItem(HINT);
    if (held) {
      this.tabs.postMessage(how);
    }
  }

  private gone(how: Gone): void {
    this.ended.set(how === 'ended' && this.access !== null);
    this.access = null;
    this.account.set(null);
  }

  private told(message: Access | Gone): void {
    if (typeof message === 'string') {
      this.gone(message);
    } else {
      this.hold(message);
    }
  }
}

async function post<T>(path: string, body: unknown, token?: string): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== null) {
    headers['Content-Type'] = 'application/json';
  }
  if (token !== undefined) {
    headers['Authorization'] = `Bearer ${token}`;
  }
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/auth/${path}`, {
      method: 'POST',
      headers,
      body: body === null ? null : JSON.stringify(body),
    });
  } catch (failure) {
    throw Problem.unreachable(failure);
  }
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return (answer.status === 204 ? null : await answer.json()) as T;
}

/** Reads what an answer says of its failure; something in front of the server may say nothing. */
export async function problemOf(answer: Response): Promise<Problem> {
  const retry = answer.headers.get('Retry-After');
  let body: ProblemBody = { status: answer.status };
  if (answer.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    body = { ...((await answer.json()) as ProblemBody), status: answer.status };
  }
  return new Problem(body, retry === null ? null : Number(retry));
}
