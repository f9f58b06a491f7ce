import {
  ago, base, call, chosen, confirm, copyable, css, customElement, get, html, LitElement, Loading, notify, notifyFailure,
  Problem, session, sheet, state, timestamp, today, Watch, type Column, type components, type TemplateResult,
} from '@crm/portal';
import { covers } from './permissions';
import { t } from './texts';

type ApiToken = components['schemas']['ApiToken'];

interface Shown {
  readonly tokens: readonly ApiToken[];
  /** What the user may give to a token. */
  readonly scopes: readonly string[];
}

/** The user's tokens for programs: make one, which is shown once, and revoke it. */
@customElement('crm-api-tokens')
export class CrmApiTokens extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      h2 {
        margin: 1.75rem 0 0.25rem;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: 0 1rem;
        align-items: start;
        margin-bottom: 1rem;
      }
      form > vaadin-button {
        justify-self: start;
        margin-top: 1.625rem;
      }
      .scopes {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private typed: { name: string; scopes: readonly string[]; until: string } = { name: '', scopes: [], until: later(90) };
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  private readonly shown = new Loading<Shown>(this, load);

  constructor() {
    super();
    this.setAttribute('embedded', '');
    new Watch(this, chosen);
  }

  override render(): TemplateResult {
    return html`<h2>${t('tokens.title')}</h2><p class="intro">${t('tokens.intro')}</p>
      ${this.shown.draw(({ tokens, scopes }) => html`${this.form(scopes)}
        ${tokens.length === 0 ? html`<p class="soft">${t('tokens.none')}</p>` : this.table(tokens)}`)}`;
  }

  private form(scopes: readonly string[]): TemplateResult {
    const wrong = (name: string): string => this.problem?.of(name) ?? '';
    return html`<form class="card" aria-label=${t('tokens.create')}>
      <crm-field .column=${field('name', t('tokens.name'), 'text', t('tokens.name.help'))} .value=${this.typed.name} .error=${wrong('name')}
        @change=${(event: CustomEvent<string | null>) => (this.typed = { ...this.typed, name: event.detail ?? '' })}></crm-field>
      <vaadin-multi-select-combo-box label=${t('tokens.scopes')} required manual-validation .items=${scopes} .selectedItems=${this.typed.scopes}
        .helperText=${t('tokens.scopes.help')} .invalid=${wrong('scopes') !== ''} .errorMessage=${wrong('scopes')}
        @selected-items-changed=${(event: CustomEvent<{ value: readonly string[] }>) => (this.typed = { ...this.typed, scopes: event.detail.value })}
      ></vaadin-multi-select-combo-box>
      <crm-field .column=${field('expires_at', t('tokens.expires'), 'date', t('tokens.expires.help'))} .value=${this.typed.until} .error=${wrong('expires_at')}
        @change=${(event: CustomEvent<string | null>) => (this.typed = { ...this.typed, until: event.detail ?? '' })}></crm-field>
      <vaadin-button theme="primary" ?disabled=${this.busy || this.typed.name === '' || this.typed.scopes.length === 0 || this.typed.until === ''}
        @click=${this.create}>${t('tokens.create')}</vaadin-button>
    </form>`;
  }

  private table(tokens: readonly ApiToken[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('tokens.title')}><table>
      <caption class="visually-hidden">${t('tokens.title')}</caption>
      <thead><tr><th scope="col">${t('tokens.name')}</th><th scope="col">${t('tokens.scopes')}</th>
        <th scope="col">${t('tokens.expires')}</th><th scope="col">${t('tokens.used')}</th><td></td></tr></thead>
      <tbody>${tokens.map((token) => html`<tr>
        <th scope="row">${token.name}</th><td class="scopes">${token.scopes.join(', ')}</td><td>${timestamp(token.expires_at)}</td>
        <td>${token.last_used_at ? ago(token.last_used_at) : t('tokens.never')}</td>
        <td class="number"><vaadin-button theme="error" ?disabled=${this.busy} aria-label=${t('tokens.revoke.label', { name: token.name })}
          @click=${() => this.revoke(token)}>${t('tokens.revoke')}</vaadin-button></td>
      </tr>`)}</tbody>
    </table></div>`;
  }

  private readonly create = (): Promise<void> =>
    this.run(async () => {
      const { name, scopes, until } = this.typed;
      const [year, month, day] = until.split('-').map(Number) as [number, number, number];
      const body = { name, scopes, expires_at: new Date(year, month - 1, day, 23, 59, 59).toISOString() };
      const made = await call<{ readonly token: string }>('POST', 'auth/tokens', { body });
      this.typed = { name: '', scopes: [], until: later(90) };
      await copyable({ title: t('tokens.made', { name }), text: t('tokens.made.text'), label: t('tokens.secret'), secret: made.body.token });
    });

  private async revoke({ id, name }: ApiToken): Promise<void> {
    const ask = { title: t('tokens.revoke.title', { name }), text: t('tokens.revoke.text'), yes: t('tokens.revoke'), danger: true };
    if (await confirm(ask)) {
      await this.run(async () => {
        await call('DELETE', `auth/tokens/${id}`);
        notify(t('tokens.revoked', { name }));
      });
    }
  }

  private async run(work: () => Promise<void>): Promise<void> {
    [this.busy, this.problem] = [true, null];
    try {
      await work();
      await this.shown.load();
    } catch (failure) {
      this.problem = failure instanceof Problem && failure.body.errors !== undefined ? failure : null;
      if (this.problem === null) {
        notifyFailure(failure);
      }
    } finally {
      this.busy = false;
    }
  }
}

async function load(signal: AbortSignal): Promise<Shown> {
  const own = session.account.value?.permissions ?? [];
  const tokens = await get<{ readonly items: readonly ApiToken[] }>('auth/tokens', undefined, signal);
  const all = covers('roles:read', own) ? (await get<{ items: readonly { resource: string; action: string }[] }>('permissions', undefined, signal)).items : [];
  const known = all.map(({ resource, action }) => `${resource}:${action}`).filter((name) => covers(name, own));
  return { tokens: tokens.items, scopes: [...new Set([...own, ...known])].sort() };
}

function field(name: string, label: string, kind: Column['kind'], help: string): Column {
  return { name, label, kind, help, required: true, settable: true, max_length: 100, values: null, refers_to: null, sortable: false };
}

/** A day from now, as the API writes it. */
function later(days: number): string {
  const [year, month, day] = today().split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + days).toLocaleDateString('sv');
}
