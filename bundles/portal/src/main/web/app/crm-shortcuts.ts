import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import '../ui/crm-icon';
import { base } from '../ui/styles';
import { activeShortcuts, singleKeys, useSingleKeys, type Shortcut } from './shortcuts';
import { dialogStyles } from './dialog-styles';

/** The list of the shortcuts that do something now, and the switch that turns them off. */
@customElement('crm-shortcuts')
export class CrmShortcuts extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dialog {
        width: min(46rem, calc(100vw - 1.5rem));
      }
      .groups {
        columns: 19rem;
        column-gap: 2rem;
        padding: 0 1.25rem;
      }
      section {
        break-inside: avoid;
        margin-bottom: 1rem;
      }
      h3 {
        margin-bottom: 0.375rem;
      }
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.25rem 0;
        border-bottom: 1px solid var(--crm-line);
      }
      dd {
        display: flex;
        gap: 0.25rem;
        align-items: center;
        margin: 0;
        flex: none;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-height: 2rem;
        padding: 0.75rem 1.25rem 1rem;
        border-top: 1px solid var(--crm-line);
        cursor: pointer;
      }
      input {
        width: 1.125rem;
        height: 1.125rem;
        accent-color: var(--crm-accent);
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Watch(this, chosen, singleKeys);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const groups = new Map<string, Shortcut[]>();
    activeShortcuts().forEach((shortcut) => {
      groups.set(shortcut.group(), [...(groups.get(shortcut.group()) ?? []), shortcut]);
    });
    return html`<dialog aria-labelledby="title" @close=${this.closed} @click=${this.beside}>
      <div class="head">
        <h2 id="title">${t('app.shortcuts')}</h2>
        <button aria-label=${t('button.close')} @click=${() => this.dialog.close()}><crm-icon name="close"></crm-icon></button>
      </div>
      <div class="groups">
        ${this.group(t('keys.always'), [{ keys: t('keys.palette').split(' '), label: t('app.search') }])}
        ${[...groups].map(([label, shortcuts]) =>
          this.group(label, shortcuts.map((shortcut) => ({ keys: shortcut.keys.split(' '), label: shortcut.label() }))),
        )}
      </div>
      <label>
        <input type="checkbox" .checked=${singleKeys.value}
          @change=${(event: Event) => useSingleKeys((event.target as HTMLInputElement).checked)} />
        ${t('keys.single')}
      </label>
    </dialog>`;
  }

  private group(label: string, lines: readonly { readonly keys: readonly string[]; readonly label: string }[]): TemplateResult {
    return html`<section>
      <h3>${label}</h3>
      <dl>
        ${lines.map(
          (line) => html`<div><dt>${line.label}</dt><dd>${line.keys.map((key) => html`<kbd>${key}</kbd>`)}</dd></div>`,
        )}
      </dl>
    </section>`;
  }

  private beside(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
