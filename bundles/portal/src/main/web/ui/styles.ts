import { css } from 'lit';

/** What every element of the portal begins with. */
export const base = css`
  :host {
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible:not(input, textarea) {
    outline: 2px solid var(--crm-accent);
    outline-offset: 2px;
  }
  h1,
  h2,
  h3 {
    margin: 0;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h1 {
    font-size: 1.375rem;
  }
  h2 {
    font-size: 1.0625rem;
  }
  h3 {
    font-size: 0.9375rem;
  }
  p {
    margin: 0;
  }
  a {
    color: var(--crm-accent-text);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  .soft {
    color: var(--crm-text-soft);
  }
  .error {
    color: var(--crm-danger);
  }
  .card {
    background: var(--crm-surface);
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    padding: 1rem 1.125rem;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    flex-wrap: wrap;
  }
  .spread {
    margin-inline-start: auto;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  vaadin-password-field-button {
    /* A finger needs 24 px, whatever the size of the text is. */
    min-width: 24px;
    min-height: 24px;
  }
  kbd {
    font: inherit;
    font-size: 0.75rem;
    padding: 0.05rem 0.4rem;
    border: 1px solid var(--crm-line);
    border-radius: 5px;
    background: var(--crm-canvas);
    color: var(--crm-text-soft);
  }
`;
