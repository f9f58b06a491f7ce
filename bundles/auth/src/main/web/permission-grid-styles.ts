import { css } from '@crm/portal';

/** How the matrix looks: each state differs by its word, and only then by its colour. */
export const gridStyles = css`
  table {
    border-collapse: separate;
    border-spacing: 0;
    width: max-content;
    min-width: 100%;
  }
  th,
  td {
    padding: 0.125rem 0.25rem;
    height: 2.25rem;
  }
  thead th:not(.name) {
    text-align: center;
  }
  thead th[scope='colgroup'] {
    text-align: start;
  }
  .name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline: 0.875rem;
    background: var(--crm-surface);
    white-space: nowrap;
  }
  .group th {
    padding-inline: 0.875rem;
    background: var(--crm-canvas);
    font-size: 0.8125rem;
    color: var(--crm-text-soft);
  }
  .group span {
    position: sticky;
    inset-inline-start: 0.875rem;
  }
  tbody + tbody .group th {
    border-top: 1px solid var(--crm-line);
  }
  [role='gridcell'] {
    text-align: center;
    min-width: 4.5rem;
    cursor: pointer;
  }
  [role='gridcell']:hover .chip {
    border-color: var(--crm-line-strong);
  }
  [role='gridcell']:focus-visible {
    outline-offset: -2px;
    border-radius: var(--crm-radius-small);
  }
  .absent,
  .fixed {
    cursor: default;
  }
  .absent::before {
    content: '';
  }
  .chip {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-width: 3.75rem;
    min-height: 1.75rem;
    padding: 0 0.5rem;
    border: 1px solid transparent;
    border-radius: 6px;
    font-size: 0.8125rem;
    white-space: nowrap;
    color: var(--crm-text-soft);
  }
  .own .chip {
    background: var(--crm-warning-soft);
    color: var(--crm-warning);
  }
  .team .chip {
    background: var(--crm-info-soft);
    color: var(--crm-info);
  }
  .all .chip {
    background: var(--crm-success-soft);
    color: var(--crm-success);
  }
  .chip > span {
    color: var(--crm-text);
  }
  .changed .chip {
    border: 2px dashed currentcolor;
    font-weight: 650;
  }
  .changed .chip::after {
    content: '•';
  }
  @media (max-width: 48rem) {
    .name {
      white-space: normal;
      max-width: 8.5rem;
      line-height: 1.2;
    }
  }
`;
