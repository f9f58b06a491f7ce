import { css } from 'lit';

export const paletteStyles = css`
  dialog {
    width: min(40rem, calc(100vw - 1.5rem));
    max-height: min(34rem, calc(100dvh - 6rem));
    margin-block-start: min(12vh, 6rem);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .search {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0 1rem;
    border-bottom: 1px solid var(--crm-line);
    color: var(--crm-text-soft);
  }
  input {
    flex: 1;
    min-width: 0;
    height: 3.25rem;
    border: 0;
    outline: none;
    background: none;
    color: var(--crm-text);
    font: inherit;
    font-size: 1.0625rem;
  }
  .search:focus-within {
    box-shadow: inset 0 -2px 0 var(--crm-accent);
  }
  input::placeholder {
    color: var(--crm-text-soft);
    opacity: 1;
  }
  button {
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border: 0;
    border-radius: var(--crm-radius-small);
    background: none;
    color: var(--crm-text-soft);
    cursor: pointer;
  }
  [role='listbox'] {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.25rem 0.5rem 0.5rem;
    scroll-padding-block: 2.25rem 0.5rem;
  }
  h3 {
    padding: 0.625rem 0.625rem 0.25rem;
    font-size: 0.75rem;
    color: var(--crm-text-soft);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.375rem;
    padding: 0.25rem 0.625rem;
    border-radius: var(--crm-radius-small);
    cursor: pointer;
  }
  .option[aria-selected='true'] {
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
    box-shadow: inset 0 0 0 1px var(--crm-accent);
  }
  .label {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .detail {
    flex: 0 10 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 0.875rem;
  }
  .keys {
    display: flex;
    gap: 0.25rem;
    margin-inline-start: auto;
    flex: none;
  }
  .note {
    padding: 1rem 1.25rem;
    overflow-wrap: anywhere;
  }
  .late {
    animation: late 0s 200ms both;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  @media (max-width: 48rem) {
    dialog {
      margin-block-start: 0.75rem;
      max-height: calc(100dvh - 1.5rem);
    }
    .keys {
      display: none;
    }
  }
`;
