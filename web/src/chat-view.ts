// A channel's conversation: tabs of channels, and the messages of the one that is open.
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Block, Message, View } from './block-kit.ts';
import { chatStyles } from './chat-styles.ts';
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

/** The tab of the bot's page, which is no channel. */
const homeTab = 'home';

/**
 * Dispatches `enter` (a channel's id), `go-home`, `try` (an example line) and `point` (a message whose
 * shortcut is chosen); `press` passes through.
 */
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
  /** The bot's page of who speaks, while they look at it. */
  @property({ attribute: false }) home: View | undefined;
  @property({ type: Boolean }) atHome = false;
  /** What of the bot's is in each message's menu; empty where nothing is. */
  @property() shortcut = '';

  override render() {
    return html`
      <div class="tabs" role="tablist" aria-label="Channels" @keydown=${this.moveTab}>
        ${this.allTabs.map((tab) => this.tab(tab))}
      </div>
      <div
        id="messages"
        class="messages"
        role="tabpanel"
        tabindex="0"
        aria-labelledby="tab-${this.openTab}"
      >
        ${this.inside()}
      </div>
    `;
  }

  private get allTabs(): Tab[] {
    return [...this.tabs, { id: homeTab, label: 'Home', unread: 0 }];
  }

  private get openTab(): string {
    return this.atHome ? homeTab : this.channel;
  }

  private inside(): TemplateResult {
    if (this.atHome) return this.homePage();
    return this.messages.length === 0 ? this.welcome() : this.conversation();
  }

  private homePage(): TemplateResult {
    const blocks = (this.home?.blocks ?? []).filter((each): each is Block => each.type !== 'input');
    if (blocks.length === 0)
      return html`<p class="nothing">The bot has not drawn its page yet: let some time pass.</p>`;
    const drawn: Message = {
      channel: '',
      ts: this.home?.id ?? '',
      user: '',
      text: '',
      blocks,
      edited: false,
    };
    return html`<div class="home">
      <message-blocks .message=${drawn} .names=${this.names}></message-blocks>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const list = this.renderRoot.querySelector('#messages');
    if (list === null) return;
    if (this.atHome && changed.has('atHome')) return list.scrollTo({ top: 0 });
    if (
      this.atHome ||
      !['messages', 'channel', 'atHome'].some((each) => changed.has(each as keyof ChatView))
    )
      return;
    // The blocks of a message are drawn after the message itself.
    const isEmpty = this.messages.length === 0;
    void this.blocksDrawn().then(() => list.scrollTo({ top: isEmpty ? 0 : list.scrollHeight }));
  }

  private async blocksDrawn(): Promise<void> {
    const blocks = this.renderRoot.querySelectorAll('message-blocks');
    await Promise.all(Array.from(blocks, (each) => each.updateComplete));
  }

  private tab(tab: Tab): TemplateResult {
    const open = tab.id === this.openTab;
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
        Type a command below, or begin with one of these; <code>help</code> lists them all. It runs
        in this page, against mocked providers, exactly as the bot would run it.
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
      ${
        this.shortcut === '' || message.ephemeral_to !== undefined
          ? nothing
          : html`<button
              class="shortcut"
              title="A shortcut in the message’s menu, as in Slack"
              @click=${() => this.point(message)}
            >
              ${this.shortcut}
            </button>`
      }
      ${message.edited ? html`<p class="edited">(edited)</p>` : nothing}
    </article>`;
  }

  private enter(channel: string): void {
    if (channel === homeTab) {
      this.dispatchEvent(new CustomEvent('go-home'));
      return;
    }
    this.dispatchEvent(new CustomEvent<string>('enter', { detail: channel }));
  }

  private point(detail: Message): void {
    this.dispatchEvent(new CustomEvent<Message>('point', { detail }));
  }

  private try(line: string): void {
    this.dispatchEvent(new CustomEvent<string>('try', { detail: line }));
  }

  private moveTab(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = this.allTabs;
    const at = tabs.findIndex((tab) => tab.id === this.openTab);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    this.enter(next.id);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  }

  static override styles = [sharedStyles, chatStyles];
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
