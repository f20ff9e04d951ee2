// DigitalOcean's own MCP server (with godo inside) against the mock: what its tools answer is compared with the
// account's state.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

import { startMocks } from './support/mocks.mjs';

/** A Model Context Protocol client of that server, over its standard input and output. */
class Tools {
  constructor({ url, token }) {
    const server = createRequire(import.meta.url).resolve('@digitalocean/mcp');
    const services = 'accounts,droplets,networking,volumes';
    this.program = spawn(process.execPath, [server, '-services', services, '-log-level', 'error'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, DIGITALOCEAN_API_TOKEN: token, DIGITALOCEAN_API_ENDPOINT: url },
    });
    this.ended = once(this.program, 'exit');
    this.waiting = new Map();
    this.last = 0;
    createInterface(this.program.stdout).on('line', (line) => {
      const { id, result, error } = JSON.parse(line);
      const [answer, refuse] = this.waiting.get(id) ?? [];
      this.waiting.delete(id);
      if (error) refuse?.(new Error(error.message));
      else answer?.(result);
    });
  }

  send(what) {
    this.program.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...what })}\n`);
  }

  ask(method, params) {
    const id = ++this.last;
    const answer = new Promise((...both) => this.waiting.set(id, both));
    this.send({ id, method, params });
    return answer;
  }

  async start() {
    const clientInfo = { name: 'conformance', version: '1' };
    await this.ask('initialize', { protocolVersion: '2024-11-05', capabilities: {}, clientInfo });
    this.send({ method: 'notifications/initialized' });
  }

  /** What a tool answered; throws what it was told instead. */
  async call(name, given = {}) {
    const { content, isError } = await this.ask('tools/call', { name, arguments: given });
    const [{ text }] = content;
    if (isError) throw new Error(text);
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }

  async stop() {
    // Its child ends with the standard input that both have.
    this.program.stdin.end();
    await this.ended;
  }
}

describe('@digitalocean/mcp', () => {
  let mocks, cloud, tools, state;

  const droplet = async (name) => {
    state = await cloud.state();
    return Object.values(state.droplets).find((each) => each.name === name);
  };
  /** godo leaves out what is empty. */
  const same = (seen, kept, names) => {
    for (const name of names) assert.deepEqual(seen[name], kept[name], name);
  };
  const done = async ({ id }, seconds) => {
    assert.equal((await tools.call('action-get', { ID: id })).status, 'in-progress');
    await cloud.advance(seconds);
    const action = await tools.call('action-get', { ID: id });
    assert.equal(action.status, 'completed');
    return action;
  };

  before(async () => {
    mocks = await startMocks();
    cloud = mocks.digitalocean;
    tools = new Tools(cloud);
    await tools.start();
  });
  beforeEach(async () => {
    await cloud.advance(60);
    state = await cloud.state();
  });
  after(async () => {
    await tools.stop();
    await mocks.stop();
  });

  test('the account, and what it costs', async () => {
    const account = await tools.call('account-get-information');
    same(account, state.account, ['email', 'name', 'uuid', 'status', 'droplet_limit', 'team']);
    const balance = await tools.call('balance-get');
    assert.match(balance.account_balance, /^-?\d+\.\d\d$/);
  });

  test('droplets are listed page by page, and shown one by one', async () => {
    const all = [];
    for (let Page = 1; ; ++Page) {
      const page = await tools.call('droplet-list', { Page, PerPage: 5 });
      all.push(...page);
      if (page.length < 5) break;
    }
    const kept = Object.values(state.droplets);
    assert.deepEqual(all.map((each) => each.id).sort(), kept.map((each) => each.id).sort());
    const names = ['name', 'memory', 'vcpus', 'disk', 'status', 'created_at', 'size_slug', 'tags'];
    const parts = ['features', 'volume_ids', 'vpc_uuid', 'networks'];
    for (const one of kept) {
      const shown = await tools.call('droplet-get', { ID: one.id });
      same(shown, one, names);
      for (const part of parts)
        if (one[part]?.length !== 0 && part !== 'networks')
          assert.deepEqual(shown[part], one[part], part);
      assert.deepEqual(
        shown.networks.v4.map((each) => each.ip_address),
        one.networks.v4.map((each) => each.ip_address),
      );
      assert.deepEqual(
        [shown.image.slug, shown.region.slug, shown.size.price_monthly],
        [one.image.slug ?? undefined, one.region.slug, one.size.price_monthly],
      );
    }
    await assert.rejects(tools.call('droplet-get', { ID: 1 }), /404.*could not be found/);
  });

  test('a droplet is made, is new, then active, resized, and gone', async () => {
    const wanted = { Name: 'made-by-mcp', Size: 's-1vcpu-1gb', Region: 'fra1', Tags: ['mcp'] };
    const created = await tools.call('droplet-create', { ...wanted, ImageSlug: 'debian-12-x64' });
    const ID = created.id;
    assert.equal((await tools.call('droplet-get', { ID })).status, 'new');
    await cloud.advance(20);
    const made = await tools.call('droplet-get', { ID });
    assert.equal(made.status, 'active');
    const kept = await droplet('made-by-mcp');
    same(made, kept, ['id', 'name', 'size_slug', 'tags', 'created_at', 'vpc_uuid']);

    const off = await tools.call('power-off-droplet', { ID });
    assert.deepEqual([off.type, off.resource_id], ['power_off', ID]);
    await assert.rejects(tools.call('power-on-droplet', { ID }), /422.*pending event/);
    await done(off, 5);
    await cloud.advance(2);
    assert.equal((await tools.call('droplet-get', { ID })).status, 'off');
    await done(await tools.call('resize-droplet', { ID, Size: 's-1vcpu-2gb' }), 60);
    assert.equal((await droplet('made-by-mcp')).size_slug, 's-1vcpu-2gb');
    const nonsense = tools.call('resize-droplet', { ID, Size: 's-9vcpu-9gb' });
    await assert.rejects(nonsense, /422/);
    const snapshot = await tools.call('snapshot-droplet', { ID, Name: 'before & after "1"' });
    await done(snapshot, 40);
    const images = await tools.call('image-list', { Type: 'user' });
    const taken = images.find((each) => each.name === 'before & after "1"');
    assert.equal(taken.type, 'snapshot');
    assert.deepEqual((await droplet('made-by-mcp')).snapshot_ids, [taken.id]);
    await tools.call('image-update', { ID: taken.id, Name: 'renamed' });
    assert.equal((await tools.call('image-get', { ID: taken.id })).name, 'renamed');
    await tools.call('image-delete', { ID: taken.id });
    await assert.rejects(tools.call('image-get', { ID: taken.id }), /404/);

    await done(await tools.call('rename-droplet', { ID, Name: 'renamed-by-mcp' }), 5);
    assert.equal((await droplet('renamed-by-mcp')).id, ID);
    await tools.call('droplet-delete', { ID });
    await cloud.advance(3);
    await assert.rejects(tools.call('droplet-get', { ID }), /404/);
    assert.equal(await droplet('renamed-by-mcp'), undefined);
    await assert.rejects(tools.call('droplet-delete', { ID }), /404/);
  });

  test('a droplet that cannot be is refused with what is wrong', async () => {
    const wanted = {
      Name: 'made',
      Size: 's-1vcpu-1gb',
      ImageSlug: 'debian-12-x64',
      Region: 'fra1',
    };
    for (const [name, value, said] of [
      ['Size', 's-9', /422.*size/i],
      ['Region', 'mars1', /422.*region/i],
      ['ImageSlug', 'templeos', /422.*image/i],
      ['Name', 'not a host name!', /422.*name/i],
    ])
      await assert.rejects(tools.call('droplet-create', { ...wanted, [name]: value }), said);
    assert.equal(
      Object.keys((await cloud.state()).droplets).length,
      Object.keys(state.droplets).length,
    );
  });

  test('all droplets of a tag are told at once', async () => {
    const tagged = Object.values(state.droplets).filter((each) => each.tags.includes('initech'));
    const actions = await tools.call('power-cycle-droplets-tag', { Tag: 'initech' });
    assert.deepEqual(
      actions.map((each) => each.resource_id).sort(),
      tagged.map((each) => each.id).sort(),
    );
    await cloud.advance(10);
    for (const { id } of actions)
      assert.equal((await tools.call('action-get', { ID: id })).status, 'completed');
  });

  test('zones and their records are made, changed, listed, and removed', async () => {
    const Name = 'conformance.example';
    await tools.call('domain-create', { Name, IPAddress: '203.0.113.200' });
    assert.equal((await tools.call('domain-get', { Name })).name, Name);
    const record = { Domain: Name, Type: 'TXT', Name: '_check', Data: 'v=1; "quoted" \\ & <x>' };
    const created = await tools.call('domain-record-create', record);
    const RecordID = created.id;
    const read = await tools.call('domain-record-get', { Domain: Name, RecordID });
    assert.deepEqual([read.type, read.name, read.data], ['TXT', '_check', record.Data]);
    await tools.call('domain-record-edit', { ...record, RecordID, Data: 'v=2' });
    const listed = await tools.call('domain-record-list', { Domain: Name, PerPage: 200 });
    const { domains } = await cloud.state();
    const kept = domains[Name];
    assert.deepEqual(
      listed.map(({ id, type, name, data, ttl }) => [id, type, name, data, ttl]),
      kept.map(({ id, type, name, data, ttl }) => [id, type, name, data, ttl]),
    );
    assert.equal(listed.find((each) => each.id === RecordID).data, 'v=2');
    await tools.call('domain-record-delete', { Domain: Name, RecordID });
    const gone = tools.call('domain-record-get', { Domain: Name, RecordID });
    await assert.rejects(gone, /404/);
    const bad = { Domain: Name, Type: 'A', Name: 'www', Data: 'nowhere' };
    await assert.rejects(tools.call('domain-record-create', bad), /422/);
    const again = tools.call('domain-create', { Name, IPAddress: '203.0.113.200' });
    await assert.rejects(again, /422/);
    await tools.call('domain-delete', { Name });
    await assert.rejects(tools.call('domain-get', { Name }), /404/);
    const names = (await tools.call('domain-list', { PerPage: 200 })).map((each) => each.name);
    assert.deepEqual(names.sort(), Object.keys((await cloud.state()).domains).sort());
  });

  test('a firewall follows its droplets, tags and rules', async () => {
    const web = await droplet('acme-web-1');
    const created = await tools.call('firewall-create', {
      Name: 'mcp-wall',
      InboundProtocol: 'tcp',
      InboundPortRange: '443',
      InboundSource: '0.0.0.0/0',
      OutboundProtocol: 'tcp',
      OutboundPortRange: '1-65535',
      OutboundDestination: '0.0.0.0/0',
      DropletIDs: [web.id],
    });
    const ID = created.id;
    await cloud.advance(5);
    const shown = await tools.call('firewall-get', { ID });
    assert.equal(shown.status, 'succeeded');
    assert.deepEqual(shown.droplet_ids, [web.id]);
    const InboundRules = [{ Protocol: 'tcp', PortRange: '8000-8080', Sources: ['10.0.0.0/8'] }];
    await tools.call('firewall-add-rules', { ID, InboundRules, OutboundRules: [] });
    await tools.call('firewall-add-tags', { ID, Tags: ['globex'] });
    await tools.call('firewall-remove-droplets', { ID, DropletIDs: [web.id] });
    const { firewalls } = await cloud.state();
    const kept = firewalls.find((each) => each.id === ID);
    assert.deepEqual(
      kept.inbound_rules.map((each) => [each.protocol, each.ports, each.sources.addresses]),
      [
        ['tcp', '443', ['0.0.0.0/0']],
        ['tcp', '8000-8080', ['10.0.0.0/8']],
      ],
    );
    assert.deepEqual([kept.droplet_ids, kept.tags], [[], ['globex']]);
    await cloud.advance(5);
    const read = await tools.call('firewall-get', { ID });
    assert.deepEqual(
      read.inbound_rules.map((each) => each.ports),
      ['443', '8000-8080'],
    );
    await tools.call('firewall-delete', { ID });
    await assert.rejects(tools.call('firewall-get', { ID }), /404/);
  });

  test('a volume is made, attached, enlarged, detached, and deleted', async () => {
    const web = await droplet('acme-web-1');
    const made = await tools.call('volume-create', {
      Name: 'mcp-data',
      Region: 'fra1',
      SizeGigaBytes: 10,
    });
    const VolumeID = made.id;
    await done(await tools.call('volume-attach', { VolumeID, DropletID: web.id }), 10);
    assert.deepEqual((await tools.call('volume-get', { ID: VolumeID })).droplet_ids, [web.id]);
    assert.ok((await droplet('acme-web-1')).volume_ids.includes(VolumeID));
    await assert.rejects(tools.call('volume-delete', { ID: VolumeID }), /409/);
    await done(await tools.call('volume-detach', { VolumeID, DropletID: web.id }), 10);
    const larger = { VolumeID, SizeGigaBytes: 20, Region: 'fra1' };
    await done(await tools.call('volume-resize', larger), 10);
    assert.equal((await tools.call('volume-get', { ID: VolumeID })).size_gigabytes, 20);
    await assert.rejects(tools.call('volume-resize', { ...larger, SizeGigaBytes: 5 }), /422/);
    const snapshot = await tools.call('volume-snapshot-create', { VolumeID, Name: 'kept' });
    const listed = await tools.call('volume-snapshot-list', { VolumeID });
    assert.deepEqual(
      listed.map((each) => [each.id, each.name]),
      [[snapshot.id, 'kept']],
    );
    await tools.call('volume-snapshot-delete', { ID: snapshot.id });
    await tools.call('volume-delete', { ID: VolumeID });
    await assert.rejects(tools.call('volume-get', { ID: VolumeID }), /404/);
  });

  test('a reserved address goes from one droplet to another', async () => {
    const web = await droplet('acme-web-1');
    const reserved = await tools.call('reserved-ip-reserve', { Region: 'fra1', Type: 'ipv4' });
    const IP = reserved.ip;
    const both = { IP, DropletID: web.id, Type: 'ipv4' };
    await done(await tools.call('reserved-ip-assign', both), 5);
    assert.equal((await tools.call('reserved-ip-get', { IP })).droplet.id, web.id);
    await done(await tools.call('reserved-ip-unassign', { IP, Type: 'ipv4' }), 5);
    assert.equal((await tools.call('reserved-ip-get', { IP })).droplet ?? null, null);
    await tools.call('reserved-ip-release', { IP, Type: 'ipv4' });
    await assert.rejects(tools.call('reserved-ip-get', { IP }), /404/);
  });

  test('networks are made, shown with their members, and deleted when they are empty', async () => {
    const listed = await tools.call('vpc-list', { PerPage: 200 });
    for (const one of state.vpcs) {
      const shown = listed.find((each) => each.id === one.id);
      same(shown, one, ['name', 'region', 'ip_range', 'urn', 'created_at']);
      assert.equal(shown.default ?? false, one.default);
    }
    assert.equal(listed.length, state.vpcs.length);
    const home = state.vpcs.find((each) => each.region === 'lon1' && each.default);
    const members = await tools.call('vpc-list-members', { ID: home.id });
    const there = Object.values(state.droplets).filter((each) => each.vpc_uuid === home.id);
    for (const { id, name } of there)
      assert.ok(members.some((each) => each.urn === `do:droplet:${id}` && each.name === name));
    const balanced = state.load_balancers.filter((each) => each.vpc_uuid === home.id);
    assert.equal(members.length, there.length + balanced.length);
    const wanted = { Name: 'mcp.net', Region: 'fra1', Subnet: '10.78.0.0/24' };
    const { id: ID } = await tools.call('vpc-create', wanted);
    same(await tools.call('vpc-get', { ID }), { name: 'mcp.net', ip_range: '10.78.0.0/24' }, [
      'name',
      'ip_range',
    ]);
    await assert.rejects(tools.call('vpc-create', { ...wanted, Name: 'again' }), /422.*overlaps/);
    await assert.rejects(tools.call('vpc-delete', { ID: home.id }), /403/);
    await tools.call('vpc-delete', { ID });
    await assert.rejects(tools.call('vpc-get', { ID }), /404/);
  });

  test('a disk begins anew, is put back, and is copied by itself', async () => {
    const { id: ID, backup_ids } = await droplet('initech-db-1');
    const [ImageID] = backup_ids;
    await done(await tools.call('rebuild-droplet-by-slug', { ID, ImageSlug: 'debian-12-x64' }), 50);
    assert.equal((await droplet('initech-db-1')).image.slug, 'debian-12-x64');
    await done(await tools.call('restore-droplet', { ID, ImageID }), 50);
    assert.equal((await droplet('initech-db-1')).image.id, ImageID);
    await assert.rejects(tools.call('restore-droplet', { ID, ImageID: 1 }), /422/);
    const before = await droplet('initech-web-1');
    await done(await tools.call('enable-backups-droplet', { ID: before.id }), 2);
    assert.ok((await droplet('initech-web-1')).features.includes('backups'));
    const policy = await tools.call('droplet-backup-policy', { ID: before.id });
    assert.equal(policy.backup_enabled, true);
    await done(await tools.call('disable-backups-droplet', { ID: before.id }), 2);
    await done(await tools.call('reset-droplet-password', { ID: before.id }), 10);
    await assert.rejects(tools.call('enable-ipv6-droplet', { ID: before.id }), /422/);
    await done(await tools.call('image-action-transfer', { ID: ImageID, Region: 'ams3' }), 40);
    assert.ok((await tools.call('image-get', { ID: ImageID })).regions.includes('ams3'));
    await done(await tools.call('image-action-convert', { ID: ImageID }), 40);
    assert.equal((await tools.call('image-get', { ID: ImageID })).type, 'snapshot');
  });

  test('load balancers, keys, sizes and regions are what the account has', async () => {
    const balancers = await tools.call('lb-list');
    const kept = state.load_balancers;
    assert.deepEqual(
      balancers.map((each) => each.name).sort(),
      kept.map((each) => each.name).sort(),
    );
    for (const one of kept) {
      const shown = await tools.call('lb-get', { LoadBalancerID: one.id });
      same(shown, one, ['id', 'name', 'ip', 'status', 'droplet_ids', 'algorithm', 'created_at']);
      assert.equal(shown.forwarding_rules.length, one.forwarding_rules.length);
    }
    const keys = await tools.call('key-list');
    assert.deepEqual(keys, state.ssh_keys);
    const bad = tools.call('key-create', { Name: 'x', PublicKey: 'no key' });
    await assert.rejects(bad, /422/);
    const regions = await tools.call('region-list', { PerPage: 200 });
    const sizes = await tools.call('size-list', { PerPage: 200 });
    const sold = new Set(sizes.map((each) => each.slug));
    for (const each of Object.values(state.droplets)) {
      assert.ok(sold.has(each.size_slug));
      assert.ok(regions.some((one) => one.slug === each.region.slug && one.available));
    }
  });

  test('a wrong token is refused; what passes by itself is tried again', async () => {
    const { url } = cloud;
    const refused = new Tools({ url, token: 'dop_v1_wrong' });
    await refused.start();
    await assert.rejects(refused.call('account-get-information'), /401/);
    await refused.stop();
    // A limit and an outage that pass.
    for (const status of [429, 500]) {
      await cloud.forgetRequests();
      await cloud.faults({ match: { path: '/v2/account' }, kind: 'status', status });
      const account = await tools.call('account-get-information');
      assert.equal(account.email, state.account.email);
      const statuses = (await cloud.requests('/v2/account')).map((each) => each.status);
      assert.deepEqual(statuses, [status, 200]);
    }
    await cloud.faults({ match: { path: '/v2/account' }, kind: 'status', status: 403 });
    await assert.rejects(tools.call('account-get-information'), /403/);
  });
});
