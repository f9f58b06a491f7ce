import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { session } from '../../api/client';
import { portal } from '../../api/portal';
import { Watch } from '../../api/store';
import { locale, chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import './crm-home-card';

/** Where a day begins: what is to do, and how it stands. */
@customElement('crm-home')
export class CrmHome extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        width: 100%;
        max-width: 90rem;
        margin-inline: auto;
        padding: 1.5rem 1.25rem 2rem;
      }
      header {
        margin-bottom: 1.25rem;
      }
      .cards {
        columns: 21rem;
        column-gap: 1rem;
      }
      crm-home-card {
        display: block;
        margin-bottom: 1rem;
        break-inside: avoid;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .links a {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        font-weight: 600;
      }
      @media (max-width: 48rem) {
        :host {
          padding: 1rem 0.75rem 1.5rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, portal, chosen, session.account);
  }

  override render(): TemplateResult {
    const cards = [...(portal.value?.cards ?? [])].sort((a, b) => a.order - b.order || a.label.localeCompare(b.label));
    const name = session.account.value?.full_name.split(/\s+/)[0] ?? '';
    const day = new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date());
    return html`<header>
        <h1>${t('home.title', { name })}</h1>
        <p class="soft">${day}</p>
      </header>
      ${cards.length === 0
        ? this.nothingHere()
        : html`<div class="cards">
            ${repeat(cards, (card) => card.name, (card) => html`<crm-home-card .card=${card}></crm-home-card>`)}
          </div>`}`;
  }

  /** No module says what belongs here: at least the ways on. */
  private nothingHere(): TemplateResult | typeof nothing {
    const pages = (portal.value?.pages ?? []).filter((page) => page.group !== null);
    return pages.length === 0
      ? html`<p class="soft">${t('home.no_pages')}</p>`
      : html`<ul class="links">
          ${pages.map(
            (page) => html`<li>
              <a class="card" href="/${page.path}"><crm-icon name=${page.icon}></crm-icon>${page.plural}</a>
            </li>`,
          )}
        </ul>`;
  }
}
