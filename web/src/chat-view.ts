// A channel's conversation: tabs of channels, and the messages of the one that is open.
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Message } from './block-kit.ts';
import type { Names } from './message-blocks.ts';
import './message-blocks.ts';
import { sharedStyles } from './shared-styles.ts';
import { clockTime, momentOf } from './time.ts';

export interface Tab {
  /** The channel’s name. */
  id: string;
  label: string;
  unread: number;
}

/** Dispatches `enter` (a channel's id) and `try` (an example line); `press` passes through. */
@customElement('chat-view')
export class ChatView extends LitElement {
  @property({ attribute: false }) tabs: Tab[] = [];
  @property() channel = '';
  /** All of this channel, oldest first. */
  @property({ attribute: false }) messages: Message[] = [];
  @property({ attribute: false }) names: Names = new Map();
  /** Names of those who are no people. */
  @property({ attribute: false }) bots: ReadonlySet<string> = new Set();
  @property({ attribute: false }) examples: string[] = [];

  override render() {
    return html`
      <div class="tabs" role="tablist" aria-label="Channels" @keydown=${this.moveTab}>
        ${this.tabs.map((tab) => this.tab(tab))}
      </div>
      <div
        id="messages"
        class="messages"
        role="tabpanel"
        tabindex="0"
        aria-labelledby="tab-${this.channel}"
      >
        ${this.messages.length === 0 ? this.welcome() : this.conversation()}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('messages') && !changed.has('channel')) return;
    const list = this.renderRoot.querySelector('#messages');
    if (list === null) return;
    // The blocks of a message are drawn after the message itself.
    void this.blocksDrawn().then(() => list.scrollTo({ top: list.scrollHeight }));
  }

  private async blocksDrawn(): Promise<void> {
    const blocks = this.renderRoot.querySelectorAll('message-blocks');
    await Promise.all(Array.from(blocks, (each) => each.updateComplete));
  }

  private tab(tab: Tab): TemplateResult {
    const open = tab.id === this.channel;
    return html`<button
      role="tab"
      id="tab-${tab.id}"
      aria-selected=${open}
      aria-controls="messages"
      tabindex=${open ? 0 : -1}
      @click=${() => this.enter(tab.id)}
    >
      ${tab.label}${
        tab.unread === 0
          ? nothing
          : html`<span class="unread"
              ><span class="unseen">, </span>${tab.unread}<span class="unseen"> new</span></span
            >`
      }
    </button>`;
  }

  private welcome(): TemplateResult {
    return html`<div class="welcome">
      <h2>Nothing was said here yet</h2>
      <p>
        Type a command below. It runs in this page, against mocked providers, exactly as the bot
        would run it.
      </p>
      <ul aria-label="Examples">
        ${this.examples.map(
          (line) => html`<li><button @click=${() => this.try(line)}>${line}</button></li>`,
        )}
      </ul>
    </div>`;
  }

  private conversation(): TemplateResult {
    const roots = this.messages.filter((message) => !isReply(message));
    return html`<ol aria-label="Messages">
      ${repeat(
        roots,
        (message) => message.ts,
        (message, index) =>
          html`<li>${this.message(message, roots[index - 1])} ${this.replies(message)}</li>`,
      )}
    </ol>`;
  }

  private replies(root: Message): TemplateResult | typeof nothing {
    const replies = this.messages.filter((each) => isReply(each) && each.thread_ts === root.ts);
    if (replies.length === 0) return nothing;
    return html`<ol class="replies" aria-label="Replies">
      ${replies.map((reply, index) => html`<li>${this.message(reply, replies[index - 1])}</li>`)}
    </ol>`;
  }

  private message(message: Message, before: Message | undefined): TemplateResult {
    const name = message.user;
    const bot = this.bots.has(message.user);
    const moment = momentOf(message.ts);
    const goesOn = before !== undefined && followsAtOnce(message, before);
    return html`<article class=${goesOn ? 'goes-on' : ''} data-ts=${message.ts}>
      <span class="avatar ${bot ? 'bot' : ''}" style="--hue: ${hueOf(name)}" aria-hidden="true"
        >${bot ? '›_' : name.slice(0, 1).toUpperCase()}</span
      >
      <header>
        <b>${name}</b>${bot ? html`<span class="badge">APP</span>` : nothing}
        <time datetime=${moment}>${clockTime(moment)}</time>
      </header>
      ${
        message.ephemeral_to === undefined
          ? nothing
          : html`<p class="only">Only visible to ${message.ephemeral_to}</p>`
      }
      <message-blocks .message=${message} .names=${this.names}></message-blocks>
      ${message.edited ? html`<p class="edited">(edited)</p>` : nothing}
    </article>`;
  }

  private enter(channel: string): void {
    this.dispatchEvent(new CustomEvent<string>('enter', { detail: channel }));
  }

  private try(line: string): void {
    this.dispatchEvent(new CustomEvent<string>('try', { detail: line }));
  }

  private moveTab(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.tabs.findIndex((tab) => tab.id === this.channel);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (next === undefined) return;
    this.enter(next.id);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  }

  static override styles = [
    sharedStyles,
    css`
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
      @media (max-width: 700px) {
        article {
          padding: 6px 12px 4px 52px;
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
    `,
  ];
}

function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** Slack writes a name once over what one person says within five minutes. */
function followsAtOnce(message: Message, before: Message): boolean {
  return (
    message.user === before.user &&
    message.ephemeral_to === before.ephemeral_to &&
    Number(message.ts) - Number(before.ts) < 300
  );
}

/** A colour for a name: always the same one. */
function hueOf(name: string): number {
  let hue = 0;
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hue;
}
