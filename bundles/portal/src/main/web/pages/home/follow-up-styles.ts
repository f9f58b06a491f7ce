import { css } from 'lit';

export const followUpStyles = css`
  h3 {
    margin: 0.75rem 0 0.25rem;
    font-size: 0.8125rem;
  }
  h3:first-child {
    margin-top: 0;
  }
  h3 .soft {
    font-weight: 400;
  }
  .overdue {
    color: var(--crm-danger);
  }
  li {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr);
    gap: 0.5rem;
    align-items: start;
    padding: 0.3125rem 0;
  }
  li.ticked p:first-child {
    text-decoration: line-through;
    color: var(--crm-text-soft);
  }
  label {
    display: grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    margin: -0.1875rem 0 0 -0.25rem;
    cursor: pointer;
  }
  input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--crm-accent);
    cursor: pointer;
  }
  input:focus-visible {
    outline: 2px solid var(--crm-accent);
    outline-offset: 2px;
  }
  crm-icon {
    margin-top: 0.1875rem;
    color: var(--crm-text-soft);
  }
  p {
    overflow-wrap: anywhere;
  }
  p a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  p + p {
    font-size: 0.875rem;
  }
`;
