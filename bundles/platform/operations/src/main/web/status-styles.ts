import { css } from '@crm/portal';

export const statusStyles = css`
  .verdict {
    display: flex;
    gap: 0.875rem;
    padding: 0.875rem 1.125rem;
    border-radius: var(--crm-radius);
  }
  .verdict crm-icon {
    font-size: 1.5rem;
  }
  .verdict ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.125rem;
  }
  .good {
    background: var(--crm-success-soft);
  }
  .good :is(crm-icon, h2) {
    color: var(--crm-success);
  }
  .doubt {
    background: var(--crm-warning-soft);
  }
  .doubt :is(crm-icon, h2) {
    color: var(--crm-warning);
  }
  .bad {
    background: var(--crm-danger-soft);
  }
  .bad :is(crm-icon, h2) {
    color: var(--crm-danger);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 2rem;
    margin: 0.875rem 0;
  }
  .facts div {
    display: flex;
    gap: 0.5rem;
  }
  dt {
    color: var(--crm-text-soft);
  }
  dd {
    margin: 0;
    font-weight: 550;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
    gap: 0.75rem;
  }
  .card h3 {
    font-size: 0.8125rem;
    color: var(--crm-text-soft);
    letter-spacing: 0;
  }
  .card[data-attention] {
    border-color: var(--crm-warning);
  }
  .card[data-attention] h3 {
    color: var(--crm-warning);
  }
  .main {
    margin: 0.125rem 0 0.25rem;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  vaadin-progress-bar {
    margin: 0.375rem 0;
  }
  .card .soft {
    font-size: 0.875rem;
  }
  .path {
    overflow-wrap: anywhere;
  }
  .at {
    margin-top: 0.875rem;
    font-size: 0.875rem;
  }
`;
