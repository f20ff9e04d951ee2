// The mocked vendors, started as a process of their own on loopback, and their control routes.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = process.env.CHATOPS_BIN ?? path.resolve(here, '../../../build/dev/bin');
const WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 10;

/** Looks until `look` gives something true, and returns it; fails with `what` after a while. */
export async function until(what, look) {
  for (const end = Date.now() + WAIT_MS; ;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((go) => setTimeout(go, LOOK_AGAIN_MS));
  }
}

async function exchange(method, url, body) {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** One vendor's address and credentials (`url`, `token`, …), and what its mock is asked. */
class Vendor {
  constructor(known) {
    Object.assign(this, known);
  }

  state() {
    return exchange('GET', `${this.url}/_mock/state`);
  }

  /** A control route of its own: `tell("say", {user, channel, text})`. */
  tell(route, body) {
    return exchange('POST', `${this.url}/_mock/${route}`, body);
  }

  see(route) {
    return exchange('GET', `${this.url}/_mock/${route}`);
  }

  advance(seconds) {
    return this.tell('clock', { advance_s: seconds });
  }

  faults(...plan) {
    return exchange('PUT', `${this.url}/_mock/faults`, plan);
  }

  /** What was asked of it, oldest first. */
  requests(pathGlob) {
    return this.see(`requests${pathGlob ? `?path=${encodeURIComponent(pathGlob)}` : ''}`);
  }

  forgetRequests() {
    return exchange('DELETE', `${this.url}/_mock/requests`);
  }
}

/** All vendors of the world `agency`: `mocks.slack`, `mocks.heroku`, …; `stop()` ends them. */
export async function startMocks({ socketMode = false } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'chatops-conformance-'));
  const config = path.join(folder, 'chatops.toml');
  const mode = socketMode ? '--socket-mode' : '--http';
  const program = spawn(
    path.join(programs, 'chatops-mocks'),
    ['--base-port', '0', '--world', 'agency', '--bot-config', config, mode],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(program, 'exit');
  const line = await Promise.race([
    once(createInterface(program.stdout), 'line').then(([text]) => text),
    ended.then(([code]) => Promise.reject(new Error(`chatops-mocks ended: ${code}`))),
  ]);
  const mocks = {};
  for (const [name, known] of Object.entries(JSON.parse(line))) mocks[name] = new Vendor(known);
  // Where Slack's deliveries go.
  const listen = /^listen = "[^"]*:(\d+)"$/m.exec(await readFile(config, 'utf8'));
  mocks.botPort = listen ? Number(listen[1]) : undefined;
  mocks.stop = async () => {
    program.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return mocks;
}
