// Installing the app through `@slack/oauth`: what a browser would do, against the mocked Slack.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';

import { startMocks } from './support/mocks.mjs';
import { generations, silent } from './support/slack_clients.mjs';

// As the world `agency` registers its app.
const REDIRECT = 'https://bot.agency.example/slack/installed';
const SCOPES = ['chat:write', 'commands', 'users:read'];

for (const { name, oauth } of generations) {
  describe(name, () => {
    let mocks, slack, server, here;
    let installer;
    let failures = [];

    /** An installer as an app has it; `kept` is what it stored. */
    const make = (clientSecret = slack.client_secret) => {
      const kept = new Map();
      const made = new oauth.InstallProvider({
        clientId: slack.client_id,
        clientSecret,
        stateSecret: 'not of this world',
        authorizationUrl: `${slack.url}/oauth/v2/authorize`,
        clientOptions: { slackApiUrl: `${slack.url}/api/` },
        logger: silent,
        installationStore: {
          storeInstallation: async (what) => void kept.set(what.team.id, what),
          fetchInstallation: async ({ teamId }) => kept.get(teamId),
          deleteInstallation: async ({ teamId }) => void kept.delete(teamId),
        },
      });
      return Object.assign(made, { kept });
    };

    /** The app's own page: where an installation begins, and where people are sent back to. */
    const serve = async (request, response) => {
      if (request.url.startsWith('/slack/install?') || request.url === '/slack/install')
        return installer.handleInstallPath(
          request,
          response,
          {},
          { scopes: SCOPES, redirectUri: REDIRECT },
        );
      const failure = async (error, _options, _request, answer) => {
        failures.push(error);
        answer.writeHead(400).end('failed');
      };
      const success = async (_installation, _options, _request, answer) => {
        answer.writeHead(200).end('installed');
      };
      return installer.handleCallback(request, response, { success, failure });
    };

    /** The install button's link, and the cookie that a browser keeps. */
    const begin = async () => {
      const page = await fetch(`${here}/slack/install`, { redirect: 'manual' });
      const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
      const [, link] = /href="([^"]+oauth[^"]+)"/.exec(await page.text());
      return { cookie, link: new URL(link.replaceAll('&amp;', '&')) };
    };

    /** What Slack sends the browser back with, followed to the app. */
    const allow = async ({ link }) => {
      const answer = await fetch(link, { redirect: 'manual' });
      assert.equal(answer.status, 302);
      const back = new URL(answer.headers.get('location'));
      assert.equal(back.origin + back.pathname, REDIRECT);
      return back;
    };
    const follow = (back, cookie) =>
      fetch(`${here}${back.pathname}${back.search}`, { headers: { cookie } });

    before(async () => {
      mocks = await startMocks();
      slack = mocks.slack;
      server = createServer((request, response) => void serve(request, response));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      here = `http://127.0.0.1:${server.address().port}`;
    });
    after(async () => {
      server.close();
      await mocks.stop();
    });

    test('an installation ends with a token that works', async () => {
      installer = make();
      const begun = await begin();
      assert.equal(begun.link.searchParams.get('client_id'), slack.client_id);
      const installed = await follow(await allow(begun), begun.cookie);
      assert.equal(await installed.text(), 'installed');
      const { team, app } = await slack.state();
      const [kept] = installer.kept.values();
      assert.deepEqual(kept.team, { id: team.id, name: team.name });
      assert.equal(kept.appId, app.id);
      assert.equal(kept.user.id, 'U0LEAD0001');
      assert.deepEqual(kept.bot, {
        scopes: SCOPES,
        token: slack.bot_token,
        userId: app.bot_user_id,
        id: app.bot_id,
      });
      const found = await installer.authorize({ teamId: team.id, isEnterpriseInstall: false });
      assert.equal(found.botToken, slack.bot_token);
      assert.equal(found.botId, app.bot_id);
    });

    test('the token may do what was asked for, and no more', async () => {
      const headers = { Authorization: `Bearer ${slack.bot_token}` };
      const answer = await fetch(`${slack.url}/api/conversations.list`, { headers });
      assert.equal(answer.headers.get('x-oauth-scopes'), SCOPES.join(','));
      const { error, needed } = await answer.json();
      assert.deepEqual([error, needed], ['missing_scope', 'channels:read']);
    });

    test('a code counts once, and for ten minutes', async () => {
      installer = make();
      const begun = await begin();
      const back = await allow(begun);
      assert.equal((await follow(back, begun.cookie)).status, 200);
      failures = [];
      assert.equal((await follow(back, begun.cookie)).status, 400);
      assert.equal(failures[0].data.error, 'code_already_used');
      const late = await begin();
      const expired = await allow(late);
      await slack.advance(600);
      failures = [];
      assert.equal((await follow(expired, late.cookie)).status, 400);
      assert.equal(failures[0].data.error, 'invalid_code');
    });

    test('a token that expires soon is had anew for its refresh token', async () => {
      await slack.tell('token_rotation', { enable: true });
      installer = make();
      const begun = await begin();
      assert.equal((await follow(await allow(begun), begun.cookie)).status, 200);
      const [kept] = installer.kept.values();
      const first = { ...kept.bot };
      assert.match(first.token, /^xoxe\.xoxb-1-/);
      const inTwelveHours = Date.now() / 1000 + 12 * 3600;
      assert.ok(Math.abs(first.expiresAt - inTwelveHours) < 60);
      const query = { teamId: kept.team.id, isEnterpriseInstall: false };
      assert.equal((await installer.authorize(query)).botToken, first.token, 'it is good yet');
      kept.bot.expiresAt = Math.floor(Date.now() / 1000) + 3600;
      const { botToken, botRefreshToken } = await installer.authorize(query);
      assert.notEqual(botToken, first.token);
      assert.notEqual(botRefreshToken, first.refreshToken);
      const asked = async (token) => {
        const headers = { Authorization: `Bearer ${token}` };
        return (await (await fetch(`${slack.url}/api/auth.test`, { headers })).json()).error;
      };
      assert.equal(await asked(botToken), undefined);
      await slack.advance(12 * 3600);
      assert.equal(await asked(botToken), 'token_expired');
      await slack.tell('token_rotation', { enable: false });
    });

    test("another app's secret opens nothing", async () => {
      installer = make('wrong');
      const begun = await begin();
      failures = [];
      assert.equal((await follow(await allow(begun), begun.cookie)).status, 400);
      assert.equal(failures[0].data.error, 'bad_client_secret');
      assert.equal(installer.kept.size, 0);
    });

    test('who says no is sent back, and nothing is installed', async () => {
      installer = make();
      const begun = await begin();
      begun.link.searchParams.set('mock_deny', '1');
      const back = await allow(begun);
      assert.equal(back.searchParams.get('error'), 'access_denied');
      assert.equal(back.searchParams.get('state'), begun.link.searchParams.get('state'));
      failures = [];
      assert.equal((await follow(back, begun.cookie)).status, 400);
      assert.equal(failures[0].code, 'slack_oauth_installer_authorization_error');
      assert.equal(installer.kept.size, 0);
    });

    test('a page of another address, app or without scopes is not sent back', async () => {
      installer = make();
      for (const [name, value] of [
        ['redirect_uri', 'https://elsewhere.example/slack/installed'],
        ['client_id', '1.2'],
        ['scope', ''],
      ]) {
        const { link } = await begin();
        link.searchParams.set(name, value);
        const answer = await fetch(link, { redirect: 'manual' });
        assert.equal(answer.status, 400, name);
        assert.equal(answer.headers.get('location'), null);
      }
    });
  });
}
