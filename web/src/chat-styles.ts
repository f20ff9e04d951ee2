// How a channel's conversation looks.
import { css } from 'lit';

export const chatStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--background);
  }
  .tabs {
    display: flex;
    flex: none;
    gap: 2px;
    overflow-x: auto;
    padding: 0 12px;
    border-bottom: 1px solid var(--line);
    scrollbar-width: none;
  }
  .tabs button {
    position: relative;
    padding: 9px 10px;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--muted);
  }
  .tabs button:hover {
    color: var(--text);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
    border-radius: 6px;
  }
  .tabs [aria-selected='true'] {
    color: var(--text);
    font-weight: 600;
  }
  .tabs [aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 8px -1px;
    height: 2px;
    border-radius: 2px;
    background: var(--accent);
  }
  .unread {
    display: inline-block;
    min-width: 17px;
    margin-left: 6px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 11px;
    font-weight: 600;
    line-height: 17px;
    text-align: center;
  }
  .messages {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 8px 0 16px;
  }
  .messages:focus-visible {
    outline-offset: -2px;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  article {
    position: relative;
    display: flow-root;
    padding: 7px 20px 5px 64px;
    max-width: 900px;
  }
  article.goes-on {
    padding-top: 3px;
  }
  .goes-on .avatar,
  .goes-on header {
    display: none;
  }
  .avatar {
    position: absolute;
    left: 20px;
    top: 10px;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 7px;
    background: hsl(var(--hue) 45% 46%);
    color: #fff;
    font-weight: 600;
    font-size: 14px;
  }
  .avatar.bot {
    background: #3d5afe;
    font: 700 13px var(--mono);
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 7px;
  }
  header b {
    font-weight: 650;
  }
  time {
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .badge {
    padding: 0 4px;
    border-radius: 3px;
    background: var(--hover);
    color: var(--muted);
    font-size: 10px;
    font-weight: 600;
    letter-spacing: 0.04em;
    line-height: 15px;
  }
  .only,
  .edited {
    margin: 1px 0 3px;
    color: var(--muted);
    font-size: var(--small);
  }
  .shortcut {
    position: absolute;
    top: 5px;
    right: 12px;
    padding: 2px 9px;
    color: var(--muted);
    font-size: var(--small);
    box-shadow: var(--shadow);
    opacity: 0;
  }
  article:hover .shortcut,
  .shortcut:focus-visible {
    opacity: 1;
  }
  .home {
    max-width: 760px;
    padding: 10px 20px;
  }
  .nothing {
    margin: 0;
    padding: 24px 20px;
    color: var(--muted);
  }
  .replies {
    margin: 2px 0 6px 64px;
    border-left: 2px solid var(--line);
  }
  .replies article {
    padding-left: 56px;
  }
  .replies .avatar {
    left: 14px;
    width: 28px;
    height: 28px;
  }
  .welcome {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 100%;
    max-width: 520px;
    margin: 0 auto;
    padding: 0 24px;
  }
  h2 {
    margin: 0 0 4px;
    font-size: 17px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .welcome p {
    margin: 0 0 14px;
    color: var(--muted);
  }
  .welcome ul {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .welcome li {
    max-width: 100%;
  }
  .welcome button {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    font: 500 var(--mono-size) var(--mono);
    padding: 5px 10px;
  }
  @media (hover: none) {
    .shortcut {
      position: static;
      margin-top: 4px;
      box-shadow: none;
      opacity: 1;
    }
  }
  @media (max-width: 700px) {
    article {
      padding: 6px 12px 4px 52px;
    }
    .home {
      padding: 6px 14px;
    }
    .avatar {
      left: 12px;
      width: 30px;
      height: 30px;
    }
    .replies {
      margin-left: 26px;
    }
    .tabs button {
      min-height: 40px;
    }
  }
`;
