// Bolt over HTTP: the common stories, the address that is verified, signatures, and what becomes of a failure.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';

import { tellStories } from './support/bolt_stories.mjs';
import { startMocks, until } from './support/mocks.mjs';
import { Office } from './support/office.mjs';
import { generations } from './support/slack_clients.mjs';

for (const generation of generations) {
  describe(generation.name, () => {
    const now = tellStories(generation, false);

    test('the address of the app is verified', async () => {
      const { slack } = now();
      await slack.tell('verify', {});
      await until(
        'that it is verified',
        async () => (await slack.state()).app.events_url === 'verified',
      );
    });

    test('a command that nobody answers failed', async () => {
      const { office } = now();
      office.answers.command = () => undefined;
      await office.say('/ops nothing');
      await office.shown({ text: '/ops failed with the error "dispatch_failed"' });
    });

    test('what Slack did not sign, or signed long ago, is not taken', async () => {
      const { mocks, slack, office } = now();
      const body = new URLSearchParams({ command: '/ops', text: 'forged' }).toString();
      const send = async (secret, age) => {
        const stamp = Math.floor(Date.now() / 1000) - age;
        const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
        const answer = await fetch(`http://127.0.0.1:${mocks.botPort}/slack/commands`, {
          method: 'POST',
          body,
          headers: {
            'Content-Type': 'application/x-www-form-urlencoded',
            'X-Slack-Request-Timestamp': `${stamp}`,
            'X-Slack-Signature': `v0=${hash}`,
          },
        });
        return answer.status;
      };
      assert.equal(await send('another secret', 0), 401);
      assert.equal(await send(slack.signing_secret, 3600), 401);
      assert.equal(await send(slack.signing_secret, 0), 200);
      const texts = office.seen.filter((each) => each.command?.text === 'forged');
      assert.equal(texts.length, 1);
    });

    test('an app with another signing secret takes nothing; events are tried again three times', async () => {
      const mocks = await startMocks();
      const { slack } = mocks;
      const stranger = new Office(generation, mocks, false, { signingSecret: '0'.repeat(32) });
      await stranger.app.start();
      await stranger.say('/ops hello');
      await stranger.shown({ text: '/ops failed with the error "dispatch_failed"' });
      await stranger.say('lost on the way');
      const attempts = (count) =>
        until(`attempt ${count}`, async () => {
          const event = (await slack.see('deliveries')).find((each) => each.kind === 'event');
          const made = event.attempts.map((each) => each.outcome);
          return made.length === count && !made.includes('pending') && made;
        });
      // At once, after a minute, after five more.
      await attempts(2);
      await slack.advance(60);
      await attempts(3);
      await slack.advance(300);
      assert.deepEqual(await attempts(4), ['401', '401', '401', '401']);
      assert.deepEqual(stranger.seen, []);
      await stranger.app.stop();
      await mocks.stop();
    });
  });
}
