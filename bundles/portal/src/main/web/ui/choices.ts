import { css } from 'lit';

/** Radio buttons as cards: a label around an input and what there is to say of the choice. */
export const choices = css`
  .choices {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .choices > legend {
    padding: 0;
    margin-bottom: 0.25rem;
    font-weight: 600;
  }
  .choices > label {
    display: flex;
    gap: 0.625rem;
    min-width: 0;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--crm-line-strong);
    border-radius: var(--crm-radius-small);
    cursor: pointer;
  }
  .choices > label:has(:checked) {
    border-color: var(--crm-accent);
    outline: 1px solid var(--crm-accent);
    background: var(--crm-accent-soft);
  }
  .choices > label:has(:focus-visible) {
    outline: 2px solid var(--crm-accent);
    outline-offset: 2px;
  }
  .choices > label:has(:disabled) {
    cursor: default;
    color: var(--crm-text-soft);
  }
  .choices input[type='radio'] {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0.2rem 0 0;
    accent-color: var(--crm-accent);
    outline: none;
  }
  .choices small {
    display: block;
    color: var(--crm-text-soft);
  }
  .choices b {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
`;
