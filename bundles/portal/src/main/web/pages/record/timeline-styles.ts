import { css } from 'lit';

export const timelineStyles = css`
  .head {
    margin-bottom: 0.75rem;
  }
  select {
    min-height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid var(--crm-line-strong);
    border-radius: var(--crm-radius-small);
    background: var(--crm-surface);
    color: var(--crm-text);
    font: inherit;
    font-size: 0.875rem;
  }
  ol {
    display: grid;
    gap: 0.875rem;
    margin: 1rem 0 0;
    padding: 0;
    list-style: none;
    position: relative;
  }
  .empty {
    margin-top: 1rem;
  }
`;
