import { css } from 'lit';

/** The browser's own dialog in the portal's dress. */
export const dialogStyles = css`
  dialog {
    max-height: min(44rem, calc(100dvh - 3rem));
    padding: 0;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    background: var(--crm-raised);
    color: var(--crm-text);
    box-shadow: 0 12px 48px rgb(0 0 0 / 28%);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  dialog > .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0.875rem 1.25rem;
  }
  dialog > .head button {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    margin-inline-end: -0.5rem;
    border: 0;
    border-radius: var(--crm-radius-small);
    background: none;
    color: var(--crm-text-soft);
    cursor: pointer;
  }
  dialog > .head button:hover {
    background: var(--crm-canvas);
  }
`;
