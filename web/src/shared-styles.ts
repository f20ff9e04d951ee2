// What every component's own style begins with.
import { css } from 'lit';

export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--raised);
    padding: 3px 10px;
    font-size: 13px;
    font-weight: 500;
    white-space: nowrap;
  }
  button:hover {
    background: var(--hover);
  }
  button:active {
    transform: translateY(0.5px);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  code,
  pre,
  kbd {
    font-family: var(--mono);
    font-size: var(--mono-size);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
