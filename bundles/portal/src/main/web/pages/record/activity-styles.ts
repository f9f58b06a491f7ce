import { css } from 'lit';

/** How an entry of a timeline stands on its line. */
export const activityStyles = css`
  :host {
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    gap: 0.625rem;
    position: relative;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    border-radius: 50%;
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
    font-size: 0.8125rem;
  }
  .dot {
    width: 0.5rem;
    height: 0.5rem;
    margin: 0.4rem auto 0;
    border-radius: 50%;
    background: var(--crm-line-strong);
  }
  p {
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    min-height: 1.75rem;
  }
  .buttons {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  p a {
    text-decoration: underline;
  }
  .text {
    white-space: pre-line;
  }
  .due {
    margin-top: 0.375rem;
  }
  vaadin-button[theme~='small'] {
    margin: 0;
    min-width: 1.75rem;
    height: 1.75rem;
  }
`;
