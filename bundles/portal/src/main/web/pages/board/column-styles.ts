import { css } from 'lit';

export const columnStyles = css`
  :host {
    display: flex;
    min-height: 0;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius);
    background: var(--crm-canvas);
  }
  :host([target]) {
    border-color: var(--crm-accent);
    background: var(--crm-accent-soft);
    box-shadow: inset 0 0 0 1px var(--crm-accent);
  }
  section {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.625rem 0.75rem;
    font-size: 0.875rem;
  }
  h2 {
    font-size: 0.9375rem;
  }
  .count {
    padding: 0 0.4375rem;
    border: 1px solid var(--crm-line);
    border-radius: 999px;
    background: var(--crm-surface);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .cards {
    flex: 1;
    min-height: 6rem;
    overflow: hidden auto;
    padding: 0.125rem 0.5rem 0.75rem;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 5.5rem;
    padding: 2px;
    margin: -2px;
  }
  .skeletons {
    display: grid;
    gap: 0.5rem;
    animation: late 0s 200ms both;
  }
  .skeletons div {
    height: 5.25rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-line);
    opacity: 0.6;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .empty,
  .failed {
    padding: 1rem 0.5rem;
    text-align: center;
    font-size: 0.875rem;
  }
  .end {
    height: 1px;
  }
`;
