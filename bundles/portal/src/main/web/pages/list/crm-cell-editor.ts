import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import { column, type RecordPage, type Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { explained } from '../../ui/crm-failure';
import '../../ui/crm-field';
import type { CrmField } from '../../ui/crm-field';
import { notifyFailure } from '../../ui/notify';
import { base } from '../../ui/styles';

/** What became of an edit: the record as it is now, or null if it was given up. */
export interface Edited {
  readonly row: Row | null;
  /** Where the cursor goes next: to the cell before or after, or it stays. */
  readonly step: -1 | 0 | 1;
}

const CHOSEN_IS_DONE: ReadonlySet<string> = new Set(['enum', 'boolean', 'reference', 'date']);

/** Edits one value in its row: Enter or leaving it saves, Escape gives up. Tells `edited`. */
@customElement('crm-cell-editor')
export class CrmCellEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: -0.25rem -0.5rem;
        --lumo-size-m: 1.875rem;
        --vaadin-input-field-height: 1.875rem;
      }
      .error {
        position: absolute;
        z-index: 2;
        max-width: 20rem;
        padding: 0.375rem 0.625rem;
        border-radius: var(--crm-radius-small);
        background: var(--crm-danger-soft);
        white-space: normal;
        font-size: 0.8125rem;
        box-shadow: var(--crm-shadow);
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  @property() name = '';
  @state() private error = '';
  @query('crm-field') private field!: CrmField;
  private original!: Row;
  private value: unknown = null;
  private busy = false;
  private over = false;

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.pressed(event));
    this.addEventListener('focusout', () => setTimeout(() => this.left()));
    for (const kind of ['click', 'dblclick', 'mousedown', 'keyup'] as const) {
      this.addEventListener(kind, (event) => event.stopPropagation());
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.original = this.row;
    this.value = this.row[this.name] ?? null;
  }

  /** Scrolled away with its row: what was typed is saved as if the cursor had left it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.save(0);
  }

  protected override firstUpdated(): void {
    // The field inside draws itself after this element.
    requestAnimationFrame(() => this.isConnected && this.field.focus());
  }

  override render(): TemplateResult {
    return html`<crm-field
        bare
        .column=${column(this.page, this.name)}
        .value=${this.value}
        aria-invalid=${this.error === '' ? 'false' : 'true'}
        @change=${(event: CustomEvent<unknown>) => this.changed(event.detail)}
      ></crm-field>
      ${this.error === '' ? nothing : html`<div class="error" role="alert">${this.error}</div>`}`;
  }

  private changed(value: unknown): void {
    this.value = value;
    if (CHOSEN_IS_DONE.has(column(this.page, this.name).kind)) {
      void this.save(0);
    }
  }

  private pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.finish({ row: null, step: 0 });
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const lines = column(this.page, this.name).kind === 'long_text' && event.key === 'Enter' && !event.ctrlKey;
      if (!lines) {
        event.preventDefault();
        void this.save(event.key === 'Enter' ? 0 : event.shiftKey ? -1 : 1);
      }
    }
  }

  private left(): void {
    if (!this.matches(':focus-within')) {
      void this.save(0);
    }
  }

  private async save(step: Edited['step']): Promise<void> {
    if (this.busy || this.over) {
      return;
    }
    if ((this.original[this.name] ?? null) === this.value || String(this.original[this.name] ?? '') === String(this.value ?? '')) {
      this.finish({ row: null, step });
      return;
    }
    this.busy = true;
    this.error = '';
    try {
      const row = await this.send({ [this.name]: this.value }, this.original['version']);
      this.finish({ row, step });
    } catch (failure) {
      await this.failed(failure, step);
    } finally {
      this.busy = false;
    }
  }

  private async send(changes: Readonly<Record<string, unknown>>, version: unknown): Promise<Row> {
    const ifMatch = this.page.versioned && typeof version === 'number' ? version : undefined;
    return (await call<Row>('PATCH', this.address, { body: changes, ifMatch })).body;
  }

  private async failed(failure: unknown, step: Edited['step']): Promise<void> {
    if (failure instanceof Problem && failure.status === 412) {
      await this.conflict(step);
    } else {
      this.error = (failure instanceof Problem ? failure.of(this.name) : null) ?? explained(failure).text;
      if (this.isConnected) {
        this.field.focus();
      } else {
        notifyFailure(failure);
      }
    }
  }

  /** Somebody else was faster: the reader chooses. */
  private async conflict(step: Edited['step']): Promise<void> {
    try {
      const theirs = (await call<Row>('GET', this.address)).body;
      const { mergeConflict } = await import('../../ui/conflict');
      const changes = await mergeConflict(this.page, { [this.name]: this.value }, this.original, theirs);
      const row = changes === null || Object.keys(changes).length === 0 ? theirs : await this.send(changes, theirs['version']);
      this.finish({ row, step });
    } catch (failure) {
      await this.failed(failure, step);
    }
  }

  private get address(): string {
    return `${this.page.path}/${this.original.id}`;
  }

  private finish(edited: Edited): void {
    if (!this.over) {
      this.over = true;
      this.dispatchEvent(new CustomEvent<Edited>('edited', { detail: edited }));
    }
  }
}
