import { css, html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/combo-box';
import '@vaadin/dialog';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
import type { Column, RecordPage } from '../../api/description';
import { t } from '../../texts/texts';
import '../../ui/crm-field';
import { base } from '../../ui/styles';

/** Chooses a field and its new value. Tells `value` with both. */
@customElement('crm-bulk-edit')
export class CrmBulkEdit extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        min-width: min(22rem, 80vw);
      }
      vaadin-combo-box {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @state() private column: Column | null = null;

  override render(): TemplateResult {
    const columns = this.page.columns
      .filter((column) => column.settable && column.kind !== 'json')
      .sort((a, b) => a.label.localeCompare(b.label));
    return html`<vaadin-combo-box label=${t('list.bulk.field')} .items=${columns} item-label-path="label" item-value-path="name"
        @change=${(event: Event) => this.choose(columns.find(({ name }) => name === (event.target as HTMLInputElement).value) ?? null)}></vaadin-combo-box>
      ${this.column === null
        ? nothing
        : html`<crm-field .column=${this.column} .value=${null} @change=${(event: CustomEvent<unknown>) => this.tell(event.detail)}></crm-field>`}`;
  }

  private choose(column: Column | null): void {
    this.column = column;
    this.tell(null);
  }

  private tell(value: unknown): void {
    const detail = this.column === null ? null : { [this.column.name]: value };
    this.dispatchEvent(new CustomEvent('value', { detail }));
  }
}

/** Asks which field of many records is to have which value; null if none after all. */
export function askChange(page: RecordPage, count: number): Promise<Readonly<Record<string, unknown>> | null> {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    let change: Readonly<Record<string, unknown>> | null = null;
    let answer: Readonly<Record<string, unknown>> | null = null;
    const end = (given: Readonly<Record<string, unknown>> | null): void => {
      answer = given;
      place.querySelector('vaadin-dialog')!.opened = false;
    };
    const gone = (): void => {
      place.remove();
      resolve(answer);
    };
    render(
      html`<vaadin-dialog header-title=${t('list.bulk.edit.title', { count })} opened @closed=${gone}
        ${dialogRenderer(
          () => html`<crm-bulk-edit .page=${page} @value=${(event: CustomEvent<Readonly<Record<string, unknown>> | null>) => (change = event.detail)}></crm-bulk-edit>`,
          [],
        )}
        ${dialogFooterRenderer(
          () => html`<vaadin-button @click=${() => end(null)}>${t('button.cancel')}</vaadin-button>
            <vaadin-button theme="primary" @click=${() => change !== null && end(change)}>${t('list.bulk.apply')}</vaadin-button>`,
          [],
        )}
      ></vaadin-dialog>`,
      place,
    );
  });
}
