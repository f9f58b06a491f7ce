import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RecordPage, Related, Row } from '../../api/description';
import { pageNamed, portal } from '../../api/portal';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-icon';
import { base } from '../../ui/styles';
import '../list/crm-related-list';

/** The records that belong to this one, a card for each kind. */
@customElement('crm-record-related')
export class CrmRecordRelated extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .row {
        margin-bottom: 0.5rem;
      }
      a.add {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        min-height: 1.75rem;
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  @state() private totals: Readonly<Record<string, number>> = {};

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  override render(): TemplateResult {
    return html`${this.page.related.map((related) => this.card(related))}`;
  }

  private card(related: Related): TemplateResult | typeof nothing {
    const page = pageNamed(related.page);
    if (page === undefined) {
      return nothing;
    }
    const path = related.path.replace('{id}', encodeURIComponent(this.row.id));
    const total = this.totals[related.path];
    return html`<section class="card">
      <div class="row">
        <h2>${related.label}</h2>
        ${total === undefined ? nothing : html`<span class="soft">${total}</span>`}
        ${addable(page, path)
          ? html`<a class="add spread" href="/${path.replace(/(\?|$)/, '/new$1')}">
              <crm-icon name="plus"></crm-icon>${t('button.new', { label: page.label })}
            </a>`
          : nothing}
      </div>
      <crm-related-list .page=${page} .path=${path} .columns=${related.columns} .label=${related.label}
        @total=${(event: CustomEvent<number>) => (this.totals = { ...this.totals, [related.path]: event.detail })}
      ></crm-related-list>
    </section>`;
  }
}

/** Whether a new one can be made that belongs here: what its list asks for must be settable. */
function addable(page: RecordPage, path: string): boolean {
  const names = [...new URLSearchParams(path.split('?')[1] ?? '').keys()];
  const settable = (name: string): boolean => page.columns.some((one) => one.name === name && one.settable);
  return page.can['create'] === true && !page.read_only && names.every(settable);
}
