import {
  base, chosen, css, customElement, get, html, LitElement, Loading, nothing, repeat, session, sheet, state, Watch,
  type TemplateResult,
} from '@crm/portal';
import './crm-setting';
import type { Setting } from './crm-setting';
import { known, t } from './texts';

interface Shown {
  readonly settings: readonly Setting[];
  readonly node: string;
}

/** What the operator of this node sets, by file. */
@customElement('crm-configuration')
export class CrmConfiguration extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      h2 {
        margin: 1.25rem 0 0.5rem;
      }
      h2 small {
        font-weight: 400;
        color: var(--crm-text-soft);
      }
      .lines {
        margin: 0;
      }
      vaadin-text-field {
        width: min(22rem, 100%);
      }
    `,
  ];

  @state() private words = '';
  private readonly shown = new Loading<Shown>(this, load);

  constructor() {
    super();
    new Watch(this, chosen, session.account);
  }

  override render(): TemplateResult {
    return html`<div class="head"><h1>${t('config.title')}</h1></div>
      ${this.shown.draw((shown) => this.drawn(shown))}`;
  }

  private drawn({ settings, node }: Shown): TemplateResult {
    const own = session.account.value?.permissions ?? [];
    const may = ['*:*', 'modules:*', 'modules:update'].some((name) => own.includes(name));
    const found = settings.filter((setting) => `${setting.pid} ${setting.key} ${setting.description}`.toLowerCase().includes(this.words));
    const pids = [...new Set(found.map((setting) => setting.pid))];
    return html`<p class="intro">${t('config.intro', { node })}</p>
      ${may ? nothing : html`<div class="hint"><crm-icon name="lock"></crm-icon>${t('config.read_only')}</div>`}
      <vaadin-text-field label=${t('config.search')} clear-button-visible autocomplete="off"
        @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value.toLowerCase())}></vaadin-text-field>
      <p role="status" class="soft">${found.length === 0 ? t('config.none') : ''}</p>
      ${pids.map((pid) => html`<section aria-label=${known(`pid.${pid}`) ?? pid}>
        <h2>${known(`pid.${pid}`) ?? pid} <small>${pid}</small></h2>
        <ul class="lines">${repeat(found.filter((setting) => setting.pid === pid), (setting) => setting.key, (setting) => html`<li>
          <crm-setting .setting=${setting} ?locked=${!may} @changed=${this.changed}></crm-setting></li>`)}</ul>
      </section>`)}`;
  }

  private changed(event: CustomEvent<Setting>): void {
    const { settings, node } = this.shown.value!;
    const after = event.detail;
    this.shown.set({ node, settings: settings.map((each) => (each.pid === after.pid && each.key === after.key ? after : each)) });
  }
}

async function load(signal: AbortSignal): Promise<Shown> {
  const [settings, status] = await Promise.all([
    get<{ readonly items: readonly Setting[] }>('configuration', undefined, signal),
    get<{ readonly node: string }>('status', undefined, signal),
  ]);
  return { settings: settings.items, node: status.node };
}
