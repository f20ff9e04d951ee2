// Bolt over Socket Mode: the common stories, connections that are refreshed, cut, switched off, and late answers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { tellStories } from './support/bolt_stories.mjs';
import { until } from './support/mocks.mjs';
import { Office } from './support/office.mjs';
import { generations } from './support/slack_clients.mjs';

for (const generation of generations) {
  describe(generation.name, () => {
    const now = tellStories(generation, true);
    const sockets = async () => (await now().slack.state()).app.sockets;
    const another = (old) =>
      until('another socket', async () => {
        const open = await sockets();
        return open.length > 0 && !open.some((each) => old.includes(each));
      });
    const stillHears = async (text) => {
      const { office } = now();
      const { command } = await office.next('command', () => office.say(`/ops ${text}`));
      assert.equal(command.text, text);
    };

    test('a refresh, and a connection that is cut, are followed by another', async () => {
      const { slack } = now();
      let old = await sockets();
      await slack.tell('socket', { disconnect: 'refresh_requested' });
      await another(old);
      await stillHears('after the refresh');
      old = await sockets();
      await slack.tell('socket', { drop: true });
      await another(old);
      await stillHears('after the cut');
    });

    test('a connection lives its time, and is told before it ends', async () => {
      const { slack } = now();
      const old = await sockets();
      await slack.advance(18_060);
      await another(old);
      await stillHears('a new life');
    });

    test('a command that nobody acknowledges comes once more, and then has failed', async () => {
      const { slack, office } = now();
      office.answers.command = () => undefined;
      const first = await office.next('command', () => office.say('/ops nothing'));
      const second = await office.next('command', () => slack.advance(3));
      assert.equal(second.body.trigger_id, first.body.trigger_id);
      assert.equal(second.context.retryNum, 1);
      assert.equal(second.context.retryReason, 'timeout');
      await slack.advance(3);
      await office.shown({ text: '/ops failed with the error "operation_timeout"' });
    });

    test('where Socket Mode is switched off, nothing connects until it is on again', async () => {
      const { mocks, slack, office } = now();
      await office.app.stop();
      await slack.tell('socket', { disconnect: 'link_disabled' });
      await assert.rejects(
        office.app.client.apps.connections.open({ token: slack.app_token }),
        /socket_mode_not_enabled/,
      );
      await slack.tell('socket', { enable: true });
      const again = new Office(generation, mocks, true);
      await again.app.start();
      await until('a socket', async () => (await sockets()).length > 0);
      const { command } = await again.next('command', () => again.say('/ops back'));
      assert.equal(command.text, 'back');
      await again.app.stop();
    });
  });
}
