import {
  base, call, chosen, confirm, css, customElement, get, html, LitElement, Loading, nothing, notifyFailure, notifyUndo,
  portal, session, sheet, state, Watch, type components, type TemplateResult,
} from '@crm/portal';
import { brings, counted, named, TONES, type Module } from './module-words';
import { t } from './texts';

type Change = components['schemas']['ModuleChange'];

interface Shown {
  readonly modules: readonly Module[];
  readonly node: string;
  readonly wrong: readonly { readonly part: string; readonly cause: string }[];
}

/** What runs on this node, and what could. */
@customElement('crm-modules')
export class CrmModules extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      h2 {
        margin: 1.25rem 0 0.5rem;
      }
      td small {
        display: block;
        max-width: 34rem;
      }
      td:last-child {
        text-align: end;
      }
      .running {
        margin-bottom: 0.875rem;
      }
    `,
  ];

  /** What is being done, or was done, in a sentence. */
  @state() private doing = '';
  @state() private done = '';
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(signal));
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen, portal, session.account);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = portal.listen(() => this.doing === '' && void this.shown.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  override render(): TemplateResult {
    return html`<div class="head"><h1>${t('modules.title')}</h1></div>
      ${this.shown.draw((shown) => this.drawn(shown))}`;
  }

  private drawn(shown: Shown): TemplateResult {
    const here = shown.modules.filter((module) => module.state !== 'available');
    const absent = shown.modules.filter((module) => module.state === 'available');
    return html`<p class="intro">${t('modules.intro', { node: shown.node })}</p>
      ${shown.wrong.map(({ part, cause }) => html`<div class="hint danger">
        <crm-icon name="warning"></crm-icon><span>${t('health.wrong', { part, cause })} · <a href="/admin/status">${t('health.open')}</a></span>
      </div>`)}
      <div role="status">
        ${this.doing === '' ? nothing : html`<div class="card running"><p>${this.doing}</p><vaadin-progress-bar indeterminate aria-label=${this.doing}></vaadin-progress-bar></div>`}
        ${this.done === '' ? nothing : html`<div class="hint"><crm-icon name="check"></crm-icon><span>${this.done}</span></div>`}
      </div>
      <h2>${t('modules.here')}</h2>
      ${this.table(here, t('modules.here'))}
      <h2>${t('modules.available')}</h2>
      ${absent.length === 0
        ? html`<p class="soft">${t('modules.available.none')}</p>`
        : this.table(absent, t('modules.available'))}`;
  }

  private table(modules: readonly Module[], caption: string): TemplateResult {
    return html`<div class="scroll"><table>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>
        <th scope="col">${t('modules.name')}</th><th scope="col">${t('modules.state')}</th>
        <th scope="col">${t('modules.brings')}</th><th scope="col">${t('modules.version')}</th><td></td>
      </tr></thead>
      <tbody>${modules.map((module) => this.line(module))}</tbody>
    </table></div>`;
  }

  private line(module: Module): TemplateResult {
    const missing = module.missing.join(', ');
    const help =
      module.state === 'running' || module.state === 'available'
        ? ''
        : t(`state.${module.state}.help`, { missing, bundle: module.bundle });
    return html`<tr>
      <th scope="row">${named(module.name)}</th>
      <td><crm-badge tone=${TONES[module.state]}>${t(`state.${module.state}`)}</crm-badge>${help === '' ? nothing : html`<small>${help}</small>`}</td>
      <td class="soft">${brings(module)}</td>
      <td class="soft">${module.version}</td>
      <td>${this.may ? this.button(module) : nothing}</td>
    </tr>`;
  }

  private button(module: Module): TemplateResult | typeof nothing {
    const busy = this.doing !== '';
    if (module.state === 'available') {
      return html`<vaadin-button theme="primary" ?disabled=${busy} aria-label=${t('install.label', { module: named(module.name) })}
        @click=${() => this.install(module.name)}>${t('install.button')}</vaadin-button>`;
    }
    return module.removable === true
      ? html`<vaadin-button ?disabled=${busy} aria-label=${t('remove.label', { module: named(module.name) })}
          @click=${() => this.end(module.name)}>${t('remove.button')}</vaadin-button>`
      : html`<small class="soft">${module.description === '' ? t('modules.platform') : t('modules.compulsory')}</small>`;
  }

  private get may(): boolean {
    const own = session.account.value?.permissions ?? [];
    return ['*:*', 'modules:*', 'modules:update'].some((name) => own.includes(name));
  }

  private async install(name: string, ask = true): Promise<void> {
    const module = named(name);
    await this.change(async () => {
      const plan = await call<Change>('POST', 'modules', { body: { name, dry_run: true } });
      const { node, installed } = plan.body;
      const text = html`<p>${t('install.comes', { node, modules: installed.map(named).join(', ') })}</p><p>${t('install.kept')}</p>`;
      if (ask && !(await confirm({ title: t('install.title', { module }), text, yes: t('install.button') }))) {
        return;
      }
      this.doing = t('install.running', { module });
      const { body } = await call<Change>('POST', 'modules', { body: { name, dry_run: false } });
      this.done = body.waiting.length > 0
        ? t('install.waiting', { module, node: body.node, missing: body.waiting.join(', ') })
        : t('install.done', { modules: body.installed.map(named).join(', ') || module, node: body.node });
    });
  }

  private async end(name: string): Promise<void> {
    const module = named(name);
    await this.change(async () => {
      const { body: plan } = await call<Change>('DELETE', `modules/${name}`, { query: { dry_run: true } });
      const records = counted(plan.kept);
      const text = html`<p>${t('remove.pages', { node: plan.node })}</p>
        <p>${records === '' ? t('remove.kept.none') : t('remove.kept', { records })}</p><p>${t('remove.grants')}</p>`;
      if (await confirm({ title: t('remove.title', { module }), text, yes: t('remove.button'), danger: true })) {
        this.doing = t('remove.running', { module });
        const { body } = await call<Change>('DELETE', `modules/${name}`);
        const kept = counted(body.kept) || t('remove.nothing');
        this.done = t('remove.done', { module, node: body.node, records: kept });
        notifyUndo(this.done, () => this.install(name, false));
      }
    });
  }

  private async change(work: () => Promise<void>): Promise<void> {
    this.done = '';
    try {
      await work();
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.doing = '';
      await this.shown.load();
    }
  }

  private async load(signal: AbortSignal): Promise<Shown> {
    const [modules, status] = await Promise.all([
      get<{ readonly items: readonly Module[] }>('modules', undefined, signal),
      get<Pick<Shown, 'node' | 'wrong'>>('status', undefined, signal),
    ]);
    return { modules: modules.items, node: status.node, wrong: status.wrong };
  }
}
