// The bar above: the virtual clock and how to move it, the seed, the transcript's hash.
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sharedStyles } from './shared-styles.ts';
import type { Standing } from './module.ts';
import { calendarDay, clockTime } from './time.ts';

const waits = [
  { label: '10s', spoken: '10 seconds', milliseconds: 10_000 },
  { label: '1m', spoken: '1 minute', milliseconds: 60_000 },
  { label: '10m', spoken: '10 minutes', milliseconds: 600_000 },
  { label: '1h', spoken: '1 hour', milliseconds: 3_600_000 },
];

export interface WaitAsked {
  milliseconds: number;
  label: string;
}

/** Dispatches `wait` (`WaitAsked`), `restart` (the seed) and `save`. */
@customElement('state-bar')
export class StateBar extends LitElement {
  @property({ attribute: false }) standing: Standing = { seed: '', world: '', now: '' };
  @property() hash = '';
  /** What was done, as `chatops-sim --script` reads it. */
  @property() script = '';
  @state() private copied = '';

  override render() {
    const { seed, world, now } = this.standing;
    return html`
      <h1>chatops <span class="world">${world}</span></h1>
      <div class="clock" role="group" aria-label="Virtual clock">
        <time datetime=${now}
          ><span class="day">${calendarDay(now)}</span> <b>${clockTime(now)}</b>
          <abbr title="Coordinated Universal Time">UTC</abbr></time
        >
        <span class="waits">
          ${waits.map(
            (wait) =>
              html`<button aria-label="Wait ${wait.spoken}" @click=${() => this.ask(wait)}>
                ${wait.label}
              </button>`,
          )}
        </span>
      </div>
      <form @submit=${this.restart} title="One seed is one history">
        <label for="seed">Seed</label>
        <input
          id="seed"
          name="seed"
          inputmode="numeric"
          pattern="[0-9]{1,19}"
          required
          autocomplete="off"
          spellcheck="false"
          .value=${seed}
        />
        <button type="submit">Restart</button>
      </form>
      <div class="transcript">
        <button
          class="hash"
          aria-label="Copy the transcript’s hash"
          title="The hash of all that was said and exchanged. The same seed and the same lines give it on every machine."
          @click=${() => this.copy('hash', this.hash)}
        >
          <span>Transcript</span>
          <code id="hash" data-hash=${this.hash}>${this.hash.slice(0, 12)}</code>
        </button>
        <button
          title="What was done here, as a file for chatops-sim --script"
          @click=${() => this.copy('script', this.script)}
        >
          Copy script
        </button>
        <button
          title="What was done here and what was answered, as a file that is a test"
          ?disabled=${this.script === ''}
          @click=${() => this.dispatchEvent(new CustomEvent('save'))}
        >
          Save as a test
        </button>
      </div>
      <span class="unseen" role="status">${this.copied}</span>
    `;
  }

  private ask(wait: WaitAsked): void {
    this.dispatchEvent(new CustomEvent<WaitAsked>('wait', { detail: wait }));
  }

  private restart(event: SubmitEvent): void {
    event.preventDefault();
    const seed = this.renderRoot.querySelector<HTMLInputElement>('#seed')?.value ?? '';
    this.dispatchEvent(new CustomEvent<string>('restart', { detail: seed }));
  }

  private async copy(what: string, text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.copied = `Copied the ${what}`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        padding: 8px 16px;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
        font-size: 13px;
      }
      h1 {
        margin: 0;
        font-size: 15px;
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      .world {
        margin-left: 4px;
        color: var(--muted);
        font-weight: 400;
      }
      .clock {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-right: auto;
      }
      time {
        color: var(--muted);
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      time b {
        color: var(--text);
        font-weight: 600;
      }
      abbr {
        text-decoration: none;
        font-size: 11px;
      }
      .waits {
        display: inline-flex;
      }
      .waits button {
        border-radius: 0;
        margin-left: -1px;
        padding: 3px 9px;
        font-variant-numeric: tabular-nums;
      }
      .waits button::before {
        content: '+';
        color: var(--muted);
      }
      .waits button:first-child {
        border-radius: 6px 0 0 6px;
      }
      .waits button:last-child {
        border-radius: 0 6px 6px 0;
      }
      .waits button:focus-visible {
        position: relative;
        z-index: 1;
      }
      form,
      .transcript {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      label {
        color: var(--muted);
      }
      input {
        width: 9ch;
        padding: 3px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--raised);
        font-variant-numeric: tabular-nums;
      }
      input:invalid {
        border-color: var(--bad);
      }
      .hash {
        border-color: transparent;
        background: none;
        padding: 3px 6px;
        font-weight: 400;
      }
      .hash:hover {
        background: var(--hover);
      }
      .hash span {
        color: var(--muted);
      }
      @media (max-width: 700px) {
        :host {
          gap: 6px 12px;
          padding: 8px 12px;
        }
        h1 {
          flex: 1;
        }
        .clock {
          display: contents;
        }
        .waits {
          flex: 1 1 auto;
        }
        .waits button {
          flex: 1;
          padding-inline: 4px;
        }
        .day,
        label,
        .hash span {
          display: none;
        }
        .transcript {
          flex: 1;
          justify-content: space-between;
        }
        button,
        input {
          min-height: 32px;
        }
      }
    `,
  ];
}
