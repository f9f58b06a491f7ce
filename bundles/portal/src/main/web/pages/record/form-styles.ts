import { css } from 'lit';

/** Labels, values and fields of a record's sections. */
export const formStyles = css`
  :host {
    display: grid;
    gap: 1rem;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 0.75rem 1.25rem;
    margin: 0.75rem 0 0;
  }
  crm-custom-fields {
    display: block;
    margin-top: 0.75rem;
  }
  .grid crm-custom-fields {
    margin: 0;
  }
  .wide {
    grid-column: 1 / -1;
  }
  dt {
    font-size: 0.8125rem;
    color: var(--crm-text-soft);
  }
  dd {
    display: flex;
    align-items: flex-start;
    gap: 0.25rem;
    margin: 0;
    min-height: 1.75rem;
    overflow-wrap: anywhere;
  }
  dd > span {
    min-width: 0;
    white-space: pre-line;
  }
  .settable:hover {
    cursor: text;
  }
  .pencil {
    display: grid;
    place-items: center;
    flex: none;
    width: 1.75rem;
    height: 1.75rem;
    margin-block: -0.125rem;
    border: 0;
    border-radius: var(--crm-radius-small);
    background: none;
    color: var(--crm-text-soft);
    font-size: 0.875rem;
    cursor: pointer;
    opacity: 0;
  }
  .settable:hover .pencil,
  .pencil:focus-visible {
    opacity: 1;
  }
  .pencil:hover {
    background: var(--crm-canvas);
  }
  .dispute {
    margin-top: 0.25rem;
    padding: 0.375rem 0.5rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-warning-soft);
    color: var(--crm-warning);
    font-size: 0.8125rem;
  }
  .dispute button {
    min-height: 1.5rem;
    padding: 0 0.375rem;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
`;
