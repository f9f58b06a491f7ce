import { css } from 'lit';

export const groupStyles = css`
  :host {
    --shade-1: color-mix(in srgb, var(--crm-accent) 30%, var(--crm-surface));
    --shade-2: color-mix(in srgb, var(--crm-accent) 46%, var(--crm-surface));
    --shade-3: color-mix(in srgb, var(--crm-accent) 62%, var(--crm-surface));
    --shade-4: color-mix(in srgb, var(--crm-accent) 80%, var(--crm-surface));
    --shade-5: var(--crm-accent);
  }
  .both {
    display: grid;
    gap: 0.75rem;
  }
  .chart {
    height: 11rem;
    min-width: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th,
  td {
    padding: 0.3125rem 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  tbody th {
    text-align: start;
  }
  tbody td:nth-child(2) {
    font-weight: 600;
  }
  td + td {
    padding-inline-start: 1rem;
  }
  .swatch {
    display: inline-block;
    width: 0.75rem;
    height: 0.75rem;
    margin-inline-end: 0.5rem;
    border: 1px solid var(--crm-line-strong);
    border-radius: 3px;
  }
  .shade1 {
    background: var(--shade-1);
  }
  .shade2 {
    background: var(--shade-2);
  }
  .shade3 {
    background: var(--shade-3);
  }
  .shade4 {
    background: var(--shade-4);
  }
  .shade5 {
    background: var(--shade-5);
  }
`;
