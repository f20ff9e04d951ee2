// Slack's Web API as `@slack/web-api` uses it: what the client returns is compared with the workspace's state.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { startMocks } from './support/mocks.mjs';
import { generations, silent } from './support/slack_clients.mjs';

const ACME = 'C0ACME0001';
const OPS = 'C0OPS00001';
const GENERAL = 'C0GENERAL1'; // The bot was not invited there.
const LEAD = 'U0LEAD0001';
const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const LINES = Buffer.from(
  Array.from({ length: 500 }, (_, i) => `line ${i} äöü\r\n--x\r\n`).join(''),
);

/** What the client throws when Slack says `ok: false`. */
const refused = (error) => (thrown) =>
  thrown.code === 'slack_webapi_platform_error' && thrown.data.error === error;

for (const { name, webApi } of generations) {
  describe(name, () => {
    let mocks, slack, client;

    const make = (token = slack.bot_token, more = {}) =>
      new webApi.WebClient(token, {
        slackApiUrl: `${slack.url}/api/`,
        logger: silent,
        retryConfig: { retries: 3, minTimeout: 1, maxTimeout: 2 },
        ...more,
      });
    const channel = async (id) => (await slack.state()).channels.find((each) => each.id === id);
    const message = async (id, ts) => (await channel(id)).messages.find((each) => each.ts === ts);
    /** A channel as Slack gives it to the app: the state tells more. */
    const given = ({ members, messages, ...rest }) => rest;
    const everything = async (method, options, member) => {
      const pages = [];
      for await (const page of client.paginate(method, options)) pages.push(page[member]);
      return pages;
    };

    before(async () => {
      mocks = await startMocks();
      slack = mocks.slack;
      client = make();
    });
    // What earlier tests asked counts towards no later one's limits.
    beforeEach(() => slack.advance(120));
    after(() => mocks.stop());

    test('auth.test and api.test tell who calls', async () => {
      const { team, app } = await slack.state();
      const { ok, response_metadata, ...who } = await client.auth.test();
      assert.ok(ok);
      assert.deepEqual(who, {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        team_id: team.id,
        user: app.name,
        user_id: app.bot_user_id,
        bot_id: app.bot_id,
        is_enterprise_install: false,
      });
      assert.ok(response_metadata.scopes.includes('chat:write'));
      assert.deepEqual((await client.api.test({ foo: 'a&b=c' })).args.foo, 'a&b=c');
      await assert.rejects(client.api.test({ error: 'my_error' }), refused('my_error'));
    });

    test('a call without a token, with a wrong one, of another kind, or of no method is refused', async () => {
      await assert.rejects(make('').auth.test(), refused('not_authed'));
      await assert.rejects(make('xoxb-wrong').auth.test(), refused('invalid_auth'));
      await assert.rejects(make(slack.app_token).users.list(), refused('not_allowed_token_type'));
      await assert.rejects(client.apps.connections.open(), refused('not_allowed_token_type'));
      await assert.rejects(client.apiCall('chat.shout'), refused('unknown_method'));
    });

    test('lists are read to the end, a page at a time', async () => {
      const { users, channels } = await slack.state();
      const open = channels.filter((each) => each.is_channel);
      const pages = await everything('conversations.list', { limit: 2 }, 'channels');
      assert.deepEqual(
        pages.map((page) => page.length),
        [2, 2, 1],
      );
      assert.deepEqual(pages.flat(), open.map(given));
      const members = await everything('users.list', { limit: 3 }, 'members');
      assert.deepEqual(members.flat(), users);
      assert.ok(members.length > 1);
      const inAcme = await everything(
        'conversations.members',
        { channel: ACME, limit: 2 },
        'members',
      );
      const names = new Map(users.map((each) => [each.id, each.name]));
      const shown = (await channel(ACME)).members;
      assert.deepEqual(
        inAcme.flat().map((id) => names.get(id)),
        shown,
      );
      await assert.rejects(
        client.conversations.list({ cursor: 'nonsense' }),
        refused('invalid_cursor'),
      );
      await assert.rejects(client.conversations.list({ limit: 5000 }), refused('invalid_limit'));
      await assert.rejects(client.conversations.list({ types: 'x' }), refused('invalid_types'));
      await assert.rejects(client.conversations.list({ types: 'mpim' }), (thrown) => {
        assert.equal(thrown.data.needed, 'mpim:read');
        return refused('missing_scope')(thrown);
      });
    });

    test('people are found by id and by address', async () => {
      const { users } = await slack.state();
      const lead = users.find((each) => each.id === LEAD);
      assert.deepEqual((await client.users.info({ user: LEAD })).user, lead);
      const byEmail = await client.users.lookupByEmail({ email: 'LEAD@agency.example' });
      assert.deepEqual(byEmail.user, lead);
      await assert.rejects(client.users.info({ user: 'U0NOBODY00' }), refused('user_not_found'));
      const nobody = client.users.lookupByEmail({ email: 'nobody@agency.example' });
      await assert.rejects(nobody, refused('users_not_found'));
    });

    test('a message is posted, changed, linked, reacted to, deleted', async () => {
      const text = '*bold* &amp; `code` — 日本 \\ " \' <https://example.org|there>';
      const blocks = [
        { ...section(text), block_id: 'said' },
        { type: 'divider', block_id: 'line' },
      ];
      const metadata = { event_type: 'deploy', event_payload: { id: 7, tags: ['a', 'b'] } };
      const posted = await client.chat.postMessage({ channel: ACME, text, blocks, metadata });
      assert.equal(posted.channel, ACME);
      const kept = await message(ACME, posted.ts);
      assert.equal(kept.text, text);
      assert.equal(posted.message.text, text);
      assert.deepEqual(posted.message.blocks, kept.blocks);
      assert.deepEqual(
        kept.blocks.map((each) => each.block_id),
        ['said', 'line'],
      );
      assert.deepEqual(kept.metadata, metadata);

      const update = { channel: ACME, ts: posted.ts, text: 'changed', blocks: [] };
      const changed = await client.chat.update(update);
      assert.deepEqual([changed.ts, changed.text], [posted.ts, 'changed']);
      assert.equal((await message(ACME, posted.ts)).text, 'changed');
      assert.deepEqual((await message(ACME, posted.ts)).blocks, []);

      const at = { channel: ACME, message_ts: posted.ts };
      const { permalink } = await client.chat.getPermalink(at);
      const path = `${ACME}/p${posted.ts.replace('.', '')}`;
      assert.equal(permalink, `https://agency.slack.com/archives/${path}`);

      const reaction = { channel: ACME, timestamp: posted.ts, name: 'white_check_mark' };
      await client.reactions.add(reaction);
      const { reactions } = await message(ACME, posted.ts);
      assert.deepEqual(
        reactions.map((each) => [each.name, each.count]),
        [['white_check_mark', 1]],
      );
      await assert.rejects(client.reactions.add(reaction), refused('already_reacted'));
      const nonsense = client.reactions.add({ ...reaction, name: 'no such name' });
      await assert.rejects(nonsense, refused('invalid_name'));

      await client.chat.delete({ channel: ACME, ts: posted.ts });
      assert.equal(await message(ACME, posted.ts), undefined);
      await assert.rejects(client.chat.update(update), refused('message_not_found'));
      await assert.rejects(client.chat.getPermalink(at), refused('message_not_found'));
      await assert.rejects(client.reactions.add(reaction), refused('message_not_found'));
    });

    test('a thread is answered, and read to its end with what began it', async () => {
      const first = await client.chat.postMessage({ channel: OPS, text: 'the thread' });
      const thread_ts = first.ts;
      for (const text of ['one', 'two', 'three'])
        await client.chat.postMessage({ channel: OPS, text, thread_ts });
      const aloud = { channel: OPS, text: 'aloud', thread_ts, reply_broadcast: true };
      await client.chat.postMessage(aloud);
      const thread = { channel: OPS, ts: thread_ts, limit: 2 };
      const replies = await everything('conversations.replies', thread, 'messages');
      const texts = replies.flat().map((each) => each.text);
      assert.deepEqual(texts, ['the thread', 'one', 'two', 'three', 'aloud']);
      assert.equal(replies[0][0].reply_count, 4);
      const history = await client.conversations.history({ channel: OPS, limit: 2 });
      assert.deepEqual(
        history.messages.map((each) => each.text),
        ['aloud', 'the thread'],
      );
      assert.equal(history.messages[0].subtype, 'thread_broadcast');
      const nowhere = { channel: OPS, text: 'x', thread_ts: '1.000001' };
      await assert.rejects(client.chat.postMessage(nowhere), refused('cannot_reply_to_message'));
      const missing = client.conversations.replies({ channel: OPS, ts: '1.000001' });
      await assert.rejects(missing, refused('thread_not_found'));
    });

    test('a history is read in pages between two times', async () => {
      const posted = [];
      for (const text of ['a', 'b', 'c', 'd', 'e'])
        posted.push(await client.chat.postMessage({ channel: 'globex', text }));
      const [{ channel: id }] = posted;
      const all = await everything('conversations.history', { channel: id, limit: 2 }, 'messages');
      const expected = (await channel(id)).messages.map((each) => [each.ts, each.text]).reverse();
      assert.deepEqual(
        all.flat().map((each) => [each.ts, each.text]),
        expected,
      );
      const between = { channel: id, oldest: posted[0].ts, latest: posted[3].ts };
      const inside = await client.conversations.history(between);
      assert.deepEqual(
        inside.messages.map((each) => each.text),
        ['c', 'b'],
      );
      const inclusive = await client.conversations.history({ ...between, inclusive: true });
      assert.deepEqual(
        inclusive.messages.map((each) => each.text),
        ['d', 'c', 'b', 'a'],
      );
    });

    test('what only one person sees is in no history', async () => {
      const whisper = { channel: ACME, user: LEAD, text: 'only you' };
      const { message_ts } = await client.chat.postEphemeral(whisper);
      assert.equal((await message(ACME, message_ts)).ephemeral_to, 'lead');
      const { messages } = await client.conversations.history({ channel: ACME });
      assert.ok(!messages.some((each) => each.ts === message_ts));
      const update = client.chat.update({ channel: ACME, ts: message_ts, text: 'x' });
      await assert.rejects(update, refused('message_not_found'));
      const stranger = client.chat.postEphemeral({ ...whisper, user: 'U0NOBODY00' });
      await assert.rejects(stranger, refused('user_not_in_channel'));
    });

    test('a post that Slack does not take says why', async () => {
      const post = (what) => client.chat.postMessage({ channel: ACME, ...what });
      await assert.rejects(
        post({ channel: 'C0NOWHERE0', text: 'x' }),
        refused('channel_not_found'),
      );
      await assert.rejects(post({ channel: GENERAL, text: 'x' }), refused('not_in_channel'));
      await assert.rejects(post({}), refused('no_text'));
      const long = { text: 'x', blocks: [section('y'.repeat(3001))] };
      await assert.rejects(post(long), (thrown) => {
        const complaints = thrown.data.response_metadata.messages;
        const wanted =
          '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]';
        assert.ok(complaints.includes(wanted), complaints.join('\n'));
        return refused('invalid_blocks')(thrown);
      });
      const many = { text: 'x', blocks: Array(51).fill(section('y')) };
      await assert.rejects(post(many), refused('invalid_blocks'));
      await slack.tell('archive', { channel: 'initech' });
      await assert.rejects(post({ channel: 'initech', text: 'x' }), refused('is_archived'));
      await slack.tell('archive', { channel: 'initech', archived: false });
      const { ts } = await slack.tell('say', { user: 'lead', channel: 'acme', text: 'mine' });
      const theirs = { channel: ACME, ts };
      const update = client.chat.update({ ...theirs, text: 'x' });
      await assert.rejects(update, refused('cant_update_message'));
      await assert.rejects(client.chat.delete(theirs), refused('cant_delete_message'));
      const own = await post({ text: 'short' });
      const tooLong = client.chat.update({ channel: ACME, ts: own.ts, text: 'x'.repeat(4001) });
      await assert.rejects(tooLong, refused('msg_too_long'));
    });

    test('channels are looked up, joined, and opened with one person', async () => {
      const info = await client.conversations.info({ channel: ACME });
      assert.deepEqual(info.channel, given(await channel(ACME)));
      const missing = client.conversations.info({ channel: 'C0NOWHERE0' });
      await assert.rejects(missing, refused('channel_not_found'));
      const again = await client.conversations.join({ channel: ACME });
      assert.equal(again.warning, 'already_in_channel');
      const opened = await client.conversations.open({ users: LEAD, return_im: true });
      assert.deepEqual(opened.channel, given(await channel(opened.channel.id)));
      const direct = await client.chat.postMessage({ channel: LEAD, text: 'between us' });
      assert.equal(direct.channel, opened.channel.id);
      assert.equal((await slack.see('messages?channel=@lead')).at(-1).text, 'between us');
      const stranger = client.conversations.open({ users: 'U0NOBODY00' });
      await assert.rejects(stranger, refused('user_not_found'));
    });

    test('files go up in three steps, and come down as they were', async () => {
      const first = await client.chat.postMessage({ channel: ACME, text: 'logs' });
      const uploaded = await client.filesUploadV2({
        channel_id: ACME,
        thread_ts: first.ts,
        initial_comment: 'Here: *two* of them',
        file_uploads: [
          { filename: 'a.log', file: LINES, title: 'The log' },
          { filename: 'b "quoted".txt', content: 'just text' },
        ],
      });
      const [{ files }] = uploaded.files;
      assert.deepEqual(
        files.map((each) => each.title),
        ['The log', 'b "quoted".txt'],
      );
      assert.deepEqual(
        files.map((each) => each.size),
        [LINES.length, 9],
      );
      const kept = (await slack.state()).files;
      for (const each of files)
        assert.deepEqual(
          each,
          kept.find((one) => one.id === each.id),
        );
      const shared = (await channel(ACME)).messages.at(-1);
      assert.equal(shared.text, 'Here: *two* of them');
      assert.equal(shared.thread_ts, first.ts);
      assert.deepEqual(
        shared.files.map((each) => each.id),
        files.map((each) => each.id),
      );
      const headers = { Authorization: `Bearer ${slack.bot_token}` };
      const down = await fetch(files[0].url_private_download, { headers });
      assert.deepEqual(Buffer.from(await down.arrayBuffer()), LINES);
      assert.equal((await fetch(files[0].url_private)).status, 403);
    });

    test('a file that has no place, or nothing in it, is refused', async () => {
      const file = { filename: 'a.txt', content: 'text' };
      const lost = client.filesUploadV2({ ...file, channel_id: 'C0NOWHERE0' });
      await assert.rejects(lost, refused('invalid_channel'));
      const uninvited = client.filesUploadV2({ ...file, channel_id: GENERAL });
      await assert.rejects(uninvited, refused('not_in_channel'));
      const nothing = client.files.getUploadURLExternal({ filename: 'a.txt', length: 0 });
      await assert.rejects(nothing, refused('missing_argument'));
      const unknown = client.files.completeUploadExternal({ files: [{ id: 'F0NOWHERE0' }] });
      await assert.rejects(unknown, refused('file_not_found'));
      const unshared = await client.filesUploadV2(file);
      assert.equal(unshared.files[0].files[0].name, 'a.txt');
    });

    test('a home tab is published; a modal needs a trigger that is not used up', async () => {
      const home = { type: 'home', blocks: [section('At home')] };
      const published = await client.views.publish({ user_id: LEAD, view: home });
      const kept = (await slack.state()).views.find((each) => each.id === published.view.id);
      const { user, errors, offered, is_open, ...view } = kept;
      assert.equal(user, 'lead');
      assert.deepEqual(published.view, view);
      const stale = { user_id: LEAD, view: home, hash: '1.nonsense' };
      await assert.rejects(client.views.publish(stale), refused('hash_conflict'));
      const title = { type: 'plain_text', text: 'T' };
      const modal = { type: 'modal', title, blocks: [section('x')] };
      const nonsense = client.views.open({ trigger_id: '1.2.x', view: modal });
      await assert.rejects(nonsense, refused('invalid_trigger_id'));
      const unfinished = client.views.publish({ user_id: LEAD, view: { type: 'home' } });
      await assert.rejects(unfinished, refused('invalid_arguments'));
    });

    test('the client waits when it is told to, and goes on', async () => {
      await slack.faults({
        match: { path: '/api/auth.test' },
        kind: 'status',
        status: 429,
        retry_after_s: 1,
      });
      const began = Date.now();
      assert.equal((await client.auth.test()).team, 'Agency');
      assert.ok(Date.now() - began >= 900);
    });

    test('too many calls in a minute are refused until the minute is over', async () => {
      const impatient = make(slack.bot_token, { rejectRateLimitedCalls: true });
      let limited;
      let calls = 0;
      for (; !limited && calls < 100; ++calls)
        await impatient.users.list().catch((thrown) => (limited = thrown));
      assert.equal(limited.code, 'slack_webapi_rate_limited_error');
      assert.ok(limited.retryAfter > 0 && limited.retryAfter <= 60);
      assert.ok(calls > 20);
      await slack.advance(limited.retryAfter);
      assert.ok((await impatient.users.list()).ok);
      const posts = Array.from({ length: 8 }, (_, i) => ({ channel: ACME, text: `${i}` }));
      const outcomes = [];
      for (const each of posts)
        await impatient.chat.postMessage(each).catch((thrown) => outcomes.push(thrown));
      assert.ok(outcomes.length > 0);
      assert.equal(outcomes[0].code, 'slack_webapi_rate_limited_error');
    });

    test("a lost connection and a server's error are tried again, and not for ever", async () => {
      const match = { path: '/api/auth.test' };
      for (const kind of ['reset_before', 'status']) {
        await slack.forgetRequests();
        await slack.faults({ match, kind, status: 503 });
        assert.equal((await client.auth.test()).team, 'Agency');
        assert.equal((await slack.requests('/api/auth.test')).length, 2);
      }
      await slack.forgetRequests();
      await slack.faults({ match, kind: 'status', status: 503, count: 0 });
      await assert.rejects(client.auth.test(), { code: 'slack_webapi_http_error' });
      assert.equal((await slack.requests('/api/auth.test')).length, 4);
      await slack.faults();
    });
  });
}
