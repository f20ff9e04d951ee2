// The page as people use it: typed with real keys, in Chromium, against the real module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { Reader, withPage } from './browser.ts';

test('it starts in a channel of the bot, ready to type', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    assert.equal(await page.getByRole('tab', { selected: true }).innerText(), '#ops');
    assert.equal(await reader.clock.innerText(), '09:00:00');
    assert.equal(await page.getByLabel('Seed').inputValue(), '1');
    assert.match(await reader.fullHash(), /^[0-9a-f]{64}$/);
    const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button');
    assert.equal(await examples.filter({ hasText: /^heroku / }).count(), 1);
    assert.equal(await page.locator('#messages').evaluate((list) => list.scrollTop), 0);
    await page.keyboard.type('help');
    assert.equal(await reader.line.inputValue(), 'help');
  }));

test('Tab completes word after word, with what the account holds', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('heroku sc');
    assert.deepEqual(await reader.choices.locator('code').allInnerTexts(), ['scale']);
    await reader.line.press('Tab');
    assert.equal(await reader.line.inputValue(), 'heroku scale ');
    await reader.line.pressSequentially('globex-');
    await reader.line.press('Tab');
    await reader.line.pressSequentially('work');
    await reader.line.press('Tab');
    // The value goes on where the name ends.
    assert.equal(await reader.line.inputValue(), 'heroku scale globex-staging worker=');
  }));

test('arrows choose while choices are shown, and Enter takes the chosen one', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('heroku ');
    const all = await reader.choices.locator('code').allInnerTexts();
    assert(all.length >= 5);
    await reader.line.press('ArrowDown');
    assert.equal(
      await reader.line.getAttribute('aria-activedescendant'),
      await page.getByRole('option', { selected: true }).getAttribute('id'),
    );
    await reader.line.press('Enter');
    assert.equal(await reader.line.inputValue(), `heroku ${all[1]} `);
    assert.equal(await reader.messages.count(), 0);
    await reader.types('heroku ');
    await reader.line.press('Escape');
    assert.equal(await reader.choices.count(), 0);
  }));

test('a right line is explained: what it does, and what to', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('heroku scale acme web=3');
    const advice = await reader.advice.innerText();
    assert.match(advice, /heroku\s+scale\s[\s\S]*--wait/);
    assert.match(advice, /changes/);
    assert.match(advice, /Run more or fewer dynos of an application/);
    assert.match(advice, /app\s+acme/);
    assert.match(advice, /formation\s+web=3/);
    assert.equal(await reader.line.getAttribute('aria-invalid'), 'false');
  }));

test('a mistake is underlined where it stands, and explained', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('heroku scale “acme” web=many worker=1');
    assert.equal(await page.locator('.mirror mark').innerText(), 'many');
    assert.equal(await reader.line.getAttribute('aria-invalid'), 'true');
    assert.equal(await page.locator('.wrong').getAttribute('data-code'), 'heroku_quantity');
    // The underline lies under the very letters: both are set alike.
    const [mark, line] = await Promise.all([
      page.locator('.mirror mark').boundingBox(),
      reader.line.boundingBox(),
    ]);
    assert(mark !== null && line !== null && mark.x > line.x && mark.y >= line.y);
  }));

test('a misspelt command is corrected with one press', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('heroku scael acme web=3');
    assert.equal(await page.locator('.mirror mark').count(), 1);
    await page.locator('.wrong button').click();
    assert.equal(await reader.line.inputValue(), 'heroku scale acme web=3');
    assert.equal(await page.locator('.wrong').count(), 0);
  }));

test('what is only unfinished is no mistake', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('hero');
    assert.equal(await page.locator('.wrong').count(), 0);
    assert.equal(await reader.line.getAttribute('aria-invalid'), 'false');
  }));

test('a command runs, is answered as in Slack, and shows what it asked of whom', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    const before = await reader.fullHash();
    await reader.says('heroku scale acme web=3');
    assert.equal(await reader.messages.count(), 2);
    assert.match(
      await reader.textOf(reader.messages.first()),
      /lead[\s\S]*@ops heroku scale acme web=3/,
    );
    const answer = await reader.answered();
    assert.match(answer, /ops\s+APP/);
    assert.match(answer, /web\s+2 → 3/);
    assert.notEqual(await reader.fullHash(), before);

    const patch = page.locator('exchange-list details', { hasText: 'PATCH' });
    assert.match(await patch.innerText(), /bot → heroku[\s\S]*\/apps\/acme\/formation[\s\S]*200/);
    assert.equal(await patch.locator('.halves').isVisible(), false);
    await patch.locator('summary').click();
    assert.match(await patch.innerText(), /"quantity": 3/);
    assert.doesNotMatch(await patch.innerText(), /HRKU-/);
  }));

test('exchanges are kept apart by server', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.says('heroku apps');
    const list = page.locator('exchange-list');
    await list.getByRole('button', { name: 'heroku' }).click();
    const shown = await list.locator('summary').allInnerTexts();
    assert(shown.length > 0);
    assert(shown.every((each) => each.includes('heroku')));
    await list.getByRole('button', { name: 'All' }).click();
    assert((await list.locator('summary').count()) > shown.length);
  }));

test('what destroys is confirmed with a button', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.says('heroku rollback acme v4');
    const confirm = reader.answer.getByRole('button', { name: 'Confirm' });
    assert.equal(await reader.asked('heroku', 'POST').count(), 0);
    // One line tall, as every button.
    assert(((await confirm.boundingBox())?.height ?? 99) < 40);
    await confirm.click();
    await confirm.waitFor({ state: 'detached' });
    assert.match(await reader.answered(), /acme goes back to v4/);
    assert.equal(await reader.answer.getByRole('img', { name: 'Done' }).isVisible(), true);
    assert.equal(await reader.asked('heroku', 'POST').count(), 1);
    assert.equal(await reader.messages.count(), 2);
  }));

test('without a right nothing is done, and the person reads why', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.speaksAs('guest');
    await reader.says('heroku restart acme-staging');
    assert.match(await reader.answered(), /may not|not allowed/i);
    assert.equal(await reader.asked('heroku', 'DELETE').count(), 0);
  }));

test('a slash command is answered for one pair of eyes', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await page.getByRole('button', { name: /^Said as @ops/ }).click();
    await reader.says('help');
    assert.equal(await reader.messages.count(), 1);
    assert.match(await reader.answered(), /Only visible to lead/);
  }));

test('where the bot is not, it answers in direct messages', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#general');
    await page.getByRole('button', { name: /^Said as @ops/ }).click();
    await reader.says('heroku ps acme');
    const direct = page.getByRole('tab', { name: /@ops/ });
    assert.match(await direct.innerText(), /1/);
    await direct.click();
    assert.match(await reader.answered(), /acme/);
    assert.doesNotMatch(await direct.innerText(), /1/);
  }));

test('time passes only when asked to, and by as much', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await page.getByRole('button', { name: 'Wait 10 minutes' }).click();
    await page.getByRole('button', { name: 'Wait 1 minute' }).click();
    assert.equal(await reader.clock.innerText(), '09:11:00');
    await reader.enters('#acme');
    await reader.says('heroku rollback acme v4');
    await page.getByRole('button', { name: 'Wait 1 hour' }).click();
    // Nobody confirmed it.
    assert.equal(await reader.answer.getByRole('button', { name: 'Confirm' }).count(), 0);
  }));

test('arrows recall what was typed', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.says('whoami');
    await reader.says('heroku apps');
    await reader.line.press('ArrowUp');
    assert.equal(await reader.line.inputValue(), 'heroku apps');
    await reader.line.press('ArrowUp');
    assert.equal(await reader.line.inputValue(), 'whoami');
    await reader.line.press('ArrowDown');
    await reader.line.press('ArrowDown');
    assert.equal(await reader.line.inputValue(), '');
  }));

async function story(page: Page): Promise<string> {
  const reader = new Reader(page);
  await reader.enters('#acme');
  await reader.says('heroku restart acme-staging');
  await page.getByRole('button', { name: 'Wait 10 minutes' }).click();
  return reader.fullHash();
}

test('one seed is one history, and another is another', async () => {
  const hashes: string[] = [];
  for (const seed of ['7', '7', '8']) {
    await withPage(async (page) => void hashes.push(await story(page)), { query: `?seed=${seed}` });
  }
  assert.equal(hashes[0], hashes[1]);
  assert.notEqual(hashes[0], hashes[2]);
});

test('a restart begins anew from the seed that was set', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    const fresh = await reader.fullHash();
    await reader.says('heroku apps');
    const seed = page.getByLabel('Seed');
    await seed.fill('42');
    await seed.press('Enter');
    await page.waitForURL(/seed=42/);
    assert.equal(await reader.messages.count(), 0);
    assert.equal(await reader.clock.innerText(), '09:00:00');
    await seed.fill('1');
    await page.getByRole('button', { name: 'Restart', exact: true }).click();
    await page.waitForURL(/seed=1$/);
    assert.equal(await reader.fullHash(), fresh);
  }));

test('a seed that is none is refused in words', () =>
  withPage(
    async (page) => {
      assert.match(await page.getByRole('alert').innerText(), /whole number/);
    },
    { query: '?seed=oak' },
  ));

test('everything can be reached with the keyboard alone', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    const tab = page.getByRole('tab', { selected: true });
    await tab.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await tab.innerText(), '#acme');
    await reader.line.focus();
    await page.keyboard.type('heroku apps');
    await page.keyboard.press('Enter');
    const seen = new Set<string>();
    for (let presses = 0; presses < 40; ++presses) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(nameOfFocus));
    }
    for (const wanted of ['summary', 'button:Wait 1 minute', 'input:seed', 'textarea:Command']) {
      assert(
        [...seen].some((each) => each.startsWith(wanted)),
        `${wanted} in ${[...seen]}`,
      );
    }
  }));

/** Runs in the page: tag and name of what has the focus, inside components too. */
function nameOfFocus(): string {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null) return '';
  return `${at.tagName.toLowerCase()}:${at.getAttribute('aria-label') ?? at.id}`;
}

test('on a telephone nothing overflows, and the exchanges unfold beneath', () =>
  withPage(
    async (page) => {
      const reader = new Reader(page);
      await reader.enters('#acme');
      await reader.says('heroku ps acme');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 390);
      const list = page.getByRole('region', { name: 'HTTP exchanges' });
      assert.equal(await list.isVisible(), false);
      await page.getByRole('button', { name: 'Exchanges' }).click();
      assert.equal(await list.isVisible(), true);
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ));

test('by night it is dark', () =>
  withPage(
    async (page) => {
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(background, 'rgb(18, 19, 22)');
    },
    { colorScheme: 'dark' },
  ));
