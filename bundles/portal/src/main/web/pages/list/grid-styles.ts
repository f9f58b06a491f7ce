import { css } from 'lit';

/** How the grid of a list looks. */
export const gridStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  vaadin-grid {
    flex: 1;
    min-height: 12rem;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    overflow: hidden;
    background: var(--crm-surface);
    --vaadin-grid-cell-padding: 0.375rem 0.75rem;
  }
  vaadin-grid::part(cell) {
    min-height: 2.5rem;
  }
  vaadin-grid::part(header-cell) {
    background: var(--crm-surface);
    color: var(--crm-text-soft);
    font-weight: 600;
    font-size: 0.8125rem;
  }
  vaadin-grid::part(selected) {
    background: var(--crm-accent-soft);
  }
  vaadin-grid::part(changed) {
    animation: flash 2s ease-out;
  }
  vaadin-grid::part(gone) {
    opacity: 0.55;
    text-decoration: line-through;
  }
  @keyframes flash {
    from {
      background-color: var(--crm-warning-soft);
    }
  }
  .sorter {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.5rem;
    max-width: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .sorter:hover,
  .sorter.sorted {
    color: var(--crm-text);
  }
  .sorter span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .check {
    display: grid;
    place-items: center;
    width: 1.5rem;
    height: 1.5rem;
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 1.0625rem;
    height: 1.0625rem;
    margin: 0;
    accent-color: var(--crm-accent);
    cursor: pointer;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .first {
    font-weight: 550;
  }
  .cards {
    --vaadin-grid-cell-padding: 0.75rem;
  }
  .tile .check input {
    width: 24px;
    height: 24px;
  }
  .tile .check {
    width: 28px;
    height: 28px;
  }
  .tile {
    display: flex;
    gap: 0.625rem;
    align-items: flex-start;
    white-space: normal;
  }
`;
