import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Card } from '../../api/description';
import { loadElement } from '../../api/portal';
import { Watch } from '../../api/store';
import { chosen, t } from '../../texts/texts';
import { base } from '../../ui/styles';
import { staticTag } from '../../ui/static-tag';
import { failed } from './card-parts';
import { cardHref } from './card-query';
import './crm-card-groups';
import './crm-card-number';
import './crm-card-records';
import './crm-follow-ups';

/** The frame of one card; what is in it loads, fails and recovers by itself. */
@customElement('crm-home-card')
export class CrmHomeCard extends LitElement {
  static override styles = [
    base,
    css`
      section {
        padding: 0.875rem 1.125rem 1rem;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 0.5rem;
        margin-bottom: 0.625rem;
      }
      header a {
        margin-inline-start: auto;
        padding: 0.125rem 0;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) card!: Card;
  @state() private failure: unknown = null;
  @state() private ready = false;

  constructor() {
    super();
    new Watch(this, chosen);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card') && this.card.kind === 'component') {
      void this.bring();
    }
  }

  override render(): TemplateResult {
    const href = cardHref(this.card);
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">${this.card.label}</h2>
        ${href === null
          ? nothing
          : html`<a href=${href} aria-label="${t('home.all')}: ${this.card.label}">${t('home.all')}</a>`}
      </header>
      ${this.content()}
    </section>`;
  }

  private content(): TemplateResult | typeof nothing {
    switch (this.card.kind) {
      case 'list':
        return this.card.page === 'activity'
          ? html`<crm-follow-ups .card=${this.card}></crm-follow-ups>`
          : html`<crm-card-records .card=${this.card}></crm-card-records>`;
      case 'count_by':
        return html`<crm-card-groups .card=${this.card}></crm-card-groups>`;
      case 'number':
        return html`<crm-card-number .card=${this.card}></crm-card-number>`;
      default:
        if (this.failure !== null) {
          return failed(this.failure, () => void this.bring());
        }
        return this.ready ? staticTag(this.card.component ?? '', { card: this.card }) : nothing;
    }
  }

  private async bring(): Promise<void> {
    try {
      await loadElement(this.card.component ?? '');
      [this.ready, this.failure] = [true, null];
    } catch (failure) {
      this.failure = failure;
    }
  }
}
