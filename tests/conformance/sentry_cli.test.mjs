// Sentry's own command line against the mock: the tables that it prints are what the organization holds.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { startMocks } from './support/mocks.mjs';

const program = createRequire(import.meta.url).resolve('@sentry/cli/bin/sentry-cli');

describe('@sentry/cli', () => {
  let mocks, vendor;

  /** What one command prints; throws with its `code` and what it complained of. */
  const run = (args, more = {}) =>
    new Promise((answer, refuse) => {
      const env = {
        PATH: process.env.PATH,
        SENTRY_URL: `${vendor.url}/`,
        SENTRY_AUTH_TOKEN: vendor.token,
        SENTRY_ORG: vendor.organization,
        SENTRY_PROJECT: 'acme',
        SENTRY_NO_PROGRESS_BAR: '1',
        SENTRY_DISABLE_UPDATE_CHECK: '1',
        SENTRY_LOAD_DOTENV: '0',
        ...more,
      };
      execFile(process.execPath, [program, ...args], { env }, (failed, stdout, stderr) =>
        failed
          ? refuse(Object.assign(new Error(stdout + stderr), { code: failed.code }))
          : answer(stdout),
      );
    });
  /** The rows of a table, by the names of its columns. */
  const table = async (args, more) => {
    const lines = (await run(args, more)).split('\n').filter((line) => line.startsWith('|'));
    const rows = lines.map((line) =>
      line.split(' | ').map((each) => each.replace(/^\| | \|$/g, '').trim()),
    );
    const [names, ...rest] = rows;
    return rest.map((row) => Object.fromEntries(row.map((each, index) => [names[index], each])));
  };
  const issue = async (shortId) => (await vendor.state()).issues[shortId];

  before(async () => {
    mocks = await startMocks();
    vendor = mocks.sentry;
  });
  after(() => mocks.stop());

  test('who calls, and what there is', async () => {
    const { organization, projects, monitors } = await vendor.state();
    assert.match(await run(['info']), /User: lead@agency\.example/);
    const organizations = await table(['organizations', 'list']);
    assert.deepEqual(
      organizations.map((each) => each.Slug),
      [organization],
    );
    const listed = await table(['projects', 'list']);
    assert.deepEqual(
      listed.map((each) => [each.ID, each.Slug, each.Name, each.Team]),
      Object.values(projects).map((each) => [each.id, each.slug, each.name, each.team.slug]),
    );
    const jobs = await table(['monitors', 'list']);
    assert.deepEqual(jobs.map((each) => each.Slug).sort(), Object.keys(monitors).sort());
  });

  test('issues are listed, resolved, muted and opened again', async () => {
    const kept = Object.values((await vendor.state()).issues);
    const mine = kept.filter((each) => each.project.slug === 'acme');
    const listed = await table(['issues', 'list']);
    assert.deepEqual(
      listed.map((each) => [each['Issue ID'], each['Short ID'], each.Title, each.Status]).sort(),
      mine.map((each) => [each.id, each.shortId, each.title, each.status]).sort(),
    );
    const [{ id, shortId }] = mine;
    for (const [word, status] of [
      ['resolve', 'resolved'],
      ['unresolve', 'unresolved'],
      ['mute', 'ignored'],
    ]) {
      await run(['issues', word, '-i', id]);
      assert.equal((await issue(shortId)).status, status);
    }
    const others = kept.find((each) => each.project.slug !== 'acme');
    await run(['issues', 'resolve', '-i', others.id]);
    assert.equal((await issue(others.shortId)).status, others.status, 'of another project');
  });

  test('events are read page by page to the last', async () => {
    const kept = Object.values((await vendor.state()).issues);
    const count = kept
      .filter((each) => each.project.slug === 'acme')
      .reduce((sum, each) => sum + Number(each.count), 0);
    await vendor.forgetRequests();
    const events = await table(['events', 'list']);
    const pages = await vendor.requests('/api/0/projects/agency/acme/events/');
    assert.ok(pages.length > 1);
    assert.ok(pages.every((each) => each.status === 200));
    const ids = new Set(events.map((each) => each['Event ID']));
    assert.equal(ids.size, events.length, 'none comes twice');
    assert.equal(events.length, count);
  });

  test('a release is made, finalized, deployed, and deleted', async () => {
    const version = 'acme@2.0.0+7 &';
    await run(['releases', 'new', version]);
    const release = async () => (await vendor.state()).releases[version];
    assert.equal((await release()).dateReleased, null);
    assert.deepEqual(
      (await release()).projects.map((each) => each.slug),
      ['acme'],
    );
    await run(['releases', 'finalize', version]);
    assert.ok((await release()).dateReleased);
    await run(['deploys', 'new', '-r', version, '-e', 'staging', '-n', 'by hand']);
    const deploys = await table(['deploys', 'list', '-r', version]);
    assert.deepEqual(
      deploys.map((each) => [each.Environment, each.Name]),
      [['staging', 'by hand']],
    );
    assert.equal((await release()).lastDeploy.environment, 'staging');
    const listed = (await table(['releases', 'list'])).map((each) => each.Version);
    assert.ok(listed.includes(version), listed.join());
    await run(['releases', 'delete', version]);
    assert.equal(await release(), undefined);
    await assert.rejects(run(['releases', 'info', version]), { code: 1 });
    await assert.rejects(run(['deploys', 'list', '-r', version]), /404|not found/i);
  });

  test('a wrong token, an unknown project and a limit are told', async () => {
    await assert.rejects(run(['projects', 'list'], { SENTRY_AUTH_TOKEN: 'sntryu_wrong' }), /401/);
    await assert.rejects(run(['issues', 'list'], { SENTRY_PROJECT: 'nothing' }), /404|not found/i);
    await vendor.faults({ match: { path: '*/projects/' }, kind: 'status', status: 429, count: 0 });
    await assert.rejects(run(['projects', 'list']), /429/);
    await vendor.faults();
    assert.equal((await table(['projects', 'list'])).length, 3);
  });
});
