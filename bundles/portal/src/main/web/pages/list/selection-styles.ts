import { css } from 'lit';

/** How the bar over chosen rows looks. */
export const selectionBar = css`
  :host {
    display: contents;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding: 0.375rem 0.5rem 0.375rem 1rem;
    border-radius: var(--crm-radius);
    background: var(--crm-accent-soft);
    color: var(--crm-text);
  }
  vaadin-button crm-icon {
    margin-inline-end: 0.25rem;
  }
  vaadin-button[aria-label] crm-icon {
    margin: 0;
  }
`;
