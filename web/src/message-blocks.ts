// One message's blocks, drawn as Slack draws them.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Block, ButtonElement, Message, RichTextLeaf, TextObject } from './block-kit.ts';
import { withPictures } from './emoji.ts';
import { paragraphs, type Inline } from './mrkdwn.ts';
import { sharedStyles } from './shared-styles.ts';

export interface Pressed {
  message: Message;
  actionId: string;
  /** What it stands for: the run. */
  value: string;
  label: string;
}

type Shown = TemplateResult | string | typeof nothing;

/** Names of people and channels by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Dispatches `press` (`Pressed`), which bubbles out of every component. */
@customElement('message-blocks')
export class MessageBlocks extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) names: Names = new Map();

  override render() {
    const { blocks, text } = this.message;
    if (blocks.length === 0) return this.mrkdwn(text);
    return blocks.map((block) => this.block(block));
  }

  private block(block: Block): Shown | Shown[] {
    switch (block.type) {
      case 'header':
        return html`<h3>${this.text(block.text)}</h3>`;
      case 'section':
        return html`
          ${block.text === undefined ? nothing : html`<div>${this.text(block.text)}</div>`}
          ${
            block.fields === undefined
              ? nothing
              : html`<div class="fields">
                  ${block.fields.map((field) => html`<div>${this.text(field)}</div>`)}
                </div>`
          }
        `;
      case 'context':
        return html`<div class="context">
          ${block.elements.map((element) => html`<span>${this.text(element)}</span>`)}
        </div>`;
      case 'actions':
        return html`<div class="actions">${block.elements.map((each) => this.button(each))}</div>`;
      case 'divider':
        return html`<hr />`;
      case 'rich_text':
        return block.elements.map(
          (section) =>
            html`<p class="plain">${section.elements.map((each) => this.leaf(each))}</p>`,
        );
      default:
        return html`<p class="unknown">A block that this page cannot draw</p>`;
    }
  }

  private text(text: TextObject): Shown {
    if (text.type === 'mrkdwn') return html`${this.mrkdwn(text.text)}`;
    return html`<span class="plain">${withPictures(text.text)}</span>`;
  }

  private mrkdwn(text: string): TemplateResult[] {
    return paragraphs(text).map((paragraph) => {
      switch (paragraph.kind) {
        case 'pre':
          return html`<pre tabindex="0">${paragraph.text}</pre>`;
        case 'quote':
          return html`<blockquote>${this.inlines(paragraph.inside)}</blockquote>`;
        case 'lines':
          return html`<p>${this.inlines(paragraph.inside)}</p>`;
      }
    });
  }

  private inlines(inside: Inline[]): Shown[] {
    return inside.map((inline): Shown => {
      switch (inline.kind) {
        case 'text':
          return html`${withPictures(inline.text)}`;
        case 'break':
          return html`<br />`;
        case 'code':
          return html`<code>${inline.text}</code>`;
        case 'bold':
          return html`<b>${this.inlines(inline.inside)}</b>`;
        case 'italic':
          return html`<i>${this.inlines(inline.inside)}</i>`;
        case 'strike':
          return html`<s>${this.inlines(inline.inside)}</s>`;
        case 'link':
          return link(inline.url, html`${this.inlines(inline.inside)}`);
        case 'user':
          return this.mention('@', inline.id, inline.label);
        case 'channel':
          return this.mention('#', inline.id, inline.label);
        case 'group':
          return this.mention('@', inline.id, inline.label);
      }
    });
  }

  private button(button: ButtonElement): TemplateResult {
    const label = button.text.text;
    const press = (): void => {
      const detail: Pressed = {
        message: this.message,
        actionId: button.action_id,
        value: button.value ?? '',
        label,
      };
      this.dispatchEvent(new CustomEvent('press', { detail, bubbles: true, composed: true }));
    };
    return html`<button class=${button.style ?? nothing} @click=${press}>${label}</button>`;
  }

  private leaf(leaf: RichTextLeaf): Shown {
    switch (leaf.type) {
      case 'text':
        return leaf.text ?? '';
      case 'link':
        return link(leaf.url ?? '', leaf.text ?? leaf.url ?? '');
      case 'user':
        return this.mention('@', leaf.user_id ?? '', '');
      case 'channel':
        return this.mention('#', leaf.channel_id ?? '', '');
      case 'broadcast':
        return this.mention('@', leaf.range ?? '', '');
    }
  }

  private mention(sign: string, id: string, label: string): TemplateResult {
    return html`<span class="mention">${sign}${this.names.get(id) ?? (label || id)}</span>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 6px;
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 2px 0 0;
        font-size: 16px;
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      p {
        margin: 0;
      }
      .plain {
        white-space: pre-wrap;
      }
      .emoji {
        width: 1.15em;
        height: 1.15em;
        vertical-align: -0.2em;
      }
      pre {
        margin: 2px 0;
        padding: 8px 10px;
        overflow-x: auto;
        background: var(--code);
        border: 1px solid var(--line);
        border-radius: 6px;
        line-height: 1.5;
        overflow-wrap: normal;
        tab-size: 4;
      }
      p code,
      .fields code {
        padding: 1px 4px;
        background: var(--code);
        border: 1px solid var(--line);
        border-radius: 4px;
      }
      blockquote {
        margin: 0;
        padding-left: 10px;
        border-left: 3px solid var(--line-strong);
      }
      a {
        color: var(--accent);
      }
      hr {
        width: 100%;
        margin: 4px 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: 6px 20px;
        max-width: 560px;
      }
      .context {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        color: var(--muted);
        font-size: var(--small);
      }
      .context code {
        font-size: 11.5px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 2px;
      }
      .actions button {
        padding: 5px 14px;
      }
      .primary {
        background: var(--good);
        border-color: transparent;
        color: var(--background);
      }
      .danger {
        background: var(--bad);
        border-color: transparent;
        color: var(--background);
      }
      .primary:hover,
      .danger:hover {
        filter: brightness(1.08);
      }
      .primary:hover {
        background: var(--good);
      }
      .danger:hover {
        background: var(--bad);
      }
      .mention {
        padding: 0 2px;
        border-radius: 3px;
        background: var(--accent-soft);
        color: var(--accent);
      }
      .unknown {
        color: var(--muted);
        font-style: italic;
      }
      @media (max-width: 700px) {
        .actions button {
          min-height: 36px;
        }
      }
    `,
  ];
}

/** Only addresses of the web are followed; what else a message calls a link is shown as text. */
function link(url: string, inside: Shown): TemplateResult {
  if (!/^https?:\/\//.test(url)) return html`${inside}`;
  return html`<a href=${url} target="_blank" rel="noreferrer">${inside}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'message-blocks': MessageBlocks;
  }
}
