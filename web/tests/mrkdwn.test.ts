// Slack's mrkdwn, read as Slack reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlines, paragraphs, unescape } from '../src/mrkdwn.ts';

test('only three characters are ever escaped', () => {
  assert.equal(unescape('a &lt;b&gt; &amp;amp; &quot;'), 'a <b> &amp; &quot;');
});

test('marks count at the edges of words', () => {
  assert.deepEqual(inlines('*App* and _so_ ~on~'), [
    { kind: 'bold', inside: [{ kind: 'text', text: 'App' }] },
    { kind: 'text', text: ' and ' },
    { kind: 'italic', inside: [{ kind: 'text', text: 'so' }] },
    { kind: 'text', text: ' ' },
    { kind: 'strike', inside: [{ kind: 'text', text: 'on' }] },
  ]);
  for (const plain of ['web_worker_1', '2*3*4', '* not bold *', '**', 'a~b~c']) {
    assert.deepEqual(inlines(plain), [{ kind: 'text', text: plain }], plain);
  }
});

test('in code nothing is markup', () => {
  assert.deepEqual(inlines('`*a* &amp; b`'), [{ kind: 'code', text: '*a* & b' }]);
  assert.deepEqual(paragraphs('above\n```\nweb  1 → 3\n*x*\n```\nbelow'), [
    { kind: 'lines', inside: [{ kind: 'text', text: 'above' }] },
    { kind: 'pre', text: 'web  1 → 3\n*x*' },
    { kind: 'lines', inside: [{ kind: 'text', text: 'below' }] },
  ]);
});

test('a field is a bold name and a value on a line of its own', () => {
  assert.deepEqual(inlines('*Region*\nus'), [
    { kind: 'bold', inside: [{ kind: 'text', text: 'Region' }] },
    { kind: 'break' },
    { kind: 'text', text: 'us' },
  ]);
});

test('angle brackets hold links, people, channels, groups and dates', () => {
  assert.deepEqual(inlines('<https://a.example/?x=1&amp;y=2|there>'), [
    {
      kind: 'link',
      url: 'https://a.example/?x=1&y=2',
      inside: [{ kind: 'text', text: 'there' }],
    },
  ]);
  assert.deepEqual(inlines('<@U1> <#C1|acme> <!here> <!date^1^{date}|Monday>'), [
    { kind: 'user', id: 'U1', label: '' },
    { kind: 'text', text: ' ' },
    { kind: 'channel', id: 'C1', label: 'acme' },
    { kind: 'text', text: ' ' },
    { kind: 'group', id: 'here', label: '' },
    { kind: 'text', text: ' ' },
    { kind: 'text', text: 'Monday' },
  ]);
});

test('quoted lines stand together', () => {
  assert.deepEqual(paragraphs('&gt; one\n&gt; two\nthree'), [
    {
      kind: 'quote',
      inside: [{ kind: 'text', text: 'one' }, { kind: 'break' }, { kind: 'text', text: 'two' }],
    },
    { kind: 'lines', inside: [{ kind: 'text', text: 'three' }] },
  ]);
});
