import { css } from 'lit';

/** The places of a record's parts, and how they follow each other on a phone. */
export const recordStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.875rem;
    padding: 1rem 1.25rem 2rem;
    width: 100%;
    max-width: 96rem;
  }
  crm-record-notices {
    margin-bottom: -0.875rem;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
    gap: 1rem;
    align-items: start;
  }
  .body.single {
    grid-template-columns: minmax(0, 60rem);
  }
  .main,
  .side {
    display: grid;
    gap: 1rem;
    min-width: 0;
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 5;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 0.5rem;
    margin: auto -1.25rem -2rem;
    padding: 0.625rem 1.25rem;
    border-top: 1px solid var(--crm-line);
    background: var(--crm-surface);
    box-shadow: var(--crm-shadow);
  }
  .bar > span {
    margin-inline-end: auto;
  }
  .bar kbd {
    margin-inline-start: 0.375rem;
    background: none;
    border-color: currentColor;
    color: inherit;
  }
  @media (max-width: 64rem) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 48rem) {
    :host {
      padding: 0.75rem 0.75rem 1rem;
    }
    .bar {
      margin: auto -0.75rem -1rem;
      padding: 0.5rem 0.75rem;
    }
    .bar kbd {
      display: none;
    }
  }
`;
