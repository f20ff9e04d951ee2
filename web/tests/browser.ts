// Chromium before the built page, served on loopback; nothing else is reached.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { preview, type PreviewServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const executablePath = process.env.CHATOPS_CHROMIUM ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let server: PreviewServer;
let address = '';

before(async () => {
  server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const bound = server.httpServer.address();
  assert(bound !== null && typeof bound === 'object');
  address = `http://127.0.0.1:${bound.port}/`;
  browser = await chromium.launch({ executablePath, args: flags });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

export interface Opened {
  page: Page;
  /** What went wrong in the page, or was asked of another host; must stay empty. */
  faults: string[];
}

/** Runs a story before a fresh page, and fails if anything in the page went wrong. */
export async function withPage(
  story: (page: Page) => Promise<void>,
  options: BrowserContextOptions & { query?: string } = {},
): Promise<void> {
  const { query = '', ...others } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...others });
  const faults: string[] = [];
  try {
    await context.route('**', (route) => {
      const url = route.request().url();
      if (url.startsWith(address) || url.startsWith('data:')) return route.continue();
      faults.push(`asked for ${url}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    await page.goto(address + query);
    await page.locator('#line').waitFor();
    await story(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** What a person does and sees, in their words. */
export class Reader {
  constructor(readonly page: Page) {}

  readonly line = this.page.getByRole('textbox', { name: /^Command/ });
  readonly advice = this.page.locator('#advice');
  readonly choices = this.page.getByRole('option');
  readonly messages = this.page.locator('article');
  readonly hash = this.page.locator('#hash');
  readonly clock = this.page.locator('state-bar time b');

  async enters(channel: string): Promise<void> {
    await this.page.getByRole('tab', { name: channel }).click();
  }

  async speaksAs(person: string): Promise<void> {
    await this.page.getByRole('radio', { name: person, exact: true }).check();
  }

  /** `@ops`, which everyone sees, or `/ops`, which nobody else does. */
  async speaksBy(prompt: string): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Said as / });
    if ((await button.innerText()) !== prompt) await button.click();
    assert.equal(await button.innerText(), prompt);
  }

  /** Presses a button of the latest message that has it. */
  async presses(label: string): Promise<void> {
    await this.page.locator('article').getByRole('button', { name: label }).last().click();
  }

  async waits(spoken: string): Promise<void> {
    await this.page.getByRole('button', { name: `Wait ${spoken}`, exact: true }).click();
  }

  /** Types with real keys, and leaves the line as it is. */
  async types(text: string): Promise<void> {
    await this.line.fill('');
    await this.line.pressSequentially(text);
  }

  async says(text: string): Promise<void> {
    await this.types(text);
    await this.line.press('Enter');
    await this.page.waitForFunction(
      (element) => (element as HTMLTextAreaElement).value === '',
      await this.line.elementHandle(),
    );
  }

  /** The last message of the open channel. */
  get answer() {
    return this.messages.last();
  }

  /** All that one reads in a message, its blocks too: they are a component of their own. */
  async textOf(message: Locator): Promise<string> {
    const blocks = await message
      .locator('message-blocks')
      .evaluate(({ shadowRoot }) =>
        Array.from(shadowRoot?.children ?? [], (each) => (each as HTMLElement).innerText),
      );
    return [await message.innerText(), ...blocks].join('\n');
  }

  /** What the bot said last. */
  answered(): Promise<string> {
    return this.textOf(this.answer);
  }

  async fullHash(): Promise<string> {
    return (await this.hash.getAttribute('data-hash')) ?? '';
  }

  /** What the bot asked of a server, by method: the lines of the exchanges. */
  asked(server: string, method: string): Locator {
    const hasText = new RegExp(`bot → ${server}\\s+${method}`);
    return this.page.locator('exchange-list summary', { hasText });
  }

  /** What “Copy script” copies; the page must have been opened with `clipboard`. */
  async script(): Promise<string> {
    await this.page.getByRole('button', { name: 'Copy script' }).click();
    await this.page.getByRole('status').getByText('Copied the script').waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

/** Permissions with which a test reads what was copied. */
export const clipboard = ['clipboard-read', 'clipboard-write'];
