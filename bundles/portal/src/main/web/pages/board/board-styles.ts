import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    min-height: 0;
    height: 100%;
    padding: 1rem 1.25rem;
  }
  nav {
    display: flex;
    padding: 2px;
    border: 1px solid var(--crm-line);
    border-radius: var(--crm-radius-small);
    background: var(--crm-surface);
  }
  nav a,
  .new {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2rem;
    padding: 0 0.75rem;
    border-radius: 5px;
    color: var(--crm-text);
  }
  nav a[aria-current] {
    background: var(--crm-accent-soft);
    color: var(--crm-accent-text);
    font-weight: 600;
  }
  .new {
    min-height: 2.25rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-accent);
    color: var(--crm-on-accent);
    font-weight: 600;
  }
  .columns {
    /* Keeps what is only for screen readers inside, where it is clipped. */
    position: relative;
    flex: 1;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(15rem, 1fr);
    gap: 0.75rem;
    min-height: 16rem;
    overflow: auto hidden;
    padding-bottom: 2px;
  }
  @media (max-width: 48rem) {
    :host {
      padding: 0.75rem;
    }
    .columns {
      grid-auto-columns: 85%;
      scroll-snap-type: x mandatory;
      scroll-padding-inline: 0;
    }
    .columns.dragging {
      scroll-snap-type: none;
    }
    crm-board-column {
      scroll-snap-align: start;
    }
  }
`;
