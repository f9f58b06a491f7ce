import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { session } from '../api/client';
import { portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, speak, t } from '../texts/texts';
import '../ui/crm-icon';
import type { MenuGroup, MenuItem } from '../ui/crm-menu';
import '../ui/crm-menu-button';
import { notifyFailure } from '../ui/notify';
import { base } from '../ui/styles';
import { showTheme, theme, type Theme } from '../ui/theme';
import { ACCOUNT } from './entries';
import { initials } from './initials';
import { go } from './router';

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** The bar above the page: the menu of a phone, the search, the account. */
@customElement('crm-header')
export class CrmHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 1.25rem;
        border-bottom: 1px solid var(--crm-line);
        background: var(--crm-surface);
      }
      button {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.25rem;
        padding: 0 0.75rem;
        border: 1px solid var(--crm-line);
        border-radius: var(--crm-radius-small);
        background: var(--crm-canvas);
        color: var(--crm-text-soft);
        font: inherit;
        cursor: pointer;
      }
      .search {
        width: min(26rem, 100%);
        min-width: 0;
        overflow: hidden;
        white-space: nowrap;
      }
      .menu {
        display: none;
      }
      crm-menu-button {
        flex: none;
        margin-inline: auto 0.5rem;
      }
      .avatar {
        display: grid;
        place-items: center;
        width: 2.125rem;
        height: 2.125rem;
        border-radius: 50%;
        background: var(--crm-accent-soft);
        color: var(--crm-accent-text);
        font-size: 0.8125rem;
        font-weight: 650;
        letter-spacing: 0.02em;
      }
      @media (max-width: 48rem) {
        :host {
          padding: 0.5rem 0.75rem;
        }
        .menu {
          display: flex;
        }
        kbd {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, session.account, chosen, theme, portal);
  }

  override render(): TemplateResult {
    const name = session.account.value?.full_name ?? '';
    return html`
      <button class="menu" aria-label=${t('app.menu')} @click=${() => this.tell('menu')}>
        <crm-icon name="menu"></crm-icon>
      </button>
      <button class="search" @click=${() => this.tell('palette')}>
        <crm-icon name="search"></crm-icon>${t('app.search')}<kbd class="spread">${APPLE ? '⌘ K' : t('keys.palette')}</kbd>
      </button>
      <crm-menu-button label=${`${t('app.account')}: ${name}`} .groups=${() => this.groups(name)}>
        <span class="avatar">${initials(name)}</span>
      </crm-menu-button>
    `;
  }

  private groups(name: string): MenuGroup[] {
    const languages = [['en', 'English'], ['de', 'Deutsch']] as const;
    const themes: readonly Theme[] = ['system', 'light', 'dark'];
    return [
      {
        label: name,
        items: [
          ...this.pages(),
          { label: t('app.change_password'), act: () => this.tell('password') },
          { label: t('app.shortcuts'), act: () => this.tell('shortcuts') },
        ],
      },
      {
        label: t('app.theme'),
        items: themes.map((value) => ({ label: t(`app.theme.${value}`), checked: theme.value === value, act: () => showTheme(value) })),
      },
      {
        label: t('app.language'),
        items: languages.map(([value, label]) => ({ label, checked: chosen.value === value, act: () => speak(value) })),
      },
      { items: [{ label: t('app.sign_out'), act: () => void session.signOut().catch(notifyFailure) }] },
    ];
  }

  private pages(): MenuItem[] {
    return (portal.value?.menus ?? [])
      .filter((menu) => menu.group === ACCOUNT)
      .sort((a, b) => a.order - b.order)
      .map((menu) => ({ label: menu.label, act: () => go(`/${menu.path}`) }));
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true }));
  }
}
