import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import { expect } from 'vitest';
import { outputTable } from '../run/output-table.ts';
import type { EndedAction } from './github/runner/run-action.ts';
import { type Stage, secretAccessKey } from './stage.fixture.ts';

export const marker = '<!-- rolecall:default -->';

/** Says everything at once that whoever reads, or obeys, what the action writes might fall for. */
export const attack = [
  'x',
  '::set-output name=applied::true',
  '##[error]mischief',
  '::add-mask::a',
  '%0A::error::mischief',
  '\r::error::mischief',
  `--> </details></summary></code> ${marker}`,
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '@octocat @acme/security #1 [approve](https://evil.example) ![x](https://evil.example/x.png)',
  '`` ` ``` ~~~ https://evil.example www.evil.example |',
  '```',
  '\u001b[31mred\u202egnp\u2028::error::mischief',
  'applied=true',
  'ghadelimiter_0',
].join('\n');

/** What of it may stand in a file name, a key or a tag. */
export const attackLine = attack.replaceAll(/[\n\r/]/g, ' ').slice(0, 200);

/** Nothing that came from outside was obeyed, by the runner or by who shows Markdown. */
export function expectInert(stage: Stage, ended: EndedAction): void {
  const { outputs, exported, saved, commands, stdout, stderr, summary } = ended;
  expect(Object.keys(outputTable)).toEqual(expect.arrayContaining(Object.keys(outputs)));
  expect({ exported, saved }).toEqual({ exported: {}, saved: {} });
  const names = new Set(commands.map(({ name }) => name));
  // `debug` tells of the address that OIDC tokens come from.
  const known = ['error', 'warning', 'notice', 'add-mask', 'debug'];
  expect(known).toEqual(expect.arrayContaining([...names]));
  expect(commands.map(({ message }) => message)).not.toContain('mischief');
  expect(stdout + stderr).not.toMatch(/[^\P{C}\n]|defect/u);
  expect(stage.github.faults).toEqual([]);
  const { comments, checkRuns, issues } = stage.github.state;
  const ours = [...comments.values()].filter(({ author }) => author.endsWith('[bot]'));
  for (const { body } of ours) {
    expect(body.split('\n').map((line) => line === marker)).toEqual(
      body.split('\n').map((_, index) => index === 0),
    );
    expectHarmless(body);
  }
  expectHarmless(summary);
  for (const { output } of checkRuns.values()) expectHarmless(output.summary ?? '');
  for (const { body } of issues.values()) expectHarmless(body ?? '');
}

function expectHarmless(markdown: string): void {
  const prose = marked
    .parse(markdown, { async: false })
    .replaceAll(/<(code|pre)>.*?<\/\1>/gs, '')
    .replaceAll(/href="https:\/\/github\.com\/[^"]*"/g, '');
  expect(prose.split('<!-- rolecall:').length).toBeLessThanOrEqual(2);
  expect(prose).not.toMatch(/evil\.example"|<img|<script|@octocat|@acme|[^\P{C}\n]/u);
  expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/^<\/details>/gm)?.length);
}

/** No secret stands anywhere but in the commands that have the runner hide it. */
export async function expectNoSecret(stage: Stage, ended: EndedAction): Promise<void> {
  const { github } = stage;
  const hidden = ended.commands
    .filter(({ name }) => name === 'add-mask')
    .map(({ message }) => message);
  const { comments, checkRuns, issues } = github.state;
  const planFile = ended.outputs['plan-file'] ?? '';
  const everything = JSON.stringify([
    ended.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    ...[ended.stderr, ended.outputs, ended.exported, ended.saved, ended.summary],
    ...[[...comments.values()], [...checkRuns.values()], [...issues.values()]],
    planFile === '' ? '' : await readFile(planFile, 'utf8'),
  ]);
  for (const secret of [github.token, github.oidc.requestToken, secretAccessKey, ...hidden])
    expect(everything).not.toContain(secret);
  expect(everything).not.toMatch(/eyJ[\w-]+\.[\w-]+\.|root:x:/);
}
