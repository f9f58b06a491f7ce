import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import '../ui/crm-icon';
import { base } from '../ui/styles';
import { entries, type Group } from './entries';
import { place } from './router';

const KEPT = 'crm.navigation';

/** The pages that run and that the user may open; on a phone a drawer. */
@customElement('crm-navigation')
export class CrmNavigation extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        background: var(--crm-surface);
        border-inline-end: 1px solid var(--crm-line);
        width: 15rem;
        overflow: hidden auto;
      }
      :host([narrow]) {
        width: 3.75rem;
      }
      nav {
        display: flex;
        flex-direction: column;
        min-height: 100%;
        padding: 0.875rem 0.625rem;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        padding: 0 0.5rem 1rem;
        font-weight: 650;
        color: var(--crm-text);
      }
      h2 {
        margin: 1rem 0.625rem 0.375rem;
        font-size: 0.75rem;
        font-weight: 600;
        color: var(--crm-text-soft);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li a,
      button {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        width: 100%;
        min-height: 2.25rem;
        padding: 0.375rem 0.625rem;
        border: 0;
        border-radius: var(--crm-radius-small);
        background: none;
        color: var(--crm-text);
        font: inherit;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }
      li a:hover,
      button:hover {
        background: var(--crm-canvas);
      }
      li a[aria-current] {
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-weight: 600;
      }
      .stopped {
        display: flex;
        gap: 0.75rem;
        padding: 0.375rem 0.625rem;
        color: var(--crm-text-soft);
      }
      footer {
        margin-top: auto;
        padding-top: 1rem;
      }
      :host([narrow]) :is(.label, h2, .state) {
        position: absolute;
        clip-path: inset(50%);
      }
      @media (max-width: 48rem) {
        :host,
        :host([narrow]) {
          position: fixed;
          inset: 0 auto 0 0;
          z-index: 20;
          width: 17rem;
          box-shadow: var(--crm-shadow);
          visibility: hidden;
          translate: -100%;
          transition: translate 150ms;
        }
        :host([open]) {
          visibility: visible;
          translate: 0;
        }
        :host([open])::before {
          content: '';
          position: fixed;
          inset: 0 -100vw 0 17rem;
          background: rgb(0 0 0 / 40%);
        }
        footer {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) open = false;
  @property({ type: Boolean, reflect: true }) narrow = localStorage.getItem(KEPT) === 'narrow';
  @state() private group: readonly Group[] = [];

  constructor() {
    super();
    new Watch(this, portal, place, chosen);
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) {
        this.close();
      }
    });
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
  }

  protected override willUpdate(): void {
    this.group = entries(portal.value);
  }

  override render(): TemplateResult {
    return html`<nav aria-label=${t('app.navigation')}>
      <a class="brand" href="/"><img src="/icon.svg" width="26" height="26" alt="" /><span class="label">${t('app.name')}</span></a>
      ${this.group.map(
        (group) => html`
          ${group.label === '' ? nothing : html`<h2 id=${group.name}>${group.label}</h2>`}
          <ul aria-labelledby=${group.label === '' ? nothing : group.name}>
            ${group.entries.map((entry) => this.entry(entry.path, entry.icon, entry.label))}
          </ul>
        `,
      )}
      ${(portal.value?.stopped ?? []).map(
        (module) => html`<div class="stopped">
          <crm-icon name="stopped"></crm-icon>
          <span class="label">${module.label} · ${t('nav.stopped')}</span>
        </div>`,
      )}
      <footer>
        <button aria-pressed=${this.narrow} aria-label=${t('app.collapse.label')} @click=${this.toggle}>
          <crm-icon name=${this.narrow ? 'chevron-right' : 'chevron-left'}></crm-icon>
          <span class="label">${t('app.collapse')}</span>
        </button>
      </footer>
    </nav>`;
  }

  private entry(path: string, icon: string, label: string): TemplateResult {
    const current = place.value.path === path || (path !== '/' && place.value.path.startsWith(`${path}/`));
    return html`<li>
      <a href=${path} title=${this.narrow ? label : nothing} aria-current=${current ? 'page' : nothing} @click=${this.close}>
        <crm-icon name=${icon}></crm-icon><span class="label">${label}</span>
      </a>
    </li>`;
  }

  private toggle(): void {
    this.narrow = !this.narrow;
    localStorage.setItem(KEPT, this.narrow ? 'narrow' : 'wide');
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
