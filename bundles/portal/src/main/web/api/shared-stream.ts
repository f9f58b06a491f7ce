import { Problem } from './problem';
import { locks as ours, type Locks } from './without-tls';

/** An event as the server sends it. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const NAME = 'crm-events';
/** What the server says, too, when it could not tell everything. */
const MISSED: ServerEvent = { name: 'resync', data: '{}' };

/**
 * The stream of events, of which a browser's tabs share one: a browser has few connections to a
 * host. The tab whose turn it is, by a Web Lock, reads the stream and tells the others. When it
 * closes or loses the stream the next one reads, and all load again what they show.
 */
export class SharedStream {
  private wait = FIRST_WAIT;
  /** Whether there was a time of which this tab may not know everything. */
  private late = false;

  /**
   * @param open asks the server for the stream
   * @param told hears every event, whichever tab reads the stream
   */
  constructor(
    private readonly open: (signal: AbortSignal) => Promise<Response>,
    private readonly told: (event: ServerEvent) => void,
    private readonly locks: Locks = ours,
  ) {}

  /** Takes part until the signal ends it, or nobody is signed in any more. */
  async follow(signal: AbortSignal): Promise<void> {
    const tabs = new BroadcastChannel(NAME);
    tabs.onmessage = (message: MessageEvent<ServerEvent>) => signal.aborted || this.told(message.data);
    try {
      while (await this.turn(tabs, signal)) {
        this.wait = Math.min(LONGEST_WAIT, Math.max(this.wait * 2, 2 * FIRST_WAIT));
        await pause(this.wait * (0.5 + Math.random() / 2), signal);
      }
    } finally {
      tabs.close();
    }
  }

  /** Waits for the turn and reads until the stream is over; false if there will be no other one. */
  private async turn(tabs: BroadcastChannel, signal: AbortSignal): Promise<boolean> {
    let mine = false;
    const read = async (lock: Lock | null): Promise<void> => {
      mine = lock !== null;
      if (mine) {
        await this.read(tabs, signal);
      }
    };
    try {
      await this.locks.request(NAME, { ifAvailable: true }, read);
      if (!mine) {
        this.late = true;
        await this.locks.request(NAME, { signal }, read);
      }
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) {
        return false;
      }
      if (failure instanceof Problem && failure.status === 404) {
        this.wait = LONGEST_WAIT;
      }
    }
    this.late = true;
    return !signal.aborted;
  }

  private async read(tabs: BroadcastChannel, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const answer = await this.open(signal);
    // Whatever happened while there was no stream was not told.
    tabs.postMessage(MISSED);
    if (this.late) {
      this.told(MISSED);
    }
    this.wait = FIRST_WAIT;
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let { done, value } = await reader.read(); !done && !signal.aborted; { done, value } = await reader.read()) {
      const texts = (rest + value).split('\n\n');
      rest = texts.pop() ?? '';
      texts.map(event).forEach((each) => {
        tabs.postMessage(each);
        this.told(each);
      });
    }
  }
}

function event(text: string): ServerEvent {
  const field = (name: string): string =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n');
  return { name: field('event'), data: field('data') };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
