import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere) process.stderr.write(`Without a browser: there is no ${executablePath}\n`);

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The page's script has megabytes, and machines are shared. */
const patience = 120_000;

describe.skipIf(!isThere)('the reference in a browser', { timeout: 2 * patience }, () => {
  const main = new URL('../../apps/api/src/main.ts', import.meta.url).pathname;
  const service = isThere
    ? spawn(process.execPath, [main], {
        env: { PORT: '0', ROLECALL_DATA: 'memory://', LOG_LEVEL: 'error' },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    : undefined;
  let url = '';
  let token = '';
  let browser: Browser | undefined;

  beforeAll(async () => {
    let said = '';
    for await (const piece of service?.stderr ?? []) {
      said += String(piece);
      if (said.includes('/v1/me\n')) break;
    }
    url = /http:\S+(?=\/docs)/.exec(said)?.[0] ?? '';
    token = /rc_[\w-]{76}/.exec(said)?.[0] ?? '';
    browser = await chromium.launch({ executablePath, args });
  }, 2 * patience);
  afterAll(async () => {
    await browser?.close();
    service?.kill('SIGKILL');
  });

  /** Opens the page, and hears what it complains of and where it goes. */
  async function open(options: BrowserContextOptions) {
    const context = await browser?.newContext(options);
    if (context === undefined) throw new Error('there is no browser');
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== url && protocol !== 'data:' && protocol !== 'blob:')
        complaints.push(request.url());
    });
    await page.goto(`${url}/docs`);
    await page.getByText('A person asks for a blueprint in an account').first().waitFor();
    return { page, complaints };
  }

  test.each([
    ['wide', { viewport: { width: 1280, height: 900 } }],
    ['narrow', { viewport: { width: 400, height: 800 } }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ] as const)('it is shown %s, offline and without complaints', async (_, options) => {
    const { page, complaints } = await open(options);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      options.viewport.width,
    );
    const isDark = await page.evaluate('document.body.classList.contains("dark-mode")');
    expect(isDark).toBe('colorScheme' in options);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a request is tried from it', async () => {
    const { page, complaints } = await open({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${url}/docs#tag/me`);
    await page.getByPlaceholder('Token').first().fill(token);
    await page
      .getByRole('button', { name: /test request/i })
      .first()
      .click();
    const answer = page.waitForResponse(`${url}/v1/me`);
    await page.getByRole('button', { name: /^send/i }).first().click();
    expect((await answer).status()).toBe(200);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
