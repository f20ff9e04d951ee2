// The page's module without its page: page.mjs MODULE.mjs, under Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const path = process.argv[2];
const { default: load } = await import(pathToFileURL(path));
const module = await load({ wasmBinary: readFileSync(path.replace(/mjs$/, 'wasm')) });

function call(name, ...given) {
  const types = given.map((value) => typeof value);
  return JSON.parse(module.ccall(name, 'string', types, given));
}

assert.equal(call('chatops_start', '1', '').world, 'lantern');
assert.equal(call('chatops_check', 'status tell db slow --severity mayor').ok, false);
call('chatops_say', 'lead', 'acme', '@ops status tell db "The database is slow"');
const { messages } = call('chatops_messages');
assert.match(JSON.stringify(messages), /The status page says of db: The database is slow/);

const line = 'status tell d';
const { choices } = call('chatops_complete', line, line.length);
assert.deepEqual(choices.map((choice) => choice.text), ['db']);
