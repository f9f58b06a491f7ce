import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordPage } from '../../api/description';
import { base } from '../../ui/styles';

/** Draws nothing yet. */
@customElement('crm-board')
export class CrmBoard extends LitElement {
  static override styles = base;

  @property({ attribute: false }) page!: RecordPage;
  @property() path = '';
  @property({ attribute: 'record-id' }) recordId = '';

  override render(): TemplateResult {
    return html`<h1>${this.page?.label}</h1>`;
  }
}
