import { css } from '@crm/portal';

export const matrixStyles = css`
  .parts {
    display: grid;
    grid-template-columns: minmax(9rem, 14rem) minmax(0, 1fr);
    gap: 1.25rem;
    align-items: start;
  }
  :host([embedded]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
  nav {
    display: grid;
    gap: 0.125rem;
  }
  nav a {
    display: block;
    padding: 0.5rem 0.75rem;
    border-radius: var(--crm-radius-small);
    color: var(--crm-text);
    font-weight: 550;
  }
  nav a:hover {
    background: var(--crm-surface);
    text-decoration: none;
  }
  nav a[aria-current] {
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
  }
  nav small {
    display: block;
    font-weight: 400;
    color: var(--crm-text-soft);
  }
  .mark {
    margin-inline-start: 0.375rem;
    color: var(--crm-warning);
    font-weight: 800;
  }
  .keys {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
  }
  @media (max-width: 60rem) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
    }
    nav small {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .keys {
      display: none;
    }
  }
`;
