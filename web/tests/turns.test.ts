// What one person did leads to exchanges: they are shown under it, even if they end much later.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../src/module.ts';
import { grouped, type Turn } from '../src/turns.ts';

const turn = (number: number): Turn => ({
  number,
  at: '2026-01-05T09:00:00.000Z',
  who: 'lead',
  what: 'help',
  typed: true,
  exchanges: [],
});

const exchange = (number: number, ended: boolean): Exchange => ({
  number,
  at: '2026-01-05T09:00:00.000Z',
  from: 'bot',
  to: 'heroku',
  method: 'GET',
  url: 'https://api.heroku.com/apps',
  ended,
  status: ended ? 200 : 0,
  failure: '',
  took_ms: 0,
  request: { headers: [], body: '' },
  response: { headers: [], body: '' },
});

test('new exchanges belong to the latest turn', () => {
  const first = grouped([turn(0)], [exchange(0, true)]);
  const second = grouped([...first, turn(1)], [exchange(1, true)]);
  assert.deepEqual(
    second.map(({ exchanges }) => exchanges.map(({ number }) => number)),
    [[0], [1]],
  );
});

test('one that ends later stays where it began', () => {
  const before = grouped([turn(0)], [exchange(0, false)]);
  const after = grouped([...before, turn(1)], [exchange(0, true), exchange(1, true)]);
  assert.equal(after[0]?.exchanges[0]?.ended, true);
  assert.deepEqual(
    after[1]?.exchanges.map(({ number }) => number),
    [1],
  );
});
