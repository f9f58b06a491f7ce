import { css } from 'lit';

/**
 * A page that a module draws itself: its margins, head, tables, lists of lines, hints, the bar of
 * what is not saved, and what stands in for what loads.
 */
export const sheet = css`
  :host {
    display: block;
  }
  :host(:not([embedded])) {
    padding: 1.125rem 1.25rem 2rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-bottom: 0.375rem;
  }
  .intro {
    max-width: 46rem;
    margin-bottom: 1rem;
    color: var(--crm-text-soft);
  }
  :is(p, li) a {
    text-decoration: underline;
  }
  .hint {
    display: flex;
    gap: 0.625rem;
    align-items: flex-start;
    padding: 0.625rem 0.875rem;
    margin-bottom: 0.875rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-info-soft);
    color: var(--crm-text);
  }
  .hint crm-icon {
    margin-top: 0.2em;
    color: var(--crm-info);
  }
  .hint.warning {
    background: var(--crm-warning-soft);
  }
  .hint.warning crm-icon {
    color: var(--crm-warning);
  }
  .hint.danger {
    background: var(--crm-danger-soft);
  }
  .hint.danger crm-icon {
    color: var(--crm-danger);
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    background: var(--crm-surface);
  }
  .lines {
    list-style: none;
    margin: 0 0 0.75rem;
    padding: 0;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    background: var(--crm-surface);
  }
  .lines > li + li {
    border-top: 1px solid var(--crm-line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    vertical-align: middle;
  }
  thead :is(th, td) {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--crm-text-soft);
    white-space: nowrap;
    border-bottom: 1px solid var(--crm-line);
  }
  tbody tr + tr > * {
    border-top: 1px solid var(--crm-line);
  }
  tbody th {
    font-weight: 550;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .bar[data-changed] {
    position: sticky;
    inset-block-end: 0.75rem;
    z-index: 2;
    margin-top: 0.75rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    border: 1px solid var(--crm-line-strong);
    border-radius: var(--crm-radius);
    background: var(--crm-raised);
    box-shadow: var(--crm-shadow);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3rem 1rem;
    text-align: center;
    color: var(--crm-text-soft);
  }
  .empty crm-icon {
    font-size: 2rem;
  }
  .skeleton {
    display: grid;
    gap: 0.75rem;
    padding: 0.5rem 0;
  }
  .skeleton div {
    height: 2.25rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-line);
    animation: crm-breathe 1.4s infinite alternate;
  }
  @keyframes crm-breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton div {
      animation: none;
    }
  }
  @media (max-width: 48rem) {
    :host(:not([embedded])) {
      padding: 0.875rem 0.75rem 2rem;
    }
  }
`;
