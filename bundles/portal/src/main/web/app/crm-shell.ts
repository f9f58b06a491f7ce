import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { reachable } from '../api/client';
import { follow } from '../api/events';
import { recover } from '../api/recovery';
import { outdated, portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import '../ui/crm-failure';
import '../ui/crm-icon';
import { base } from '../ui/styles';
import './crm-header';
import './crm-navigation';
import './crm-overlays';
import type { CrmOverlays } from './crm-overlays';
import { followVisits } from './recent';
import { place } from './router';
import { pageFor, type Drawn } from './routes';

/** Navigation, header and the page of the current place. */
@customElement('crm-shell')
export class CrmShell extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template: 'nav header' auto 'nav main' minmax(0, 1fr) / auto minmax(0, 1fr);
        height: 100dvh;
      }
      crm-navigation {
        grid-area: nav;
      }
      crm-header {
        grid-area: header;
      }
      main {
        grid-area: main;
        overflow: auto;
        display: flex;
        flex-direction: column;
        outline: none;
      }
      main > * {
        flex: 1 0 auto;
      }
      .ways {
        position: absolute;
      }
      .skip {
        position: fixed;
        inset-block-start: -4rem;
        inset-inline-start: 0.5rem;
        z-index: 10;
        padding: 0.5rem 0.75rem;
        background: var(--crm-accent);
        color: var(--crm-on-accent);
        border-radius: var(--crm-radius-small);
      }
      .skip:focus {
        inset-block-start: 0.5rem;
      }
      .offline,
      .newer {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        padding: 0.5rem 1.25rem;
        background: var(--crm-warning-soft);
        color: var(--crm-warning);
        flex: none;
      }
      .newer {
        background: var(--crm-info-soft);
        color: var(--crm-info);
      }
      .newer button {
        min-height: 1.75rem;
        padding: 0 0.625rem;
        border: 1px solid currentColor;
        border-radius: var(--crm-radius-small);
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
      @media (max-width: 48rem) {
        :host {
          grid-template: 'header' auto 'main' minmax(0, 1fr) / minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private drawn: Drawn | null = null;
  @state() private failure: unknown = null;
  @state() private menu = false;
  @query('crm-overlays') private overlays!: CrmOverlays;
  private shown = '';
  private ending = new AbortController();
  private stop: (() => void)[] = [];

  constructor() {
    super();
    new Watch(this, chosen, reachable, portal);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = [
      place.listen(() => void this.show()),
      portal.listen((description) => description !== null && void this.show(true)),
      followVisits(),
    ];
    this.ending = new AbortController();
    void follow(this.ending.signal);
    recover(this.ending.signal);
    void this.show(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
    this.stop.forEach((stop) => stop());
  }

  override render(): TemplateResult {
    return html`
      <nav class="ways" aria-label=${t('app.skip')}><a class="skip" href="#main" @click=${this.skip}>${t('app.skip')}</a></nav>
      <crm-navigation ?open=${this.menu} @close=${() => (this.menu = false)}></crm-navigation>
      <crm-header role="banner"
        @menu=${() => (this.menu = true)}
        @palette=${() => this.overlays.show('palette')}
        @shortcuts=${() => this.overlays.show('shortcuts')}
        @password=${() => this.overlays.show('password')}
      ></crm-header>
      <main id="main" tabindex="-1">
        ${reachable.value
          ? nothing
          : html`<div class="offline" role="status"><crm-icon name="offline"></crm-icon>${t('app.offline')}</div>`}
        ${outdated()
          ? html`<div class="newer" role="status">
              ${t('app.new_version')}<button @click=${() => location.reload()}>${t('app.reload')}</button>
            </div>`
          : nothing}
        ${this.body()}
      </main>
      <crm-overlays></crm-overlays>
    `;
  }

  private body(): TemplateResult {
    const kept = this.failure === null && this.drawn?.kept === true;
    const page = this.failure === null
      ? this.drawn?.page ?? nothing
      : html`<crm-failure whole .failure=${this.failure} @retry=${() => this.show(true)}></crm-failure>`;
    return html`${cache(kept ? page : nothing)}${kept ? nothing : page}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('drawn') && this.shown !== '') {
      this.menu = false;
    }
  }

  /** Draws what stands at the place; a new query alone is the page's own affair. */
  private async show(again = false): Promise<void> {
    const to = place.value;
    if (!again && to.path === this.shown) {
      return;
    }
    const moved = this.shown !== '' && this.shown !== to.path;
    this.shown = to.path;
    try {
      const drawn = await pageFor(to);
      if (to.path === place.value.path) {
        this.drawn = drawn;
        this.failure = null;
      }
    } catch (failure) {
      this.failure = failure;
    }
    if (moved) {
      this.renderRoot.querySelector('main')?.focus();
    }
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  }
}
