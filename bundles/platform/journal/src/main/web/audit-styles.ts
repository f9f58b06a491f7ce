import { css } from '@crm/portal';

export const entryStyles = css`
  summary {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.5rem;
    padding: 0.375rem 0.875rem;
    border-radius: var(--crm-radius);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
  details[open] summary crm-icon {
    rotate: 90deg;
  }
  summary crm-icon {
    color: var(--crm-text-soft);
  }
  .what {
    overflow-wrap: anywhere;
  }
  .count {
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  time {
    margin-inline-start: auto;
    color: var(--crm-text-soft);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .more {
    padding: 0 0.875rem 0.875rem 2.5rem;
    overflow-x: auto;
  }
  .more :is(th, td) {
    padding: 0.3125rem 0.75rem 0.3125rem 0;
    vertical-align: top;
    overflow-wrap: anywhere;
    font-size: 0.875rem;
  }
  .more tbody th {
    width: 22%;
    color: var(--crm-text-soft);
  }
  .more td {
    width: 39%;
  }
  .after {
    font-weight: 550;
  }
  ins,
  del {
    display: inline-block;
    margin: 0 0.25rem 0.25rem 0;
    padding: 0 0.375rem;
    border-radius: 5px;
    text-decoration: none;
  }
  ins {
    background: var(--crm-success-soft);
    color: var(--crm-success);
  }
  del {
    background: var(--crm-danger-soft);
    color: var(--crm-danger);
    text-decoration: line-through;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1rem;
    margin-top: 0.625rem;
    font-size: 0.8125rem;
  }
  .agent {
    max-width: 22rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 48rem) {
    .more {
      padding-inline-start: 0.875rem;
    }
    .count {
      display: none;
    }
  }
`;
