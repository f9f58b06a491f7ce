import { css } from 'lit';

/** How chips and the panels below them look. */
export const chip = css`
  .chip {
    display: inline-flex;
    align-items: stretch;
    max-width: 22rem;
    border: 1px solid var(--crm-line-strong);
    border-radius: 999px;
    background: var(--crm-surface);
    white-space: nowrap;
  }
  .chip.set {
    border-color: var(--crm-accent);
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
  }
  .chip.dashed {
    border-style: dashed;
  }
  .chip button {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.875rem;
    min-width: 1.5rem;
    padding: 0 0.75rem;
    border: 0;
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    cursor: pointer;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip button[aria-pressed='true'] {
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
    font-weight: 600;
  }
  .chip b {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip .remove {
    padding: 0 0.5rem 0 0.25rem;
  }
  .chip crm-icon {
    font-size: 0.9375rem;
  }
  [popover] {
    position: fixed;
    inset: var(--top, 0) auto auto var(--left, 0);
    margin: 0;
    padding: 0.875rem;
    max-width: calc(100vw - 0.75rem);
    max-height: calc(100vh - 0.75rem);
    overflow: auto;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    background: var(--crm-raised);
    color: var(--crm-text);
    box-shadow: var(--crm-shadow);
  }
  .end {
    margin-top: 0.75rem;
  }
`;
