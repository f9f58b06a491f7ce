import { css } from 'lit';

/** How a list is laid out. */
export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    padding: 1rem 1.25rem;
    min-width: 0;
  }
  crm-record-grid {
    flex: 1 1 20rem;
  }
  .fresh {
    align-self: center;
    min-height: 1.875rem;
    padding: 0.25rem 1rem;
    border: 0;
    border-radius: 999px;
    background: var(--crm-accent);
    color: var(--crm-on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    box-shadow: var(--crm-shadow);
  }
  .skeleton {
    flex: 1 1 20rem;
    border-radius: var(--crm-radius);
    opacity: 0;
    background: repeating-linear-gradient(var(--crm-surface) 0 2.5rem, var(--crm-line) 2.5rem calc(2.5rem + 1px));
    animation: appear 200ms 200ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (max-width: 48rem) {
    :host {
      padding: 0.75rem;
    }
  }
`;
