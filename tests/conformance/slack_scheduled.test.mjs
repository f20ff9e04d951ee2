// Messages for later, conversations of several, and errors that a plan asks for, as `@slack/web-api` meets them.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { startMocks, until } from './support/mocks.mjs';
import { generations, silent } from './support/slack_clients.mjs';

const ACME = 'C0ACME0001';
const LEAD = 'U0LEAD0001';
const DEV = 'U0DEV00001';

/** What the client throws when Slack says `ok: false`. */
const refused = (error) => (thrown) =>
  thrown.code === 'slack_webapi_platform_error' && thrown.data.error === error;

for (const { name, webApi } of generations) {
  describe(name, () => {
    let mocks, slack, client;
    /** How far the mock's clock was moved. */
    let ahead = 0;

    const advance = async (seconds) => {
      await slack.advance(seconds);
      ahead += seconds;
    };
    const inSeconds = (seconds) => Math.floor(Date.now() / 1000) + ahead + seconds;
    const schedule = (text, seconds, more = {}) =>
      client.chat.scheduleMessage({ channel: ACME, text, post_at: inSeconds(seconds), ...more });
    const texts = async () =>
      (await slack.state()).channels
        .find((each) => each.id === ACME)
        .messages.map((each) => each.text);
    const listed = async (options = {}) => {
      const found = [];
      for await (const page of client.paginate('chat.scheduledMessages.list', options))
        found.push(...page.scheduled_messages.map((each) => each.text));
      return found;
    };

    before(async () => {
      mocks = await startMocks();
      slack = mocks.slack;
      client = new webApi.WebClient(slack.bot_token, {
        slackApiUrl: `${slack.url}/api/`,
        logger: silent,
        retryConfig: { retries: 3, minTimeout: 1, maxTimeout: 2 },
      });
    });
    beforeEach(() => advance(120));
    after(() => mocks.stop());

    test('a message is scheduled, listed, and there when its time has come', async () => {
      const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'in *two* hours' } }];
      const made = await schedule('in two hours', 7200, { blocks });
      assert.match(made.scheduled_message_id, /^Q/);
      assert.equal(made.channel, ACME);
      assert.equal(made.message.type, 'delayed_message');
      await schedule('in one hour', 3600);
      assert.deepEqual(await listed({ channel: ACME, limit: 1 }), ['in one hour', 'in two hours']);
      await advance(3600);
      await until('the first', async () => (await texts()).includes('in one hour'));
      assert.deepEqual(await listed(), ['in two hours']);
      await advance(3600);
      await until('the second', async () => (await texts()).includes('in two hours'));
    });

    test('one that was taken back never comes', async () => {
      const { scheduled_message_id } = await schedule('not any more', 3600);
      const which = { channel: ACME, scheduled_message_id };
      await client.chat.deleteScheduledMessage(which);
      await assert.rejects(
        client.chat.deleteScheduledMessage(which),
        refused('invalid_scheduled_message_id'),
      );
      await advance(3700);
      assert.deepEqual(await listed(), []);
      assert.ok(!(await texts()).includes('not any more'));
    });

    test('what cannot be scheduled is refused', async () => {
      await assert.rejects(schedule('late', -60), refused('time_in_past'));
      await assert.rejects(schedule('far', 121 * 86400), refused('time_too_far'));
      await assert.rejects(schedule('', 60), refused('no_text'));
      const elsewhere = schedule('x', 60, { channel: 'C0NOTHING1' });
      await assert.rejects(elsewhere, refused('channel_not_found'));
      await assert.rejects(
        client.chat.scheduledMessages.list({ channel: 'C0NOTHING1' }),
        refused('invalid_channel'),
      );
    });

    test('conversations are opened, and somebody’s are listed', async () => {
      const { channel } = await client.conversations.open({ users: LEAD, return_im: true });
      assert.equal(channel.user, LEAD);
      const again = await client.conversations.open({ users: LEAD });
      assert.ok(again.already_open);
      assert.equal(again.channel.id, channel.id);
      await assert.rejects(client.conversations.open({ users: `${LEAD},${DEV}` }), (thrown) => {
        assert.equal(thrown.data.needed, 'mpim:write');
        return refused('missing_scope')(thrown);
      });
      const { channels } = await client.users.conversations({ user: LEAD, types: 'im' });
      assert.deepEqual(
        channels.map((each) => each.id),
        [channel.id],
      );
      const own = await client.users.conversations({ limit: 999 });
      assert.ok(!own.channels.some((each) => each.name === 'general'));
    });

    test('an error comes as it was planned', async () => {
      await slack.faults(
        { match: 'POST /api/chat.postMessage', kind: 'error', error: 'is_archived', count: 2 },
        { match: '* /api/users.list', kind: 'error', error: 'missing_scope' },
      );
      const post = () => client.chat.postMessage({ channel: ACME, text: 'after all' });
      for (const _ of [1, 2]) await assert.rejects(post(), refused('is_archived'));
      assert.ok((await post()).ok);
      await assert.rejects(client.users.list({}), (thrown) => {
        assert.equal(thrown.data.needed, 'users:read');
        return refused('missing_scope')(thrown);
      });
      const [first] = (await slack.see('faults')).filter((each) => each.error === 'is_archived');
      assert.equal(first.used, 2);
    });
  });
}
