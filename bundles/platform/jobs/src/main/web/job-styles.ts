import { css } from '@crm/portal';

export const jobStyles = css`
  article {
    padding: 0.75rem 1rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.625rem;
    min-height: 2.25rem;
  }
  h2 {
    font-size: 0.9375rem;
  }
  .numbers {
    font-size: 0.875rem;
  }
  vaadin-progress-bar {
    margin: 0.5rem 0;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 1.75rem;
    margin-top: 0.25rem;
    color: var(--crm-accent-text);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] summary crm-icon {
    rotate: 90deg;
  }
  .scroll {
    margin: 0.5rem 0;
    max-height: 20rem;
    overflow: auto;
  }
  .scroll :is(th, td) {
    padding: 0.3125rem 0.75rem;
    font-size: 0.875rem;
  }
`;
