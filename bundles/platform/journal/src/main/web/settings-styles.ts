import { css } from '@crm/portal';

export const settingsStyles = css`
  fieldset {
    display: grid;
    gap: 0.875rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    max-width: 60rem;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 0.25rem 1rem;
    align-items: start;
  }
  vaadin-combo-box {
    width: 100%;
  }
  .theirs {
    margin-top: 0.25rem;
    padding: 0.375rem 0.625rem;
    border-radius: var(--crm-radius-small);
    background: var(--crm-warning-soft);
    overflow-wrap: anywhere;
  }
  .bar {
    max-width: 60rem;
  }
`;
