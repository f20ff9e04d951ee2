// The whole page: hands each part what it shows of the session, and the session what people do.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Message } from './block-kit.ts';
import './chat-view.ts';
import type { Tab } from './chat-view.ts';
import './command-composer.ts';
import type { CommandComposer } from './command-composer.ts';
import './exchange-list.ts';
import './form-dialog.ts';
import type { Filled } from './module.ts';
import type { Pressed } from './message-blocks.ts';
import type { Session, Way } from './session.ts';
import { sharedStyles } from './shared-styles.ts';
import './state-bar.ts';
import type { WaitAsked } from './state-bar.ts';

@customElement('chatops-page')
export class ChatopsPage extends LitElement {
  @property({ attribute: false }) session: Session | undefined;
  @query('command-composer') private composer!: CommandComposer;
  private readonly follow = (): void => this.requestUpdate();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('session')) return;
    (changed.get('session') as Session | undefined)?.removeEventListener('change', this.follow);
    this.session?.addEventListener('change', this.follow);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // A telephone's keyboard would hide half the page.
    if (!changed.has('session') || !matchMedia('(hover: hover)').matches) return;
    void this.composer?.updateComplete.then(() => this.composer.focus());
  }

  override render() {
    const { session } = this;
    return session === undefined ? html`<slot></slot>` : this.whole(session);
  }

  private whole(session: Session): TemplateResult {
    const { channel } = session;
    const here = session.messages.filter((each) => each.channel === channel);
    return html`
      <state-bar
        .standing=${session.standing}
        .hash=${session.hash}
        .script=${session.asScript()}
        @wait=${(event: CustomEvent<WaitAsked>) =>
          session.wait(event.detail.milliseconds, event.detail.label)}
        @restart=${(event: CustomEvent<string>) => this.restart(session, event.detail)}
        @save=${() => save(session)}
      ></state-bar>
      ${
        session.failure === ''
          ? nothing
          : html`<p class="failure" role="alert">${session.failure}</p>`
      }
      ${session.notice === '' ? nothing : html`<p class="notice" role="status">${session.notice}</p>`}
      <main>
        <section class="conversation" aria-label="Conversation">
          <chat-view
            .tabs=${tabsOf(session)}
            .channel=${channel}
            .messages=${here}
            .names=${new Map(
              [...session.people, ...session.channels].map(({ id, name }) => [id, name]),
            )}
            .bots=${new Set(session.people.filter((each) => each.is_bot).map(({ name }) => name))}
            .examples=${session.examples}
            .home=${session.home}
            .atHome=${session.atHome}
            .shortcut=${session.shortcut}
            @go-home=${() => session.openHome()}
            @point=${(event: CustomEvent<Message>) => session.pointAt(event.detail)}
            @enter=${(event: CustomEvent<string>) => session.enter(event.detail)}
            @try=${(event: CustomEvent<string>) => this.composer.fill(event.detail)}
            @press=${(event: CustomEvent<Pressed>) => this.press(session, event.detail)}
          ></chat-view>
          <command-composer
            .assistant=${session}
            .people=${session.people.filter((each) => !each.is_bot)}
            .person=${session.person}
            .place=${session.channelLabel(channel)}
            .prompt=${session.prompt}
            .way=${session.way}
            .history=${session.history}
            @say=${(event: CustomEvent<string>) => session.say(event.detail)}
            @speak-by=${(event: CustomEvent<Way>) => session.speakBy(event.detail)}
            @speak-as=${(event: CustomEvent<string>) => session.speakAs(event.detail)}
          ></command-composer>
        </section>
        <exchange-list .turns=${session.turns}></exchange-list>
      </main>
      <form-dialog
        .view=${session.modal}
        .person=${session.person}
        .lookUp=${(input: string, typed: string, filled: Filled) =>
          session.offered(input, typed, filled)}
        @fill=${(event: CustomEvent<Filled>) => session.submit(event.detail)}
        @leave=${() => session.closeForm()}
      ></form-dialog>
    `;
  }

  private press(session: Session, { message, actionId, value, label }: Pressed): void {
    if (session.atHome) session.pressAtHome(actionId, value, label);
    else session.click(message, actionId, label);
  }

  private restart(session: Session, seed: string): void {
    session.start(seed, session.standing.world);
    const address = new URL(location.href);
    address.searchParams.set('seed', seed);
    history.replaceState(null, '', address);
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100vh;
        height: 100dvh;
      }
      main {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(400px, 38%);
      }
      .conversation {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      chat-view {
        flex: 1;
      }
      exchange-list {
        border-left: 1px solid var(--line);
      }
      .failure,
      .notice {
        margin: 0;
        padding: 8px 16px;
        font-size: 13px;
      }
      .failure {
        background: var(--bad-soft);
        color: var(--bad);
      }
      .notice {
        background: var(--accent-soft);
      }
      @media (max-width: 999px) {
        main {
          grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        exchange-list {
          border-left: 0;
          border-top: 1px solid var(--line);
        }
        exchange-list[unfolded] {
          height: 45vh;
        }
      }
    `,
  ];
}

/** Hands the browser a file to keep, and says what makes it a test. */
function save(session: Session): void {
  const text = session.saved();
  if (text === undefined) return;
  const name = 'conversation.txt';
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  session.tell(
    `Saved ${name}. Read it: what stands there is what the test expects. ` +
      'In tests/scenarios/transcripts/ it is one, under its file’s name.',
  );
}

function tabsOf(session: Session): Tab[] {
  return session.openChannels.map(({ name }) => ({
    id: name,
    label: session.channelLabel(name),
    unread: session.unread(name),
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'chatops-page': ChatopsPage;
    'command-composer': CommandComposer;
  }
}
