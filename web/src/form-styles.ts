// How a form looks: a dialog over the page; on a telephone, a sheet from its lower edge.
import { css } from 'lit';

export const formStyles = css`
  :host {
    display: contents;
  }
  dialog {
    width: min(540px, calc(100vw - 32px));
    max-height: min(88vh, 760px);
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--background);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(10 12 18 / 45%);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: inherit;
  }
  h2 {
    margin: 0;
    padding: 18px 22px 0;
    font-size: 17px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .who {
    margin: 0;
    padding: 1px 22px 12px;
    border-bottom: 1px solid var(--line);
    color: var(--muted);
    font-size: var(--small);
  }
  .blocks {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 16px 22px 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .field > label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  legend {
    margin-bottom: 4px;
  }
  .optional {
    margin-left: 4px;
    color: var(--muted);
    font-size: var(--small);
    font-weight: 400;
  }
  .field > input,
  [role='combobox'],
  textarea,
  select {
    width: 100%;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 7px;
    background: var(--raised);
    color: inherit;
    font: var(--mono-size) / 1.5 var(--mono);
    resize: vertical;
  }
  select {
    font-family: inherit;
  }
  looked-up-input {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  /* In the flow: a form scrolls, and would cut what lies over it. */
  .choices {
    max-height: 180px;
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
  .hint {
    margin: 0;
    color: var(--muted);
    font-size: var(--small);
  }
  .wrong {
    margin: 0;
    color: var(--bad);
    font-size: 13px;
  }
  form > .wrong {
    padding: 0 22px 12px;
  }
  .field > .choice {
    display: flex;
    align-items: baseline;
    gap: 9px;
    padding: 3px 0;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    margin: 0;
    translate: 0 2px;
    accent-color: var(--accent);
  }
  .choice .hint {
    display: block;
  }
  footer {
    display: flex;
    justify-content: flex-end;
    gap: 10px;
    padding: 12px 22px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  footer button {
    min-width: 84px;
    padding: 6px 16px;
  }
  .primary {
    border-color: transparent;
    background: var(--good);
    color: var(--background);
  }
  .primary:hover {
    background: var(--good);
    filter: brightness(1.08);
  }
  @media (max-width: 700px) {
    dialog {
      width: 100vw;
      max-width: 100vw;
      max-height: 90dvh;
      margin: auto 0 0;
      border-width: 1px 0 0;
      border-radius: 14px 14px 0 0;
    }
    .field > input,
    [role='combobox'],
    textarea,
    select {
      /* Smaller letters make iOS zoom in. */
      font-size: 16px;
    }
    .field > .choice {
      padding: 6px 0;
    }
    footer button {
      flex: 1;
      min-height: 40px;
    }
  }
`;
