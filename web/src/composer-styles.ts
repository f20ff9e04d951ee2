// How the composer looks: the line and its mirror are set alike, letter under letter.
import { css } from 'lit';

export const composerStyles = css`
  :host {
    padding: 8px 16px 10px;
    border-top: 1px solid var(--line);
    background: var(--background);
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    margin: 0 0 6px;
    padding: 0;
    border: 0;
    font-size: 13px;
  }
  .people label {
    position: relative;
    cursor: pointer;
  }
  .people input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .people label span {
    display: block;
    padding: 2px 9px;
    border-radius: 6px;
    color: var(--muted);
  }
  .people label:hover span {
    background: var(--hover);
  }
  .people input:checked + span {
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  .people input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .place {
    margin-left: 6px;
    color: var(--muted);
  }
  .place b {
    color: var(--text);
    font-weight: 600;
  }
  .field {
    position: relative;
    display: flex;
    align-items: flex-end;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
  }
  .field:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .prompt {
    align-self: flex-start;
    margin: 6px 0 6px 6px;
    padding: 2px 7px;
    border-color: transparent;
    background: var(--hover);
    color: var(--muted);
    font: 13px / 20px var(--mono);
  }
  .prompt:hover {
    color: var(--text);
  }
  .line {
    position: relative;
    flex: 1;
    min-width: 0;
    max-height: 140px;
    overflow-y: auto;
  }
  .mirror,
  textarea {
    margin: 0;
    border: 0;
    padding: 9px 10px;
    font: 13px / 20px var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 4;
  }
  .mirror {
    color: transparent;
    pointer-events: none;
    min-height: 38px;
  }
  textarea {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: hidden;
    resize: none;
    outline: none;
    background: none;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  mark {
    background: var(--bad-soft);
    border-radius: 2px;
    color: transparent;
    text-decoration: underline wavy var(--bad) 1px;
    text-underline-offset: 3px;
    text-decoration-skip-ink: none;
  }
  .send {
    margin: 5px;
    padding: 3px 12px;
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .send:hover {
    background: var(--accent);
    filter: brightness(1.08);
  }
  .send:disabled {
    background: var(--hover);
    color: var(--muted);
    cursor: default;
    filter: none;
  }
  #choices {
    position: absolute;
    z-index: 2;
    left: -1px;
    bottom: calc(100% + 6px);
    max-width: calc(100% + 2px);
    min-width: min(440px, 100%);
    max-height: min(280px, 40vh);
  }
  .advice {
    min-height: 44px;
    padding: 6px 2px 0;
    font-size: 13px;
  }
  .advice p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    margin: 0;
  }
  .usage,
  .keys {
    color: var(--muted);
  }
  .advice .usage {
    gap: 2px 1ch;
    font: var(--mono-size) / 1.5 var(--mono);
  }
  .usage code {
    white-space: nowrap;
  }
  @media (hover: none) {
    .keys {
      visibility: hidden;
    }
  }
  kbd {
    padding: 0 5px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    font-size: 11px;
  }
  kbd:not(:first-child) {
    margin-left: 6px;
  }
  .wrong > span {
    color: var(--bad);
  }
  .wrong button {
    padding: 0 7px;
    font-size: var(--small);
  }
  .expected {
    color: var(--muted);
  }
  .given {
    color: var(--muted);
  }
  .given code {
    color: var(--text);
  }
  .effect {
    padding: 0 6px;
    border-radius: 4px;
    background: var(--hover);
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
  }
  .effect.read {
    color: var(--good);
  }
  .effect.change {
    color: var(--warning);
  }
  .effect.destroy {
    color: var(--bad);
  }
  @media (max-width: 700px) {
    :host {
      padding: 6px 12px 8px;
    }
    .people label span {
      padding: 5px 9px;
    }
    /* Below 16 px a telephone zooms in when the field is touched. */
    .mirror,
    textarea,
    .prompt {
      font-size: 16px;
      line-height: 22px;
    }
    .mirror {
      min-height: 40px;
    }
    .send {
      min-height: 32px;
    }
  }
`;
