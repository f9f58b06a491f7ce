import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import { loadElement } from '../api/portal';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { explained } from './crm-failure';
import { staticTag } from './static-tag';
import { base } from './styles';

/** A module's own element in the place that it asked for; what fails in it fails there alone. */
@customElement('crm-part')
export class CrmPart extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
    `,
  ];

  @property() element = '';
  @property({ attribute: false }) properties: Readonly<Record<string, unknown>> = {};
  @state() private loaded = '';
  @state() private failure: unknown = null;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('element')) {
      void this.load();
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failure !== null) {
      return html`<p class="error" role="alert">${explained(this.failure).text}
        <vaadin-button theme="tertiary small" @click=${this.load}>${t('button.retry')}</vaadin-button></p>`;
    }
    return this.loaded === this.element ? staticTag(this.element, this.properties) : nothing;
  }

  private async load(): Promise<void> {
    const { element } = this;
    this.failure = null;
    try {
      await loadElement(element);
      this.loaded = element;
    } catch (failure) {
      this.failure = element === this.element ? failure : this.failure;
    }
  }
}
