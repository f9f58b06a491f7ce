import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { t } from '../texts/texts';
import './crm-failure';

/** Below this nobody needs to be told that it takes time. */
const PATIENCE = 200;

/** Loads what an element shows when the element comes onto the page, and draws how that went. */
export class Loading<T> implements ReactiveController {
  value: T | undefined;
  private failure: unknown = null;
  private slow = false;
  private asked: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: (signal: AbortSignal) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    this.asked?.abort();
    this.asked = null;
  }

  /** Loads anew; what was there stays until then, and after a failure. */
  async load(): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const timer = window.setTimeout(() => this.tell({ slow: true }), PATIENCE);
    try {
      const value = await this.ask(asked.signal);
      if (this.asked === asked) {
        this.set(value);
      }
    } catch (failure) {
      if (!asked.signal.aborted) {
        this.tell({ failure });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  set(value: T): void {
    this.value = value;
    this.tell({ failure: null, slow: false });
  }

  /** Draws the value, or in its place why there is none yet. */
  draw(drawn: (value: T) => unknown): unknown {
    if (this.value !== undefined) {
      return drawn(this.value);
    }
    if (this.failure !== null) {
      return html`<crm-failure .failure=${this.failure} @retry=${this.again}></crm-failure>`;
    }
    return this.slow ? skeleton() : nothing;
  }

  private readonly again = (event: Event): void => {
    event.stopPropagation();
    void this.load();
  };

  private tell(what: { readonly failure?: unknown; readonly slow?: boolean }): void {
    this.failure = 'failure' in what ? what.failure : this.failure;
    this.slow = what.slow ?? this.slow;
    this.host.requestUpdate();
  }
}

function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="visually-hidden">${t('app.loading')}</span>
    ${[1, 2, 3, 4].map(() => html`<div aria-hidden="true"></div>`)}
  </div>`;
}
