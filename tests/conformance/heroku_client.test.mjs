// Heroku's own client for Node against the mock of its Platform API: what it reads is what the account holds.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import Heroku from 'heroku-client';

import { startMocks } from './support/mocks.mjs';

const refused = (statusCode, id) => (thrown) =>
  thrown.statusCode === statusCode && thrown.body.id === id;
/** As the state shows a config var's value: without it. */
const hidden = (text) => `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

describe('heroku-client', () => {
  let mocks, vendor, heroku;

  const app = async (name = 'acme') => (await vendor.state()).apps[name];
  /** An application as Heroku gives it: the state holds what belongs to it, too. */
  const given = (kept) => {
    const made = { ...kept };
    for (const [name, value] of Object.entries(kept))
      if (Array.isArray(value) || name === 'config_vars') delete made[name];
    return made;
  };
  /** This client asks for every list in the order of its ids. */
  const byId = (all) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

  before(async () => {
    mocks = await startMocks();
    vendor = mocks.heroku;
    heroku = new Heroku({ token: vendor.token, host: vendor.url });
  });
  beforeEach(() => vendor.advance(60));
  after(() => mocks.stop());

  test('the account and its applications', async () => {
    const { account, apps } = await vendor.state();
    const me = await heroku.get('/account');
    assert.deepEqual([me.id, me.email], [account.id, account.email]);
    assert.deepEqual(await heroku.get('/apps'), byId(Object.values(apps).map(given)));
    for (const kept of Object.values(apps))
      for (const identity of [kept.name, kept.id])
        assert.deepEqual(await heroku.get(`/apps/${identity}`), given(kept));
    await assert.rejects(heroku.get('/apps/nothing'), refused(404, 'not_found'));
    await assert.rejects(heroku.get('/nothing'), refused(404, 'not_found'));
  });

  test('a list is read in ranges, to the end or only in part', async () => {
    const kept = await app();
    const releases = kept.releases.map((each) => each.version);
    const range = (headers) => heroku.get('/apps/acme/releases', { headers });
    await vendor.forgetRequests();
    const all = await range({ Range: 'version ..; max=2' });
    assert.deepEqual(all, kept.releases);
    const asked = await vendor.requests('/apps/acme/releases');
    assert.deepEqual(
      asked.map((each) => each.status),
      [206, 206, 200],
    );
    const newest = await heroku.get('/apps/acme/releases', {
      headers: { Range: 'version ..; order=desc,max=1' },
      partial: true,
    });
    assert.deepEqual(
      newest.map((each) => each.version),
      releases.slice(-1),
    );
    const some = await range({ Range: 'version ]2..4; order=desc' });
    assert.deepEqual(
      some.map((each) => each.version),
      [4, 3],
    );
    await assert.rejects(range({ Range: 'shoe_size ..' }), (thrown) => thrown.statusCode === 416);
  });

  test('an application is made, renamed, put into maintenance, and deleted', async () => {
    const made = await heroku.post('/apps', { body: { name: 'from-node', region: 'eu' } });
    assert.deepEqual(made, given(await app('from-node')));
    assert.equal(made.region.name, 'eu');
    const again = heroku.post('/apps', { body: { name: 'from-node' } });
    await assert.rejects(again, refused(422, 'invalid_params'));
    for (const name of ['A', '-x', 'x'.repeat(40)])
      await assert.rejects(
        heroku.post('/apps', { body: { name } }),
        refused(422, 'invalid_params'),
      );
    await heroku.patch('/apps/from-node', { body: { maintenance: true } });
    assert.equal((await app('from-node')).maintenance, true);
    const renamed = await heroku.patch('/apps/from-node', { body: { name: 'from-node-2' } });
    assert.equal(renamed.id, made.id);
    assert.deepEqual((await heroku.get(`/apps/${made.id}`)).name, 'from-node-2');
    await heroku.delete('/apps/from-node-2');
    assert.equal(await app('from-node-2'), undefined);
    await assert.rejects(heroku.get(`/apps/${made.id}`), refused(404, 'not_found'));
  });

  test('dynos are scaled, come up, are restarted and stopped', async () => {
    const size = async (type) =>
      (await app()).formation.find((each) => each.type === type).quantity;
    const updates = [{ type: 'web', quantity: 3, size: 'standard-2x' }];
    const [web] = await heroku.patch('/apps/acme/formation', { body: { updates } });
    assert.deepEqual([web.type, web.quantity, web.size], ['web', 3, 'Standard-2X']);
    assert.equal(await size('web'), 3);
    const starting = await heroku.get('/apps/acme/dynos');
    assert.deepEqual(starting, byId((await app()).dynos));
    assert.ok(starting.some((each) => each.state === 'starting'));
    await vendor.advance(5);
    const dynos = await heroku.get('/apps/acme/dynos');
    assert.ok(dynos.every((each) => each.state === 'up'));
    assert.equal(dynos.filter((each) => each.type === 'web').length, 3);
    // As Heroku's own command line writes it.
    await heroku.patch('/apps/acme/formation/worker', { body: { quantity: '2' } });
    assert.equal(await size('worker'), 2);
    const before = await heroku.get('/apps/acme/dynos/web.1');
    await heroku.delete('/apps/acme/dynos/web.1');
    const after = await heroku.get('/apps/acme/dynos/web.1');
    assert.notEqual(after.id, before.id);
    assert.equal(after.state, 'starting');
    await heroku.delete('/apps/acme/dynos');
    await vendor.advance(5);
    await heroku.post('/apps/acme/dynos/web.2/actions/stop');
    const unknown = heroku.delete('/apps/acme/dynos/web.9');
    await assert.rejects(unknown, refused(404, 'not_found'));
    const tooMany = { updates: [{ type: 'web', quantity: 101 }] };
    await assert.rejects(heroku.patch('/apps/acme/formation', { body: tooMany }), (thrown) => {
      assert.ok(thrown.body.message.length > 0);
      return thrown.statusCode === 422;
    });
    const noType = { updates: [{ type: 'clock', quantity: 1 }] };
    const scaled = heroku.patch('/apps/acme/formation', { body: noType });
    await assert.rejects(scaled, refused(404, 'not_found'));
  });

  test('a one-off dyno runs and is gone', async () => {
    const body = { command: 'bin/rails runner "puts 1 & 2"', size: 'standard-1x' };
    const dyno = await heroku.post('/apps/acme/dynos', { body });
    assert.equal(dyno.command, body.command);
    assert.match(dyno.name, /^run\.\d+$/);
    assert.deepEqual(await heroku.get(`/apps/acme/dynos/${dyno.name}`), dyno);
    await vendor.advance(30);
    await assert.rejects(heroku.get(`/apps/acme/dynos/${dyno.name}`), refused(404, 'not_found'));
  });

  test('config vars are set and unset, each time a release', async () => {
    const value = 'a "b" \\ $c & <d> é\n2';
    const before = (await app()).releases.length;
    const set = await heroku.patch('/apps/acme/config-vars', { body: { NODE: value, B: '2' } });
    assert.deepEqual([set.NODE, set.B], [value, '2']);
    const read = await heroku.get('/apps/acme/config-vars');
    assert.deepEqual(read, set);
    const kept = (await app()).config_vars;
    assert.deepEqual(
      Object.fromEntries(Object.entries(read).map(([name, text]) => [name, hidden(text)])),
      kept,
    );
    const unset = await heroku.patch('/apps/acme/config-vars', { body: { B: null } });
    assert.ok(!('B' in unset));
    const releases = await heroku.get('/apps/acme/releases');
    assert.equal(releases.length, before + 2);
    const made = (await app()).releases;
    assert.deepEqual(releases, byId(made));
    assert.equal(made.at(-1).description, 'Remove B config vars');
  });

  test('a release is rolled back to, and becomes a new one', async () => {
    const third = await heroku.get('/apps/acme/releases/4');
    const back = await heroku.post('/apps/acme/releases', { body: { release: third.id } });
    assert.equal(back.version, (await app()).releases.at(-1).version);
    assert.match(back.description, /^Rollback to v4$/);
    assert.deepEqual(back.slug, third.slug);
    await vendor.advance(3);
    const now = await heroku.get(`/apps/acme/releases/${back.version}`);
    assert.deepEqual([now.status, now.current], ['succeeded', true]);
    const nowhere = { release: '01234567-89ab-4cde-8f01-23456789abcd' };
    const lost = heroku.post('/apps/acme/releases', { body: nowhere });
    await assert.rejects(lost, (thrown) => thrown.statusCode === 404);
  });

  test('a build runs to its end, with what it wrote', async () => {
    const source_blob = { url: 'https://example.org/acme.tgz', version: 'abc123' };
    const build = await heroku.post('/apps/acme-staging/builds', { body: { source_blob } });
    assert.equal(build.status, 'pending');
    await vendor.advance(60);
    const ended = await heroku.get(`/apps/acme-staging/builds/${build.id}`);
    assert.equal(ended.status, 'succeeded');
    const output = await fetch(build.output_stream_url);
    assert.equal(output.status, 200);
    assert.ok((await output.text()).length > 0);
    const release = await heroku.get(`/apps/acme-staging/releases/${ended.release.id}`);
    assert.equal(release.id, (await app('acme-staging')).releases.at(-1).id);
  });

  test('a release phase that fails says what it wrote', async () => {
    const release = 'echo Migrating; exit 1';
    const url = `https://example.org/acme.tgz?${new URLSearchParams({ release })}`;
    await heroku.post('/apps/initech-staging/builds', { body: { source_blob: { url } } });
    await vendor.advance(60);
    const { version } = (await app('initech-staging')).releases.at(-1);
    const failed = await heroku.get(`/apps/initech-staging/releases/${version}`);
    assert.equal(failed.status, 'failed');
    assert.equal(await (await fetch(failed.output_stream_url)).text(), 'Migrating\n');
  });

  test('logs are read from the address of a session', async () => {
    const body = { lines: 5, tail: false, source: 'app' };
    const session = await heroku.post('/apps/acme/log-sessions', { body });
    const lines = (await (await fetch(session.logplex_url)).text()).trimEnd().split('\n');
    assert.equal(lines.length, 5);
    for (const line of lines) assert.match(line, /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00 app\[\S+\]: /);
    const events = await fetch(
      (await heroku.post('/apps/acme/log-sessions', { body })).logplex_url,
      {
        headers: { Accept: 'text/event-stream' },
      },
    );
    assert.match(await events.text(), /^(id: \S+\n)?data: /);
  });

  test('domains, collaborators, drains, add-ons and features come and go', async () => {
    const hostname = 'node.acme.example';
    const domain = await heroku.post('/apps/acme/domains', {
      body: { hostname, sni_endpoint: null },
    });
    assert.deepEqual(await heroku.get('/apps/acme/domains'), byId((await app()).domains));
    await heroku.delete(`/apps/acme/domains/${hostname}`);
    const gone = heroku.get(`/apps/acme/domains/${domain.id}`);
    await assert.rejects(gone, refused(404, 'not_found'));

    const user = 'pm@agency.example';
    await heroku.post('/apps/acme/collaborators', { body: { user, silent: true } });
    const people = await heroku.get('/apps/acme/collaborators');
    assert.deepEqual(people, byId((await app()).collaborators));
    await heroku.delete(`/apps/acme/collaborators/${user}`);
    const emails = (await app()).collaborators.map((each) => each.user.email);
    assert.ok(!emails.includes(user));

    const url = 'https://logs.example.org/drain';
    const drain = await heroku.post('/apps/acme/log-drains', { body: { url } });
    assert.equal(drain.url, url);
    const drains = (await heroku.get('/apps/acme/log-drains')).map((each) => each.id);
    assert.deepEqual(
      drains,
      byId((await app()).log_drains).map((each) => each.id),
    );
    await heroku.delete(`/apps/acme/log-drains/${drain.id}`);

    const plan = 'heroku-redis:mini';
    const addon = await heroku.post('/apps/acme/addons', { body: { plan } });
    assert.equal(addon.plan.name, plan);
    await vendor.advance(15);
    const made = await heroku.get(`/apps/acme/addons/${addon.name}`);
    assert.equal(made.state, 'provisioned');
    assert.deepEqual(
      made,
      (await app()).addons.find((each) => each.id === addon.id),
    );
    await heroku.delete(`/apps/acme/addons/${addon.id}`);
    await assert.rejects(heroku.get(`/addons/${addon.id}`), refused(404, 'not_found'));

    assert.deepEqual(await heroku.get('/apps/acme/features'), byId((await app()).features));
    await heroku.patch('/apps/acme/features/preboot', { body: { enabled: true } });
    const feature = (await app()).features.find((each) => each.name === 'preboot');
    assert.equal(feature.enabled, true);
  });

  test('a pipeline promotes what is in staging', async () => {
    const [pipeline] = await heroku.get('/pipelines');
    assert.equal(pipeline.name, 'acme');
    const couplings = await heroku.get(`/pipelines/${pipeline.id}/pipeline-couplings`);
    const of = (stage) => couplings.find((each) => each.stage === stage).app.id;
    assert.deepEqual(
      [of('staging'), of('production')],
      [(await app('acme-staging')).id, (await app('acme')).id],
    );
    const promotion = await heroku.post('/pipeline-promotions', {
      body: {
        pipeline: { id: pipeline.id },
        source: { app: { id: of('staging') } },
        targets: [{ app: { id: of('production') } }],
      },
    });
    assert.equal(promotion.status, 'pending');
    await vendor.advance(10);
    const path = `/pipeline-promotions/${promotion.id}`;
    assert.equal((await heroku.get(path)).status, 'completed');
    const [target] = await heroku.get(`${path}/promotion-targets`);
    assert.equal(target.status, 'succeeded');
    assert.equal(target.release.id, (await app('acme')).releases.at(-1).id);
  });

  test('a pipeline is made, filled and ended', async () => {
    const made = await heroku.post('/pipelines', { body: { name: 'from-node' } });
    const body = { app: 'globex', pipeline: made.id, stage: 'staging' };
    const coupling = await heroku.post('/pipeline-couplings', { body });
    const path = `/pipeline-couplings/${coupling.id}`;
    const moved = await heroku.patch(path, { body: { stage: 'production' } });
    assert.equal(moved.stage, 'production');
    const again = heroku.post('/pipeline-couplings', { body });
    await assert.rejects(again, refused(422, 'invalid_params'));
    await heroku.delete(path);
    const none = heroku.get('/apps/globex/pipeline-couplings');
    await assert.rejects(none, refused(404, 'not_found'));
    const renamed = await heroku.patch(`/pipelines/${made.id}`, { body: { name: 'node-shop' } });
    assert.equal(renamed.name, 'node-shop');
    await heroku.delete(`/pipelines/${made.id}`);
    assert.ok(!('node-shop' in (await vendor.state()).pipelines));
  });

  test('services of add-ons have plans with prices', async () => {
    const names = (await heroku.get('/addon-services')).map((each) => each.name);
    assert.ok(names.includes('heroku-redis'));
    const plans = await heroku.get('/addon-services/heroku-redis/plans');
    const mini = plans.find((each) => each.name === 'heroku-redis:mini');
    assert.deepEqual([mini.price.cents, mini.price.unit, mini.state], [300, 'month', 'ga']);
  });

  test('a wrong token, no version, no more requests and an outage are told', async () => {
    const stranger = new Heroku({ token: 'HRKU-wrong', host: vendor.url });
    await assert.rejects(stranger.get('/apps'), refused(401, 'unauthorized'));
    const old = heroku.get('/apps', { headers: { Accept: 'application/json' } });
    await assert.rejects(old, (thrown) => thrown.statusCode === 406);
    await vendor.faults({ match: { path: '/apps' }, kind: 'status', status: 429 });
    await assert.rejects(heroku.get('/apps'), refused(429, 'rate_limit'));
    await vendor.faults({ match: { path: '/apps' }, kind: 'status', status: 503 });
    await assert.rejects(heroku.get('/apps'), (thrown) => thrown.statusCode === 503);
    await vendor.forgetRequests();
    await vendor.faults({ match: { path: '/apps' }, kind: 'reset_before' });
    assert.equal((await heroku.get('/apps')).length, 6);
    assert.equal((await vendor.requests('/apps')).length, 2);
  });

  test('a request costs one of the account, which come back by the clock', async () => {
    const COUNT = 20;
    const PER_SECOND = 75 / 60;
    const began = Date.now();
    const { remaining } = await heroku.get('/account/rate-limits');
    for (let asked = 0; asked < COUNT; ++asked) await heroku.get('/account');
    const after = await heroku.get('/account/rate-limits');
    const spent = remaining - after.remaining;
    const back = Math.ceil(((Date.now() - began) / 1000) * PER_SECOND);
    assert.ok(spent <= COUNT && spent >= COUNT - back, `${spent} of ${COUNT}, ${back} back`);
    await vendor.advance(60);
    assert.ok((await heroku.get('/account/rate-limits')).remaining > after.remaining);
  });
});
