import { css } from 'lit';

/** How the parts of an import look. */
export const importStyles = css`
  :host {
    display: grid;
    gap: 1rem;
    align-content: start;
  }
  .card {
    display: grid;
    gap: 0.75rem;
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 3.5rem 1rem;
    border: 2px dashed var(--crm-line-strong);
    border-radius: var(--crm-radius);
    background: var(--crm-surface);
    text-align: center;
  }
  .drop.over {
    border-color: var(--crm-accent);
    background: var(--crm-accent-soft);
  }
  .drop crm-icon {
    font-size: 2rem;
    color: var(--crm-accent-text);
  }
  .scroll {
    overflow: auto;
    max-height: 26rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.375rem 0.75rem 0.375rem 0;
    text-align: start;
    border-bottom: 1px solid var(--crm-line);
    vertical-align: middle;
  }
  th {
    font-size: 0.8125rem;
    color: var(--crm-text-soft);
  }
  td vaadin-combo-box {
    width: 100%;
    min-width: 13rem;
  }
  .examples {
    max-width: 18rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
    gap: 0.5rem 1rem;
    align-items: start;
  }
  .fields > * {
    width: 100%;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
  }
  .numbers b {
    display: block;
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
  }
`;
