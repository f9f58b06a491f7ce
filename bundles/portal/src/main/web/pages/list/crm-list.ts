import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit';
import { get } from '../../api/client';
import { column, type RecordPage, type Row } from '../../api/description';
import { named } from '../../api/references';
import { Watch } from '../../api/store';
import { base } from '../../ui/styles';
import { shown } from '../../ui/value';

/** The records of a page. */
@customElement('crm-list')
export class CrmList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        padding: 1rem 1.25rem;
        gap: 0.75rem;
      }
      vaadin-grid {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @state() private rows: readonly Row[] = [];

  constructor() {
    super();
    new Watch(this, named);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('page')) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    return html`<h1>${this.page.plural}</h1>
      <vaadin-grid .items=${this.rows as Row[]}>
        ${this.page.list.columns.map((name) => {
          const of = column(this.page, name);
          return html`<vaadin-grid-column header=${of.label}
            ${columnBodyRenderer<Row>((row) => html`${shown(of, row[name])}`, [named.value])}></vaadin-grid-column>`;
        })}
      </vaadin-grid>`;
  }

  private async load(): Promise<void> {
    this.rows = (await get<{ readonly items: readonly Row[] }>(this.page.path)).items;
  }
}
