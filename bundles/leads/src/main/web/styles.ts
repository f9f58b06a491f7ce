import { css } from '@crm/portal';

export const styles = css`
  .conversion {
    display: grid;
    gap: 0.75rem;
    width: 34rem;
    max-width: 100%;
  }
  .choices > p:empty {
    display: none;
  }
  .choices > p {
    margin-bottom: 0.25rem;
  }
  .choices small small {
    font-size: inherit;
  }
  .project {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0 0.75rem;
  }
  ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.25rem;
  }
`;
