// What people do in the workspace and what an app made with Bolt then reads and shows: the same over HTTP and over
// Socket Mode.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { startMocks, until } from './mocks.mjs';
import { Office } from './office.mjs';

const ACME = 'C0ACME0001';
const plain = (text) => ({ type: 'plain_text', text });
const option = (value) => ({ text: plain(value.toUpperCase()), value });
const button = (action_id, value) => ({ type: 'button', action_id, text: plain(action_id), value });
const input = (block_id, element) => ({ type: 'input', block_id, label: plain(block_id), element });
const modal = (title, more = {}) => ({
  type: 'modal',
  callback_id: 'deploy',
  title: plain(title),
  submit: plain('Go'),
  private_metadata: '{"kept":"<&>"}',
  blocks: [
    input('version', { type: 'plain_text_input', action_id: 'text' }),
    input('target', {
      type: 'static_select',
      action_id: 'choice',
      options: ['web', 'worker'].map(option),
    }),
    input('app', { type: 'external_select', action_id: 'found', min_query_length: 1 }),
  ],
  ...more,
});

/** The tests that are the same however Slack reaches the app; what they play with, once they run. */
export function tellStories(generation, socketMode) {
  let mocks, slack, office;

  before(async () => {
    mocks = await startMocks({ socketMode });
    slack = mocks.slack;
    office = new Office(generation, mocks, socketMode);
    await office.app.start();
    if (socketMode)
      await until('a socket', async () => (await slack.state()).app.sockets.length > 0);
  });
  beforeEach(async () => {
    office.answers = {};
    await slack.advance(120);
  });
  after(async () => {
    await office.app.stop();
    await mocks.stop();
  });

  test('a command arrives whole, and its acknowledgement is shown to who typed it', async () => {
    const text = `scale "a b" web=2 <https://x.example|x> & 'äöü'`;
    office.answers.command = ({ ack }) => ack('Will do');
    const { command, body } = await office.next('command', () => office.say(`/ops ${text}`));
    assert.equal(command.text, text);
    const { team, app } = await slack.state();
    const expected = {
      command: '/ops',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: ACME,
      channel_name: 'acme',
      user_id: 'U0LEAD0001',
      user_name: 'lead',
      api_app_id: app.id,
      is_enterprise_install: 'false',
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(body[name], value, name);
    const shown = await office.shown({ text: 'Will do' });
    assert.equal(shown.ephemeral_to, 'lead');
    assert.equal(shown.user, 'ops');
  });

  test('a response URL answers, replaces, deletes, and is used up after five times', async () => {
    office.answers.command = ({ ack }) => ack();
    const { respond } = await office.next('command', () => office.say('/ops status'));
    await respond({ text: 'to all', response_type: 'in_channel' });
    const first = await office.shown({ text: 'to all' });
    assert.equal(first.ephemeral_to, undefined);
    assert.equal(first.command, '/ops status');
    await respond({ text: 'instead', replace_original: true });
    const second = await office.shown({ text: 'instead' });
    assert.equal(second.ts, first.ts);
    await respond({ delete_original: true });
    assert.ok(!(await office.messages()).some((each) => each.ts === first.ts));
    await respond('four');
    assert.equal((await office.shown({ text: 'four' })).ephemeral_to, 'lead');
    await respond('five');
    await assert.rejects(async () => await respond('six'));
    assert.ok(!(await office.messages()).some((each) => each.text === 'six'));
  });

  test('a response URL ends after half an hour', async () => {
    const { respond } = await office.next('command', () => office.say('/ops late'));
    await slack.advance(30 * 60);
    await assert.rejects(async () => await respond('too late'));
  });

  test('a mention is two events of one message; the answer stands in its thread', async () => {
    office.answers.mention = ({ say, event }) => say({ text: 'I am here', thread_ts: event.ts });
    let ts;
    const mention = await office.next('mention', async () => {
      ({ ts } = await office.say('@ops are you there? <&>'));
    });
    const message = await until("the message's own event", () =>
      office.seen.find((each) => each.kind === 'message' && each.event.ts === ts),
    );
    assert.equal(mention.event.ts, ts);
    assert.notEqual(mention.body.event_id, message.body.event_id);
    const { app } = await slack.state();
    assert.equal(message.event.text, `<@${app.bot_user_id}> are you there? &lt;&amp;&gt;`);
    assert.equal(mention.event.text, message.event.text);
    assert.deepEqual(
      message.event.blocks,
      (await office.messages()).find((m) => m.ts === ts).blocks,
    );
    assert.equal(mention.event.channel, ACME);
    assert.equal(message.event.channel_type, 'channel');
    assert.equal(mention.body.authorizations[0].user_id, app.bot_user_id);
    assert.equal((await office.shown({ text: 'I am here' })).thread_ts, ts);
    const own = office.seen.filter((each) => each.event?.bot_id !== undefined);
    assert.deepEqual(own, [], 'Bolt leaves out what its own app said');
  });

  test('a delivery that comes twice is the same event', async () => {
    await slack.faults({ match: { path: '/slack/events' }, kind: 'duplicate_delivery' });
    const { ts } = await office.say('once or twice');
    const both = await until('two of it', () => {
      const of = office.seen.filter((each) => each.event?.ts === ts && each.kind === 'message');
      return of.length === 2 && of;
    });
    assert.equal(both[0].body.event_id, both[1].body.event_id);
    assert.equal(both[0].context.retryNum ?? 0, 0);
    assert.equal(both[1].context.retryNum, 1);
  });

  test('what is pressed and chosen under a message arrives with the message', async () => {
    const elements = [
      button('approve', 'run-7'),
      {
        type: 'static_select',
        action_id: 'size',
        placeholder: plain('Size'),
        options: ['s', 'm'].map(option),
      },
      { type: 'overflow', action_id: 'more', options: ['copy', 'hide'].map(option) },
      { type: 'checkboxes', action_id: 'ticks', options: ['one', 'two'].map(option) },
    ];
    const blocks = [{ type: 'actions', block_id: 'choices', elements }];
    const posted = await office.app.client.chat.postMessage({
      channel: ACME,
      text: 'Which?',
      blocks,
    });
    const click = (what) => () => slack.tell('click', { user: 'lead', channel: 'acme', ...what });
    const pressed = await office.next('action', click({ text: 'approve' }));
    const { action_ts, ...action } = pressed.action;
    assert.deepEqual(action, { ...elements[0], block_id: 'choices' });
    assert.equal(pressed.body.message.ts, posted.ts);
    assert.deepEqual(pressed.body.container, {
      type: 'message',
      message_ts: posted.ts,
      channel_id: ACME,
      is_ephemeral: false,
    });
    assert.equal(pressed.body.user.id, 'U0LEAD0001');
    const chosen = await office.next('action', click({ action_id: 'size', option: 'm' }));
    assert.equal(chosen.action.selected_option.value, 'm');
    const hidden = await office.next('action', click({ action_id: 'more', option: 'hide' }));
    assert.equal(hidden.action.selected_option.value, 'hide');
    const ticked = await office.next('action', click({ action_id: 'ticks', option: 'two' }));
    assert.deepEqual(
      ticked.action.selected_options.map((each) => each.value),
      ['two'],
    );
    await pressed.respond({ text: 'Approved', blocks: [], replace_original: true });
    const after = await office.shown({ text: 'Approved' });
    assert.deepEqual([after.ts, after.blocks], [posted.ts, []]);
    await assert.rejects(
      slack.tell('click', { user: 'lead', channel: 'acme', text: 'approve' }),
      /no_such_button/,
    );
  });

  test('a modal is opened, filled in, refused, corrected, and gone', async () => {
    const asked = await office.next('command', () => office.say('/ops deploy'));
    const opening = { trigger_id: asked.command.trigger_id, view: modal('Deploy') };
    const { view } = await office.app.client.views.open(opening);
    await assert.rejects(office.app.client.views.open(opening), /exchanged_trigger_id/);
    const shown = await office.view((each) => each.id === view.id);
    assert.equal(view.hash, shown.hash);
    assert.equal(shown.private_metadata, '{"kept":"<&>"}');

    office.answers.options = ({ ack, options }) => ack({ options: [option(`${options.value}-1`)] });
    const suggested = await office.next('options', () =>
      slack.tell('suggest', { user: 'lead', input: 'app', value: 'ac' }),
    );
    assert.deepEqual([suggested.options.value, suggested.options.block_id], ['ac', 'app']);
    await office.view((each) => each.offered.app?.options[0]?.value === 'ac-1');

    const values = { version: 'v1 "x" & <y>', target: 'worker', app: 'ac-1' };
    const submit = () => slack.tell('submit', { user: 'lead', values });
    office.answers.view = ({ ack }) =>
      ack({ response_action: 'errors', errors: { version: 'No such version' } });
    const refused = await office.next('view', submit);
    const given = refused.view.state.values;
    assert.equal(given.version.text.value, values.version);
    assert.equal(given.target.choice.selected_option.value, 'worker');
    assert.equal(given.app.found.selected_option.value, 'ac-1');
    const told = await office.view((each) => each.errors.version);
    assert.deepEqual([told.id, told.errors], [view.id, { version: 'No such version' }]);

    office.answers.view = ({ ack }) => ack({ response_action: 'update', view: modal('Sure?') });
    await office.next('view', submit);
    const updated = await office.view((each) => each.title.text === 'Sure?');
    assert.equal(updated.id, view.id);
    assert.notEqual(updated.hash, view.hash);
    const stale = { view_id: view.id, hash: view.hash, view: modal('Stale') };
    await assert.rejects(office.app.client.views.update(stale), /hash_conflict/);
    const own = {
      ...stale,
      hash: updated.hash,
      view: modal('Again', { blocks: modal('x').blocks.slice(0, 1) }),
    };
    await office.app.client.views.update(own);

    office.answers.view = ({ ack }) => ack();
    await office.next('view', () =>
      slack.tell('submit', { user: 'lead', values: { version: 'v2' } }),
    );
    await until(
      'no modal',
      async () =>
        !(await slack.state()).views.some((each) => each.is_open && each.type === 'modal'),
    );
  });

  test('modals lie upon one another, three at most; closing them is told', async () => {
    const ask = () => office.next('command', () => office.say('/ops deploy'));
    const titled = (title) =>
      modal(title, { blocks: modal('x').blocks.slice(0, 1), notify_on_close: true });
    const first = await ask();
    await office.app.client.views.open({
      trigger_id: first.command.trigger_id,
      view: titled('One'),
    });
    office.answers.view = ({ ack }) => ack({ response_action: 'push', view: titled('Two') });
    await office.next('view', () =>
      slack.tell('submit', { user: 'lead', values: { version: '1' } }),
    );
    const two = await office.view((each) => each.title.text === 'Two');
    const one = await office.view((each) => each.title.text === 'One');
    assert.deepEqual([two.previous_view_id, two.root_view_id], [one.id, one.id]);
    const push = async (title) => {
      const { command } = await ask();
      return office.app.client.views.push({ trigger_id: command.trigger_id, view: titled(title) });
    };
    await push('Three');
    await assert.rejects(push('Four'), /push_limit_reached/);
    const closed = await office.next('closed', () =>
      slack.tell('submit', { user: 'lead', close: true }),
    );
    assert.equal(closed.view.title.text, 'Three');
    assert.equal(closed.body.is_cleared, false);
    office.answers.view = ({ ack }) => ack({ response_action: 'clear' });
    await office.next('view', () =>
      slack.tell('submit', { user: 'lead', values: { version: '2' } }),
    );
    await until(
      'no modal',
      async () =>
        !(await slack.state()).views.some((each) => each.is_open && each.type === 'modal'),
    );
  });

  test('a trigger ends after three seconds', async () => {
    const { command } = await office.next('command', () => office.say('/ops deploy'));
    await slack.advance(4);
    const opening = { trigger_id: command.trigger_id, view: modal('Late') };
    await assert.rejects(office.app.client.views.open(opening), /expired_trigger_id/);
  });

  test('a shortcut tells about its message; a home tab is opened and published', async () => {
    const { ts } = await office.say('what is this about?');
    const chosen = await office.next('shortcut', () =>
      slack.tell('shortcut', { user: 'dev', channel: 'acme', ts, shortcut: 'What about this?' }),
    );
    assert.equal(chosen.shortcut.message.text, 'what is this about?');
    assert.deepEqual([chosen.shortcut.message_ts, chosen.shortcut.user.id], [ts, 'U0DEV00001']);
    await chosen.respond('About nothing');
    assert.equal((await office.shown({ text: 'About nothing' })).ephemeral_to, 'dev');

    office.answers.home = ({ client, event }) =>
      client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'actions', elements: [button('refresh', 'now')] }] },
      });
    const opened = await office.next('home', () => slack.tell('home', { user: 'lead' }));
    assert.deepEqual([opened.event.user, opened.event.tab], ['U0LEAD0001', 'home']);
    const home = await office.view((each) => each.type === 'home');
    const pressed = await office.next('action', () =>
      slack.tell('click', { user: 'lead', text: 'refresh' }),
    );
    assert.equal(pressed.body.view.id, home.id);
    assert.deepEqual(pressed.body.container, { type: 'view', view_id: home.id });
    assert.equal(pressed.body.response_url, undefined);
  });

  test('an edit is told as a change of the message', async () => {
    const { ts } = await office.say('before');
    await slack.tell('edit', { user: 'lead', channel: 'acme', ts, text: 'after' });
    const event = await until('the change', () =>
      office.seen.find(
        (each) => each.event?.subtype === 'message_changed' && each.event.message.ts === ts,
      ),
    );
    assert.equal(event.event.previous_message.text, 'before');
    assert.equal(event.event.message.text, 'after');
  });

  return () => ({ mocks, slack, office });
}
