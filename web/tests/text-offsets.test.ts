// The module counts bytes, the page UTF-16 units: both ways, and back again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesBefore, unitsBefore } from '../src/text-offsets.ts';

const line = 'say “é” 🚀 now';

test('units become bytes', () => {
  assert.equal(bytesBefore(line, 0), 0);
  assert.equal(bytesBefore(line, line.indexOf('é')), 7);
  assert.equal(bytesBefore(line, line.indexOf('now')), 18);
  assert.equal(bytesBefore(line, line.length), new TextEncoder().encode(line).length);
});

test('bytes become units again', () => {
  for (const word of ['say', '“', 'é', '🚀', 'now']) {
    const at = line.indexOf(word);
    assert.equal(unitsBefore(line, bytesBefore(line, at)), at, word);
  }
});

test('a place behind the end is the end', () => {
  assert.equal(unitsBefore('abc', 99), 3);
});
