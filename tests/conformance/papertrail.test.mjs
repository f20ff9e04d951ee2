// A client of Papertrail from npm against the mock: what it reads is what the account holds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Papertrail from 'papertrail';

import { startMocks } from './support/mocks.mjs';

describe('papertrail', () => {
  let mocks, vendor, client;

  const make = (token = vendor.token) =>
    new Papertrail({ token, baseUrl: `${vendor.url}/api/v1/` });
  const refused = (status, body) => (thrown) => {
    assert.deepEqual([thrown.status, thrown.body], [status, body]);
    return true;
  };

  before(async () => {
    mocks = await startMocks();
    vendor = mocks.papertrail;
    client = make();
  });
  after(() => mocks.stop());

  test('the newest lines first, then those before them, without a gap', async () => {
    const whole = await client.searchEvents({ limit: 30 });
    const { max_id } = whole;
    const ids = whole.events.map((each) => each.id);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)),
    );
    assert.equal(ids.at(-1), max_id);
    // Backwards from there: what is before the newest is before each page's oldest.
    const seen = [];
    for (let before = max_id; seen.length < 20;) {
      const page = await client.searchEvents({ limit: 10, max_id: before });
      assert.equal(page.events.length, 10);
      seen.unshift(...page.events.map((each) => each.id));
      before = page.min_id;
    }
    assert.deepEqual(seen, ids.slice(9, 29));
  });

  test('what is searched for is what is found, and a tail goes on', async () => {
    const found = await client.searchEvents({ q: 'program:nginx GET', limit: 5 });
    assert.equal(found.events.length, 5);
    for (const each of found.events) {
      assert.equal(each.program, 'nginx');
      assert.match(each.message, /GET/i);
    }
    const nothing = await client.searchEvents({ q: '"nobody says this, ever"' });
    assert.deepEqual(nothing.events, []);
    const { max_id } = await client.searchEvents({ limit: 1 });
    await vendor.advance(60);
    const later = await client.searchEvents({ min_id: max_id });
    assert.ok(later.events.length > 1);
    for (const each of later.events) assert.ok(BigInt(each.id) >= BigInt(max_id));
  });

  test('systems are registered, renamed, put into a group, and deleted', async () => {
    const kept = (await vendor.state()).systems;
    const listed = await client.listSystems();
    assert.deepEqual(
      listed.map((each) => [each.name, each.id, each.hostname]),
      Object.entries(kept).map(([name, each]) => [name, each.id, each.hostname]),
    );
    const [{ id: destination_id }] = await client.listLogDestinations();
    const made = await client.registerSystem({
      'system[name]': 'from "node" & <co>',
      'system[hostname]': 'node-1.agency.example',
      destination_id,
    });
    assert.deepEqual((await client.getSystem(made.id)).name, 'from "node" & <co>');
    const changed = await client.updateSystem(made.id, { 'system[name]': 'renamed' });
    assert.deepEqual([changed.id, changed.name], [made.id, 'renamed']);
    const group = await client.createGroup({ 'group[name]': 'Of node' });
    await client.systemJoinGroup(made.id, { group_id: group.id });
    const joined = await client.getGroup(group.id);
    assert.ok(joined.systems.some((each) => each.id === made.id));
    assert.ok((await vendor.state()).groups['Of node'].systems.includes('renamed'));
    await client.systemLeaveGroup(made.id, { group_id: group.id });
    assert.ok(!(await vendor.state()).groups['Of node'].systems.includes('renamed'));
    await client.deleteGroup(group.id);
    await client.deleteSystem(made.id);
    assert.equal((await vendor.state()).systems.renamed, undefined);
    await assert.rejects(client.getGroup(group.id), refused(404, { message: 'Group not found' }));
    await assert.rejects(client.getSystem(made.id), (thrown) => thrown.status === 404);
  });

  test('searches are saved, changed, and forgotten; people are invited', async () => {
    const query = 'program:rails ("a b" OR -c)';
    const saved = await client.createSavedSearch({ 'search[name]': 'S', 'search[query]': query });
    assert.equal((await vendor.state()).searches.S.query, query);
    await client.updateSavedSearch(saved.id, { 'search[query]': 'd' });
    assert.equal((await client.savedSearch(saved.id)).query, 'd');
    const names = (await client.savedSearches()).map((each) => each.name);
    assert.deepEqual(names.sort(), Object.keys((await vendor.state()).searches).sort());
    await client.deleteSavedSearch(saved.id);
    assert.equal((await vendor.state()).searches.S, undefined);

    await client.inviteUser({ 'user[email]': 'pm@agency.example', 'user[read_only]': '1' });
    const people = await client.listUsers();
    const { users } = await vendor.state();
    assert.deepEqual(people.map((each) => each.email).sort(), Object.keys(users).sort());
    const invited = people.find((each) => each.email === 'pm@agency.example');
    assert.equal(users[invited.email].read_only, true);
    await client.deleteUser(invited.id);
    assert.equal((await vendor.state()).users[invited.email], undefined);
  });

  test('a wrong token, a wrong destination and a limit are told', async () => {
    await assert.rejects(make('wrong').listSystems(), (thrown) => thrown.status === 401);
    const nowhere = { 'system[name]': 'x', 'system[hostname]': 'x', destination_port: '1' };
    const lost = client.registerSystem(nowhere);
    await assert.rejects(lost, refused(400, { message: 'Destination not found' }));
    await vendor.faults({ match: { path: '*/systems.json' }, kind: 'status', status: 429 });
    await assert.rejects(client.listSystems(), (thrown) => thrown.status === 429);
    assert.ok((await client.listSystems()).length > 0);
  });
});
