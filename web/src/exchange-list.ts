// The HTTP exchanges, under what each of them was for: open one to read what was sent and answered.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { bodyView } from './json-view.ts';
import type { Exchange, HttpHalf } from './module.ts';
import { sharedStyles } from './shared-styles.ts';
import { clockTime } from './time.ts';
import type { Turn } from './turns.ts';

@customElement('exchange-list')
export class ExchangeList extends LitElement {
  @property({ attribute: false }) turns: Turn[] = [];
  /** Whether the list is unfolded, where there is no room for it beside the conversation. */
  @property({ type: Boolean, reflect: true }) unfolded = false;
  @state() private only = '';

  override render() {
    const all = this.turns.flatMap((turn) => turn.exchanges);
    const servers = [...new Set(all.map((exchange) => outside(exchange)))].sort();
    return html`
      <header>
        <h2>
          <button
            class="fold"
            aria-expanded=${this.unfolded}
            aria-controls="list"
            @click=${() => (this.unfolded = !this.unfolded)}
          >
            Exchanges
          </button>
          <span class="plain">Exchanges</span>
          <span class="count">${all.length}</span>
        </h2>
        <div class="filter" role="group" aria-label="Show exchanges with">
          ${['', ...servers].map((server) => this.filter(server))}
        </div>
      </header>
      <div id="list" role="region" aria-label="HTTP exchanges" tabindex="0">
        ${all.length === 0 ? html`<p class="none">What the bot sends appears here.</p>` : nothing}
        ${repeat(
          [...this.turns].reverse(),
          (turn) => turn.number,
          (turn) => this.turn(turn),
        )}
      </div>
    `;
  }

  private filter(server: string): TemplateResult {
    return html`<button aria-pressed=${this.only === server} @click=${() => (this.only = server)}>
      ${server === '' ? 'All' : server}
    </button>`;
  }

  private turn(turn: Turn): TemplateResult | typeof nothing {
    const shown = turn.exchanges.filter((each) => this.only === '' || outside(each) === this.only);
    if (shown.length === 0) return nothing;
    return html`<section>
      <h3>
        <time datetime=${turn.at}>${clockTime(turn.at)}</time>
        <span class="what"
          >${turn.who === '' ? nothing : html`<b>${turn.who}</b> `}${
            turn.typed ? html`<code>${turn.what}</code>` : turn.what
          }</span
        >
      </h3>
      ${repeat(
        shown,
        (each) => each.number,
        (each) => this.exchange(each),
      )}
    </section>`;
  }

  private exchange(exchange: Exchange): TemplateResult {
    const status = statusOf(exchange);
    return html`<details data-number=${exchange.number}>
      <summary>
        <span class="server">${exchange.from} → ${exchange.to}</span>
        <span class="method">${exchange.method}</span>
        <span class="path" title=${exchange.url}>${pathOf(exchange.url)}</span>
        <span class="status ${kindOf(exchange)}">${status}</span>
        <span class="took">${exchange.ended ? `${exchange.took_ms} ms` : nothing}</span>
      </summary>
      <div class="halves">
        ${this.half(`${exchange.method} ${exchange.url}`, 'Request', exchange.request)}
        ${this.half(exchange.failure || status, 'Response', exchange.response)}
      </div>
    </details>`;
  }

  private half(first: string, title: string, half: HttpHalf): TemplateResult {
    const type =
      half.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
    return html`<div>
      <h4>${title}</h4>
      <p class="first"><code>${first}</code></p>
      ${
        half.headers.length === 0
          ? nothing
          : html`<dl>
              ${half.headers.map(
                ({ name, value }) =>
                  html`<dt>${name}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`
      }
      ${half.body === '' ? html`<p class="none">No body</p>` : bodyView(half.body, type)}
    </div>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--surface);
      }
      header {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        height: 39px;
        padding: 0 14px;
        border-bottom: 1px solid var(--line);
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 7px;
        margin: 0;
        font-size: 13px;
        font-weight: 600;
      }
      .count {
        color: var(--muted);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .fold {
        display: none;
      }
      .filter {
        display: flex;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .filter button {
        border-color: transparent;
        background: none;
        color: var(--muted);
        padding: 2px 8px;
        font-size: var(--small);
      }
      .filter button[aria-pressed='true'] {
        background: var(--hover);
        color: var(--text);
      }
      #list {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding-bottom: 12px;
      }
      #list:focus-visible {
        outline-offset: -2px;
      }
      section {
        padding: 10px 0 2px;
      }
      section + section {
        border-top: 1px solid var(--line);
      }
      h3 {
        display: flex;
        gap: 9px;
        align-items: baseline;
        margin: 0 0 4px;
        padding: 0 14px;
        font-size: var(--small);
        font-weight: 400;
      }
      h3 time,
      .took {
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .what {
        overflow-wrap: anywhere;
      }
      .what b {
        margin-right: 3px;
      }
      .what code {
        font-size: 12px;
      }
      summary {
        display: grid;
        grid-template-columns: 100px 46px minmax(0, 1fr) minmax(26px, auto) 58px;
        gap: 8px;
        align-items: baseline;
        padding: 3px 14px;
        cursor: pointer;
        list-style: none;
        font: 12px / 1.5 var(--mono);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover,
      details[open] > summary {
        background: var(--hover);
      }
      summary:focus-visible {
        outline-offset: -2px;
      }
      .server {
        color: var(--muted);
        font-family: var(--sans);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .method {
        font-weight: 600;
      }
      .path {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .took {
        text-align: right;
      }
      .status {
        font-weight: 600;
      }
      .fine {
        color: var(--good);
      }
      .client {
        color: var(--warning);
      }
      .failed {
        color: var(--bad);
      }
      .halves {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        padding: 10px 14px 12px;
        border-bottom: 1px solid var(--line);
        background: var(--background);
      }
      h4 {
        margin: 0 0 3px;
        color: var(--muted);
        font-size: 11px;
        font-weight: 600;
        letter-spacing: 0.03em;
      }
      .first {
        margin: 0 0 4px;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 10px;
        margin: 0 0 6px;
        color: var(--muted);
        font: 11.5px / 1.5 var(--mono);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        color: var(--text);
      }
      pre {
        margin: 0;
        max-height: 340px;
        overflow: auto;
        padding: 8px 10px;
        background: var(--code);
        border-radius: 6px;
        font-size: 12px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .name {
        color: var(--json-name);
      }
      .text {
        color: var(--json-text);
      }
      .value {
        color: var(--json-value);
      }
      .none {
        margin: 0;
        color: var(--muted);
        font-size: var(--small);
      }
      #list > .none {
        padding: 14px;
      }
      @media (max-width: 999px) {
        .plain {
          display: none;
        }
        .fold {
          display: inline-flex;
          align-items: center;
          gap: 7px;
          padding: 6px 4px;
          border: 0;
          background: none;
          font-weight: 600;
        }
        .fold::before {
          content: '';
          width: 6px;
          height: 6px;
          border: solid currentColor;
          border-width: 1.5px 1.5px 0 0;
          transform: rotate(-45deg);
        }
        .fold[aria-expanded='true']::before {
          transform: rotate(135deg);
        }
        :host(:not([unfolded])) #list,
        :host(:not([unfolded])) .filter {
          display: none;
        }
        :host(:not([unfolded])) header {
          border-bottom: 0;
        }
        .halves {
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
        }
      }
      @media (max-width: 700px) {
        summary {
          grid-template-columns: 44px minmax(0, 1fr) minmax(26px, auto) 58px;
          gap: 0 8px;
          padding-block: 5px;
        }
        .server {
          grid-column: 2 / 3;
          grid-row: 2;
          font-size: 11px;
        }
      }
    `,
  ];
}

/** The side that is not the bot. */
function outside(exchange: Exchange): string {
  return exchange.from === 'bot' ? exchange.to : exchange.from;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}

function statusOf({ ended, status }: Exchange): string {
  if (!ended) return 'waiting';
  return status === 0 ? 'no answer' : String(status);
}

function kindOf({ ended, status }: Exchange): string {
  if (!ended) return 'waiting';
  if (status === 0 || status >= 500) return 'failed';
  return status >= 400 ? 'client' : 'fine';
}
