// Forms, the bot's page and shortcuts, as people use them; and a conversation kept as a test.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Reader, clipboard, withPage } from './browser.ts';

test('a command that lacks something opens its form, whose mistakes stand at their fields', () =>
  withPage(
    async (page) => {
      const reader = new Reader(page);
      await reader.enters('#acme');
      await reader.speaksBy('/ops');
      await reader.says('heroku scale');
      const form = page.getByRole('dialog', { name: 'heroku scale' });
      await form.getByText('Run more or fewer dynos of an application').waitFor();
      const formation = form.getByLabel(/^What to run/);
      await form.getByLabel('The application').fill('acme');
      await formation.fill('web=many');
      await form.getByRole('button', { name: 'Run' }).click();
      await form.getByRole('alert').getByText('“many” is not a whole number').waitFor();
      assert.equal(await formation.getAttribute('aria-invalid'), 'true');
      assert.equal(await formation.evaluate((field) => field.matches(':focus')), true);
      // What was typed is still there.
      assert.equal(await form.getByLabel('The application').inputValue(), 'acme');
      await formation.fill('web=3\nworker=2');
      await form.getByRole('checkbox', { name: '--wait' }).check();
      await form.getByRole('button', { name: 'Run' }).click();
      await form.waitFor({ state: 'detached' });
      assert.match(await reader.answered(), /acme: web 2 → 3, worker 1 → 2, and all is up/);
      assert.deepEqual((await reader.script()).trimEnd().split('\n'), [
        'lead #acme: /ops heroku scale',
        'lead fills app=acme; formation=web=many',
        'lead fills app=acme; formation=web=3 worker=2; -flags0=wait',
      ]);
    },
    { permissions: clipboard },
  ));

test('a form lists what there is while one types, which is no part of the story', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.speaksBy('/ops');
    await reader.says('heroku config unset');
    const before = await reader.fullHash();
    const form = page.getByRole('dialog');
    const app = form.getByLabel('The application');
    const offered = form.getByRole('option');
    assert.equal(await offered.count(), 0);
    await app.pressSequentially('glo');
    assert.deepEqual(await offered.locator('code').allInnerTexts(), ['globex', 'globex-staging']);
    assert.equal(await app.getAttribute('aria-expanded'), 'true');
    // What is typed stays, until the arrows choose.
    assert.equal(await app.getAttribute('aria-activedescendant'), null);
    await app.press('ArrowDown');
    await app.press('ArrowDown');
    assert.equal(
      await app.getAttribute('aria-activedescendant'),
      await form.getByRole('option', { selected: true }).getAttribute('id'),
    );
    await app.press('Enter');
    assert.equal(await app.inputValue(), 'globex-staging');
    assert.equal(await offered.count(), 0);
    assert.equal(await app.getAttribute('aria-expanded'), 'false');
    await form.waitFor();
    // Escape closes the list, and only then the form.
    await app.fill('ac');
    await app.press('Escape');
    assert.equal(await offered.count(), 0);
    await form.waitFor();
    await app.fill('initech-');
    await app.press('Tab');
    assert.equal(await app.inputValue(), 'initech-staging');
    // Of that application, and one line after the other.
    await app.fill('acme');
    const names = form.getByLabel(/^Which/);
    await names.pressSequentially('DATA');
    assert.deepEqual(await offered.locator('code').allInnerTexts(), ['DATABASE_URL']);
    await offered.first().click();
    await names.press('Enter');
    await names.pressSequentially('RA');
    await names.press('Tab');
    assert.equal(await names.inputValue(), 'DATABASE_URL\nRAILS_ENV');
    assert.equal(await reader.fullHash(), before);
    assert.equal(await reader.asked('heroku', 'GET').count(), 0);
  }));

test('a secret is typed into a form, where the channel does not see it', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.speaksBy('/ops');
    await reader.says('heroku config set acme');
    const form = page.getByRole('dialog', { name: 'heroku config set' });
    await form.getByText('Nobody else sees what you type here').waitFor();
    await form.getByLabel(/^What to set/).fill('API_KEY=hush-hush');
    await form.getByRole('button', { name: 'Run' }).click();
    await form.waitFor({ state: 'detached' });
    const answer = await reader.answered();
    assert.match(answer, /API_KEY=\[secret\]/);
    assert.doesNotMatch(answer, /hush-hush/);
  }));

test('a form that is left runs nothing', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.speaksBy('/ops');
    await reader.says('heroku restart');
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
    await reader.says('heroku restart');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    assert.equal(await reader.asked('heroku', 'DELETE').count(), 0);
  }));

test('a form is only before the one who asked for it', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.speaksAs('guest');
    await reader.speaksBy('/ops');
    await reader.says('heroku scale');
    // Nobody is offered what they may not run.
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.match(await reader.answered(), /needs app/);
  }));

test('the bot’s page shows what waits, and it is decided there', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.says('heroku rollback acme v4');
    await reader.says('heroku rollback globex v4');
    await page.getByRole('tab', { name: 'Home' }).click();
    const home = page.locator('.home');
    await home.getByText('What waits for you').waitFor();
    const confirms = home.getByRole('button', { name: 'Confirm' });
    assert.equal(await confirms.count(), 2);
    await home.getByText('What you may run', { exact: true }).waitFor();
    // Each button is about its own run, whichever was asked last.
    const first = home.locator('.context', { hasText: 'heroku rollback' }).first();
    const app = /rollback (\w+)/.exec(await first.innerText())?.[1] ?? '';
    await confirms.first().click();
    await page.getByRole('tab', { name: '#acme' }).click();
    await reader.messages.getByText(`${app} goes back to v4`).waitFor();
    assert.equal(await reader.messages.getByRole('button', { name: 'Confirm' }).count(), 1);
  }));

test('a shortcut of a message offers what can be done about it', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.enters('#acme');
    await reader.says('heroku ps acme-staging');
    await reader.answer.hover();
    await reader.answer.getByRole('button', { name: 'What about this?' }).click();
    const form = page.getByRole('dialog', { name: 'About this message' });
    const group = form.locator('optgroup', { hasText: 'heroku restart acme-staging' });
    assert.equal(await group.getAttribute('label'), 'Change acme-staging');
    await form.getByLabel('Command').selectOption('heroku restart acme-staging');
    await form.getByRole('button', { name: 'Next' }).click();
    const next = page.getByRole('dialog', { name: 'heroku restart' });
    assert.equal(await next.getByLabel('The application').inputValue(), 'acme-staging');
    await next.getByRole('button', { name: 'Run' }).click();
    await next.waitFor({ state: 'detached' });
    assert.match(await reader.answered(), /Restarted 1 dyno of acme-staging/);
  }));

test('“yesterday” is a time', () =>
  withPage(async (page) => {
    const reader = new Reader(page);
    await reader.types('audit --since yesterday');
    assert.equal(await reader.line.getAttribute('aria-invalid'), 'false');
    assert.match(await reader.advice.innerText(), /since\s+2026-01-04T00:00:00Z/);
  }));

test('what was done is saved as a test, with its answers and its seed', () =>
  withPage(
    async (page) => {
      const reader = new Reader(page);
      const button = page.getByRole('button', { name: 'Save as a test' });
      assert.equal(await button.isDisabled(), true);
      await reader.enters('#acme');
      await reader.speaksBy('/ops');
      await reader.says('heroku scale');
      const form = page.getByRole('dialog');
      await form.getByLabel('The application').fill('acme');
      await form.getByLabel(/^What to run/).fill('web=3');
      await form.getByRole('button', { name: 'Run' }).click();
      await form.waitFor({ state: 'detached' });
      await reader.speaksAs('guest');
      await reader.speaksBy('@ops');
      await reader.says('heroku rollback acme');
      const downloading = page.waitForEvent('download');
      await button.click();
      const download = await downloading;
      assert.equal(download.suggestedFilename(), 'conversation.txt');
      const text = await readFile(await download.path(), 'utf8');
      assert.match(text, /^# seed 7\nlead #acme: \/ops heroku scale\nops #acme \(only lead/);
      assert.match(
        text,
        /\nlead fills app=acme; formation=web=3\nops #acme:\n {4}✅ acme: web 2 → 3/,
      );
      assert.match(
        text,
        /\nguest #acme: @ops heroku rollback acme\nops #acme:\n {4}❌ Not allowed\n/,
      );
      assert.match(await page.locator('.notice').innerText(), /tests\/scenarios\/transcripts\//);
    },
    { query: '?seed=7' },
  ));
