// An app made with Bolt, in the mocked workspace.
import { until } from './mocks.mjs';
import { silent } from './slack_clients.mjs';

// How long Bolt waits for a pong, and before it connects again.
const PING_MS = 300;
export /** One Bolt app that keeps what reaches it, and does what a test says. */
class Office {
  constructor({ bolt }, mocks, socketMode, { signingSecret = mocks.slack.signing_secret } = {}) {
    this.slack = mocks.slack;
    this.seen = [];
    this.answers = {};
    const { url, bot_token: token, app_token: appToken } = this.slack;
    const clientOptions = { slackApiUrl: `${url}/api/` };
    const logger = silent;
    const receiver = socketMode
      ? new bolt.SocketModeReceiver({
          appToken,
          logger,
          installerOptions: { clientOptions },
          clientPingTimeout: PING_MS,
        })
      : new bolt.HTTPReceiver({
          signingSecret,
          logger,
          endpoints: ['/slack/events', '/slack/commands', '/slack/interactive'],
          port: mocks.botPort,
          unhandledRequestTimeoutMillis: 100,
        });
    this.receiver = receiver;
    this.app = new bolt.App({ token, receiver, clientOptions, logger });
    const take = (kind) => async (args) => {
      this.seen.push({ kind, ...args });
      await (this.answers[kind] ?? (({ ack }) => ack?.()))(args);
    };
    this.app.command('/ops', take('command'));
    this.app.event('app_mention', take('mention'));
    this.app.event('app_home_opened', take('home'));
    this.app.message(take('message'));
    this.app.action(/.*/, take('action'));
    this.app.view('deploy', take('view'));
    this.app.view({ callback_id: 'deploy', type: 'view_closed' }, take('closed'));
    this.app.options('found', take('options'));
    this.app.shortcut('chatops_about_this', take('shortcut'));
  }

  /** What happens next of that kind, after `act`. */
  async next(kind, act) {
    const before = this.seen.filter((each) => each.kind === kind).length;
    await act();
    return until(`a ${kind}`, () => this.seen.filter((each) => each.kind === kind)[before]);
  }

  say(text, more = {}) {
    return this.slack.tell('say', { user: 'lead', channel: 'acme', text, ...more });
  }

  messages(channel = 'acme') {
    return this.slack.see(`messages?channel=${channel}`);
  }

  /** The latest message once it is like that. */
  shown(what, channel) {
    return until(`a message ${JSON.stringify(what)}`, async () => {
      const all = await this.messages(channel);
      return all.findLast((each) =>
        Object.entries(what).every(([key, value]) => each[key] === value),
      );
    });
  }

  async view(until_) {
    return until('such a view', async () => {
      const { views } = await this.slack.state();
      const open = views.filter((each) => each.is_open && each.user === 'lead');
      return open.find(until_);
    });
  }
}
