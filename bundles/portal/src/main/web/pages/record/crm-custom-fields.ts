import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/text-field';
import type { Column } from '../../api/description';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';

interface Pair {
  readonly key: string;
  readonly value: string;
  /** What it was as JSON, so that a number stays a number while nobody changes it. */
  readonly was: unknown;
}

/** The customers' own fields of a record, a key and a value each. */
@customElement('crm-custom-fields')
export class CrmCustomFields extends LitElement {
  static override styles = [
    base,
    css`
      dl,
      .pair {
        display: grid;
        gap: 0.375rem 0.75rem;
        grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr);
        margin: 0;
      }
      .pair {
        grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr) auto;
        align-items: end;
        margin-bottom: 0.25rem;
      }
      dt {
        color: var(--crm-text-soft);
      }
      dt,
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      vaadin-text-field {
        width: auto;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) column!: Column;
  @property({ attribute: false }) value: unknown = null;
  @property() error = '';
  @property({ type: Boolean }) editing = false;
  private pairs: readonly Pair[] | null = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('vaadin-text-field, vaadin-button')?.focus();
  }

  override render(): TemplateResult {
    if (!this.editing) {
      this.pairs = null;
      return this.read();
    }
    // While it is typed, a pair may have no key yet, which the value cannot hold.
    if (this.pairs === null || !sameObject(objectOf(this.pairs), this.value)) {
      this.pairs = pairsOf(this.value);
    }
    return html`${this.pairs.map((pair, index) => this.pair(pair, index))}
      ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
      <vaadin-button theme="tertiary" @click=${this.add}>
        <crm-icon name="plus" slot="prefix"></crm-icon>${t('record.custom.add')}
      </vaadin-button>`;
  }

  private read(): TemplateResult {
    const pairs = pairsOf(this.value);
    return pairs.length === 0
      ? html`<p class="soft">${t('record.custom.none')}</p>`
      : html`<dl>${pairs.map(({ key, value }) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
  }

  private pair(pair: Pair, index: number): TemplateResult {
    const label = (key: 'record.custom.key' | 'record.custom.value'): string => t(key);
    return html`<div class="pair">
      <vaadin-text-field label=${label('record.custom.key')} .value=${pair.key} maxlength="100"
        @input=${(event: Event) => this.put(index, { ...pair, key: text(event) })}></vaadin-text-field>
      <vaadin-text-field label=${label('record.custom.value')} .value=${pair.value}
        @input=${(event: Event) => this.put(index, { ...pair, value: text(event), was: undefined })}></vaadin-text-field>
      <vaadin-button theme="tertiary icon" aria-label=${t('record.custom.remove', { key: pair.key })}
        @click=${() => this.put(index, null)}><crm-icon name="trash"></crm-icon></vaadin-button>
    </div>`;
  }

  private add(): void {
    this.pairs = [...(this.pairs ?? []), { key: '', value: '', was: undefined }];
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const fields = this.renderRoot.querySelectorAll<HTMLElement>('.pair vaadin-text-field');
      fields[fields.length - 2]?.focus();
    });
  }

  private put(index: number, next: Pair | null): void {
    const pairs = [...(this.pairs ?? [])];
    pairs.splice(index, 1, ...(next === null ? [] : [next]));
    this.pairs = pairs;
    this.value = objectOf(pairs);
    this.dispatchEvent(new CustomEvent('change', { detail: this.value }));
    this.requestUpdate();
  }
}

function pairsOf(value: unknown): readonly Pair[] {
  const object = typeof value === 'object' && value !== null ? value : {};
  return Object.entries(object).map(([key, was]) => ({
    key,
    value: typeof was === 'string' ? was : JSON.stringify(was),
    was,
  }));
}

function objectOf(pairs: readonly Pair[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pairs.filter(({ key }) => key.trim() !== '').map(({ key, value, was }) => [key.trim(), was === undefined ? value : was]),
  );
}

function sameObject(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b ?? {});
}

function text(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
