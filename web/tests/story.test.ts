// One script has one transcript: what the native tests play of it, a person types into the page here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { clipboard, Reader, withPage } from './browser.ts';

const waits: Record<string, string> = {
  '10s': '10 seconds',
  '1m': '1 minute',
  '10m': '10 minutes',
  '1h': '1 hour',
};

/** One line of a script, done as a person does it. */
async function act(reader: Reader, line: string): Promise<void> {
  const said = /^(\w+) #([\w-]+): ([@/]\w+) (.*)$/.exec(line);
  const pressed = /^(\w+) clicks (.*)$/.exec(line);
  const waited = /^wait (\w+)$/.exec(line);
  if (said !== null) {
    const [, person = '', channel = '', prompt = '', command = ''] = said;
    await reader.speaksAs(person);
    await reader.enters(channel === 'dm' ? '@ops' : `#${channel}`);
    await reader.speaksBy(prompt);
    await reader.says(command);
  } else if (pressed !== null) {
    const [, person = '', label = ''] = pressed;
    await reader.speaksAs(person);
    await reader.presses(label);
  } else {
    await reader.waits(waits[waited?.[1] ?? ''] ?? `what “${line}” says`);
  }
}

test('a script gives the transcript here that it gives natively', async () => {
  const file = new URL('../../tests/web/story.txt', import.meta.url);
  const text = await readFile(file, 'utf8');
  const seed = /^# seed (\d+)$/m.exec(text)?.[1];
  const transcript = /^# transcript (\w+)$/m.exec(text)?.[1];
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  assert(lines.length > 5);
  await withPage(
    async (page) => {
      const reader = new Reader(page);
      for (const line of lines) await act(reader, line);
      // What the page offers to copy is the very script, for chatops-sim to play again.
      assert.deepEqual((await reader.script()).trimEnd().split('\n'), lines);
      assert.equal(await reader.fullHash(), transcript);
    },
    { query: `?seed=${seed}`, permissions: clipboard },
  );
});
