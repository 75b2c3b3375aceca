import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  checkGroups,
  compareRuns,
  findingsPage,
  type Outcome,
  outcomes,
  type ReportedFinding,
  severities,
} from '@rolecall/core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
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
const patience = 120_000;

const hostile = `</script><script>window.hacked=1</script><img src="https://evil.example/x" onerror="window.hacked=2">"'\`javascript:\u2028\u202e`;
const someChecks = checkGroups.flatMap(({ checks }) => checks.slice(0, 1));

function finding(nth: number, about: Partial<ReportedFinding> = {}): ReportedFinding {
  const { check = someChecks[nth % someChecks.length]?.id ?? '' } = about;
  const subject = `arn:aws:iam::111122223333:user/user-${nth}`;
  return {
    id: `${check}:${subject}`,
    check,
    subject,
    severity: severities[nth % severities.length] ?? 'info',
    outcome: outcomes[nth % outcomes.length] ?? 'pass',
    message: `Message ${nth}.`,
    evidence: { number: nth },
    remedy: `Do ${nth}.`,
    ...about,
  };
}

function pageOf(findings: readonly ReportedFinding[], earlier?: readonly ReportedFinding[]) {
  const at = new Date('2026-11-20T12:00:00Z');
  const ran = new Set(findings.map(({ check }) => check));
  return findingsPage({
    account: '111122223333',
    partition: 'aws',
    caller: 'arn:aws:sts::111122223333:assumed-role/audit/me',
    takenAt: at,
    checkedAt: at,
    credentialReportGeneratedAt: undefined,
    findings,
    areas: checkGroups
      .map(({ title, checks }) => ({ title, checks: checks.filter(({ id }) => ran.has(id)) }))
      .filter(({ checks }) => checks.length > 0),
    ...(earlier && {
      comparison: compareRuns(
        { takenAt: new Date('2026-11-13T12:00:00Z'), findings: earlier },
        { takenAt: at, findings },
      ),
    }),
    version: '1.2.3',
  });
}

const some = Array.from({ length: 60 }, (_, nth) => finding(nth));
const excepted = finding(101, {
  outcome: 'fail',
  exception: { reason: hostile, owner: hostile, expires: '2027-01-31' },
});
const attack = finding(100, {
  outcome: 'fail',
  severity: 'critical',
  subject: hostile,
  message: hostile,
  remedy: hostile,
  evidence: { [hostile]: hostile, nested: { [hostile]: [hostile] } },
  id: hostile,
});
const findings = [...some, attack, excepted];
const numberOf = (...wanted: readonly Outcome[]) =>
  findings.filter(({ outcome, exception }) => !exception && wanted.includes(outcome)).length;
const open = numberOf('fail', 'warn', 'manual', 'unknown') + 1;

describe.skipIf(!isThere)('the findings page in a browser', { timeout: 2 * patience }, () => {
  let folder = '';
  let browser: Browser | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rolecall-page-'));
    await writeFile(join(folder, 'page.html'), pageOf(findings, some.slice(5)));
    const many = Array.from({ length: 5000 }, (_, nth) => finding(nth));
    await writeFile(join(folder, 'many.html'), pageOf(many));
    browser = await chromium.launch({ executablePath, args });
  }, 2 * patience);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a page, hears what it complains of, and sees where it goes and whether it was taken over. */
  async function visit(options: BrowserContextOptions = {}, file = 'page.html') {
    const context = await browser?.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    if (context === undefined) throw new Error('there is no browser');
    const page = await context.newPage();
    page.setDefaultTimeout(patience / 4);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const url = pathToFileURL(join(folder, file.replace(/#.*/, ''))).href;
    page.on('request', (request) => {
      if (request.url().replace(/#.*/, '') !== url) complaints.push(request.url());
    });
    await page.goto(`${url}${/#.*/.exec(file)?.[0] ?? ''}`);
    return { page, complaints, leave: () => context.close() };
  }

  async function shown(page: Page): Promise<number> {
    return await page.locator('.finding:not([hidden])').count();
  }

  test.each([
    ['wide', {}],
    ['narrow', { viewport: { width: 360, height: 800 } }],
    ['dark', { colorScheme: 'dark' }],
    ['without a script', { javaScriptEnabled: false }],
  ] as const)('it is shown %s, asks for nothing and fits', async (_, options) => {
    const { page, complaints, leave } = await visit(options);
    const { width = 1280 } = 'viewport' in options ? options.viewport : {};
    const body = await page.locator('body').boundingBox();
    expect(body?.width).toBeLessThanOrEqual(width);
    const isScripted = !('javaScriptEnabled' in options);
    expect(await page.locator('#filters').isVisible()).toBe(isScripted);
    expect(await shown(page)).toBe(isScripted ? open : findings.length);
    if (isScripted) {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      expect(await page.evaluate(beyondTheirCard)).toEqual([]);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    }
    await page.locator('.finding summary').first().click();
    expect(await page.locator('.finding .body').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await leave();
  });

  test('it shows hostile texts as they are, and nothing comes of them', async () => {
    const { page, complaints, leave } = await visit();
    await page.locator('#search').fill('evil.example');
    expect(await shown(page)).toBe(2);
    for (const summary of await page.locator('.finding:not([hidden]) summary').all())
      await summary.click();
    const text = await page.locator('#list').innerText();
    expect(text).toContain('</script><script>window.hacked=1</script>');
    expect(text).toContain('\\u{202e}');
    await page.locator('#group').selectOption('subject');
    expect(await page.locator('#list img, #list script, #list [onerror]').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('it is filtered, searched, grouped and reset', async () => {
    const { page, complaints, leave } = await visit();
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe(`${open} of ${findings.length} findings shown`);
    await page.getByRole('checkbox', { name: /^Passed/ }).check();
    expect(await shown(page)).toBe(open + numberOf('pass'));
    await page.getByRole('checkbox', { name: /^Failed/ }).uncheck();
    expect(await shown(page)).toBe(open + numberOf('pass') - numberOf('fail'));
    await page.getByRole('button', { name: 'Reset' }).click();
    for (const severity of severities.filter((each) => each !== 'critical'))
      await page.getByRole('checkbox', { name: severity, exact: true }).uncheck();
    const grave = await page.locator('.finding:not([hidden]) .sev').allTextContents();
    expect(new Set(grave)).toEqual(new Set(['Severity critical']));
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByLabel('Search').fill('user-13 message');
    expect(await status.textContent()).toBe(`1 of ${findings.length} findings shown`);
    await page.getByLabel('Search').fill('no such thing');
    expect(await page.getByText('Nothing is like that.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByLabel('Area', { exact: true }).selectOption('0');
    const inArea = await shown(page);
    expect(inArea).toBe(await page.locator('#area-0 .finding:not([hidden])').count());
    expect(inArea).toBeLessThan(open);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByLabel('Group by').selectOption('severity');
    expect(await page.locator('#regrouped h4').allTextContents()).toEqual(severities.toReversed());
    await page.getByLabel('Group by').selectOption('check');
    expect(await shown(page)).toBe(open);
    await page.getByLabel('Since the last run').selectOption('new');
    expect(await shown(page)).toBe(Number(await page.locator('.since dd').first().textContent()));
    expect(complaints).toEqual([]);
    await leave();
  });

  test('a link leads to a finding, even to one that is filtered out', async () => {
    const { page, leave } = await visit();
    const passed = page.locator('.finding[hidden]').first();
    const anchor = await passed.getAttribute('id');
    await leave();
    const linked = await visit({}, `page.html#${anchor}`);
    const target = linked.page.locator(`#${anchor}`);
    await target.locator('.body').waitFor();
    expect(await target.isVisible()).toBe(true);
    expect(await target.locator('.body').isVisible()).toBe(true);
    const focused = 'document.activeElement.closest(".finding").id';
    expect(await linked.page.evaluate(focused)).toBe(anchor);
    expect(await target.locator('.permalink').getAttribute('href')).toBe(`#${anchor}`);
    expect(linked.complaints).toEqual([]);
    await linked.leave();
  });

  test('the theme follows the system until somebody chooses', async () => {
    const { page, leave } = await visit({ colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.getByLabel('Theme').selectOption('light');
    expect(await ground()).not.toBe(dark);
    await page.reload();
    expect(await page.getByLabel('Theme').inputValue()).toBe('light');
    await page.getByLabel('Theme').selectOption('auto');
    expect(await ground()).toBe(dark);
    await leave();
  });

  test.each(['light', 'dark'] as const)('its %s texts stand out', async (colorScheme) => {
    const { page, leave } = await visit({ colorScheme });
    const faint = await page.evaluate(faintTexts);
    expect(faint).toEqual([]);
    await leave();
  });

  test('it is used by keyboard and told by a screen reader', async () => {
    const { page, leave } = await visit();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
    await page.keyboard.press('Enter');
    const order: unknown[] = [];
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate('document.activeElement.id || document.activeElement.name'));
    }
    expect(order).toEqual(['search', 'area', 'change', 'group', 'reset', 'standing']);
    await page.keyboard.press('Space');
    expect(await shown(page)).toBe(open - numberOf('fail'));
    const summary = page.locator('.finding:not([hidden]) summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding details[open]').count()).toBe(1);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');

    for (const role of ['banner', 'main', 'contentinfo', 'search'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.evaluate(namelessControls)).toEqual([]);
    expect(await page.evaluate(skippedHeadings)).toEqual([]);
    const ids = 'Array.from(document.querySelectorAll("[id]"), (each) => each.id)';
    expect(await page.evaluate(`${ids}.length - new Set(${ids}).size`)).toBe(0);
    await leave();
  });

  test('it takes five thousand findings', async () => {
    const { page, complaints, leave } = await visit({}, 'many.html');
    await page.getByLabel('Search').fill('user-4321');
    expect(await shown(page)).toBe(1);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByLabel('Group by').selectOption('subject');
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ of 5000 findings shown$/);
    expect(complaints).toEqual([]);
    await leave();
  });

  test('paper gets all that is shown, unfolded, and no filters', async () => {
    const { page, leave } = await visit();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.finding:not([hidden]) details[open]').count()).toBe(open);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('.finding details[open]').count()).toBe(0);
    await leave();
  });
});

/** Texts whose contrast with what they stand on is below 4.5 (WCAG 2.2, 1.4.3), painted as seen. */
const faintTexts = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const faint = new Set();
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim() !== '');
    if (!own || !node.checkVisibility() || node.closest('svg, .hidden-text, option, .skip, script')) continue;
    const grounds = [];
    for (let each = node; each; each = each.parentElement) grounds.unshift(getComputedStyle(each).backgroundColor);
    const [a, b] = [paint(grounds), paint([...grounds, getComputedStyle(node).color])].map(luminance);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.add(node.className + ' ' + contrast.toFixed(2));
  }
  return [...faint];
})()`;

/** Controls that a screen reader could not call by a name. */
const namelessControls = `[...document.querySelectorAll('input, select, button, a[href], summary')]
  .filter((each) => {
    const label = each.labels?.[0]?.textContent ?? each.getAttribute('aria-label') ?? each.textContent;
    return label.trim() === '';
  })
  .map((each) => each.outerHTML.slice(0, 100))`;

/** Headings that are more than one level below the one before. */
const skippedHeadings = `[...document.querySelectorAll('h1, h2, h3, h4, h5')]
  .map((each) => Number(each.tagName[1]))
  .filter((level, index, all) => index > 0 && level > all[index - 1] + 1)`;

/** Controls that stick out of the card they are in. */
const beyondTheirCard = `[...document.querySelectorAll('.card :is(input, select, button, a)')]
  .filter((each) => each.checkVisibility())
  .filter((each) => each.getBoundingClientRect().right > each.closest('.card').getBoundingClientRect().right)
  .map((each) => each.outerHTML.slice(0, 100))`;
