import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import { get } from '../../../api/client';
import type { Description, RecordPage } from '../../../api/description';
import { Watch } from '../../../api/store';
import { go, place } from '../../../app/router';
import { chosen, language, t } from '../../../texts/texts';
import { explained } from '../../../ui/crm-failure';
import '../../../ui/crm-icon';
import { base } from '../../../ui/styles';
import { sizeWord } from '../size';
import './crm-import-job';
import './crm-import-mapping';
import { head, type Head } from './csv-head';
import { importStyles } from './import-styles';
import { submit } from './job';
import { guess, type How } from './mapping';

interface Chosen {
  readonly file: File;
  readonly head: Head;
  readonly how: How;
}

/** What was chosen on each page, so that one can leave and come back. */
const kept = new Map<string, Chosen>();

/** Brings records from a CSV file: the file, what its headings mean, a trial, the import. */
@customElement('crm-import')
export class CrmImport extends LitElement {
  static override styles = [
    base,
    importStyles,
    css`
      :host {
        width: min(64rem, 100%);
        padding: 1rem 1.25rem 3rem;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @state() private chosen: Chosen | null = null;
  @state() private over = false;
  @state() private busy = false;
  @state() private failure: unknown = null;
  @query('input[type=file]') private input!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, chosen, place);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('page')) {
      this.chosen = kept.get(this.page.name) ?? null;
    }
  }

  override render(): TemplateResult {
    const job = place.value.query.get('job');
    return html`<a href="/${this.page.path}">← ${this.page.plural}</a>
      <h1>${t('import.title', { plural: this.page.plural })}</h1>
      ${job !== null
        ? html`<crm-import-job .page=${this.page} job-id=${job} ?ready=${this.chosen !== null}
            @proceed=${() => this.start(false)} @change=${() => go(`/${this.page.path}/import`)}></crm-import-job>`
        : this.chosen === null
          ? this.drop()
          : this.mapping(this.chosen)}
      ${this.failure === null ? nothing : html`<p class="error" role="alert">${this.reasons()}</p>`}`;
  }

  private drop(): TemplateResult {
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.dragged} @dragleave=${() => (this.over = false)} @drop=${this.dropped}>
      <crm-icon name="upload"></crm-icon>
      <h2>${t('import.drop')}</h2>
      <p class="soft">${t('import.drop.help')}</p>
      <vaadin-button theme="primary" @click=${() => this.input.click()}>${t('import.choose')}</vaadin-button>
      <input type="file" hidden accept=".csv,.txt,text/csv" aria-label=${t('import.choose')} @change=${() => this.take(this.input.files?.[0])} />
    </div>`;
  }

  private mapping(of: Chosen): TemplateResult {
    const some = Object.keys(of.how.mapping).length > 0;
    return html`<div class="row"><crm-icon name="file"></crm-icon><b>${of.file.name}</b><span class="soft">${sizeWord(of.file.size)}</span>
        <vaadin-button theme="tertiary small" @click=${() => this.keep(null)}>${t('import.other')}</vaadin-button></div>
      <crm-import-mapping .page=${this.page} .head=${of.head} .how=${of.how} @how=${(event: CustomEvent<How>) => this.keep({ ...of, how: event.detail })}></crm-import-mapping>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${!some || this.busy} @click=${() => this.start(true)}>${t('import.try')}</vaadin-button>
        <span class="soft">${t('import.try.help')}</span>
      </div>`;
  }

  private reasons(): string {
    const { errors = [] } = (this.failure as { readonly body?: { readonly errors?: readonly { readonly message: string }[] } }).body ?? {};
    return errors.length > 0 ? errors.map(({ message }) => message).join('; ') : explained(this.failure).text;
  }

  private dragged(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.take(event.dataTransfer?.files[0]);
  }

  private async take(file: File | undefined): Promise<void> {
    if (file === undefined) {
      return;
    }
    this.failure = null;
    try {
      const [of, pages] = await Promise.all([head(file), this.pages()]);
      this.keep({ file, head: of, how: guess(of, this.page, pages) });
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** This page in both languages: a file's headings may be in either. */
  private async pages(): Promise<readonly RecordPage[]> {
    const other = await get<Description>('portal', { language: language() === 'en' ? 'de' : 'en' });
    return [this.page, ...other.pages.filter(({ name }) => name === this.page.name)];
  }

  private keep(of: Chosen | null): void {
    this.chosen = of;
    this.failure = null;
    if (of === null) {
      kept.delete(this.page.name);
    } else {
      kept.set(this.page.name, of);
    }
  }

  private async start(dry: boolean): Promise<void> {
    if (this.chosen === null || this.busy) {
      return;
    }
    this.busy = true;
    this.failure = null;
    try {
      const job = await submit(this.page, this.chosen.file, this.chosen.how, dry);
      if (!dry) {
        this.keep(null);
      }
      go(`/${this.page.path}/import?job=${job}`);
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
