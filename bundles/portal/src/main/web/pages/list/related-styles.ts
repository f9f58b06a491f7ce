import { css } from 'lit';

/** How records that belong to another one look. */
export const related = css`
  :host {
    display: block;
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    border-bottom: 1px solid var(--crm-line);
    white-space: nowrap;
    max-width: 22rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--crm-text-soft);
  }
  th button {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  th button:hover {
    color: var(--crm-text);
  }
  tbody tr:hover {
    background: var(--crm-canvas);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    padding: 0.75rem 0;
    border-bottom: 1px solid var(--crm-line);
  }
  .empty {
    padding: 0.5rem 0;
  }
  .skeleton {
    height: 6rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-line);
    opacity: 0;
    animation: appear 200ms 200ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 0.4;
    }
  }
`;
