import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from './icons';

/** An icon that says nothing by itself: a label stands beside it or on the button. */
@customElement('crm-icon')
export class CrmIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      width: 1.15em;
      height: 1.15em;
      flex: none;
      vertical-align: -0.2em;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property() name = '';

  override render(): TemplateResult {
    const shapes = icons[this.name] ?? icons['package'] ?? [];
    return html`<svg
      viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9"
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
    >
      ${shapes.map(([shape, attributes]) => drawn(shape, attributes))}
    </svg>`;
  }
}

function drawn(shape: string, attributes: Readonly<Record<string, string | number | undefined>>): TemplateResult {
  const a = attributes;
  switch (shape) {
    case 'circle':
      return svg`<circle cx=${a['cx'] ?? 0} cy=${a['cy'] ?? 0} r=${a['r'] ?? 0} />`;
    case 'rect':
      return svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} width=${a['width'] ?? 0} height=${a['height'] ?? 0} rx=${a['rx'] ?? 0} />`;
    case 'line':
      return svg`<line x1=${a['x1'] ?? 0} y1=${a['y1'] ?? 0} x2=${a['x2'] ?? 0} y2=${a['y2'] ?? 0} />`;
    case 'polyline':
      return svg`<polyline points=${a['points'] ?? ''} />`;
    case 'polygon':
      return svg`<polygon points=${a['points'] ?? ''} />`;
    default:
      return svg`<path d=${a['d'] ?? ''} />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-icon': CrmIcon;
  }
}
