import { globSync, readFileSync } from 'node:fs';
import { failureReasons } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEvent } from './run/event.ts';
import { inputTable } from './run/input-table.ts';
import { modes, readInputs } from './run/inputs.ts';
import { outputTable } from './run/output-table.ts';
import { requireFitting } from './run/require-fitting.ts';

const root = `${import.meta.dirname}/../../..`;
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const doc = read('docs/action.md');

/** The rows of a table by the words of its head, each as its cells. */
function tableOf(head: string): readonly (readonly string[])[] {
  const [, ...after] = doc.split(`| ${head} |\n`);
  const lines = after[0]?.split('\n') ?? [];
  const rows = lines.slice(1, Math.max(1, lines.indexOf('')));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

it('has every input with its words and its default', () => {
  const rows = Object.entries(inputTable).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value === '' ? '' : `\`${value}\``,
  ]);
  expect(tableOf('input | what it is | default')).toEqual(rows);
});

it('has every output with its words', () => {
  const rows = Object.entries(outputTable).map(([name, description]) => [
    `\`${name}\``,
    description,
  ]);
  expect(tableOf('output | what it is')).toEqual(rows);
});

it('says of every reason of a failure what to do', () => {
  const rows = tableOf('reason | what it means | what to do');
  expect(rows.map(([reason]) => reason)).toEqual(failureReasons.map((reason) => `\`${reason}\``));
  for (const row of rows) expect(row.filter((cell) => cell !== '')).toHaveLength(3);
});

const sha = 'a'.repeat(40);
const side = { sha, ref: 'main', repo: { id: 1 } };
const pullRequest = { action: 'opened', number: 1, pull_request: { head: side, base: side } };
const group = { base_ref: 'refs/heads/main', base_sha: sha, head_ref: 'refs/heads/queue' };
const main = 'refs/heads/main';
const other = 'refs/heads/other';

/** The events of the table, as GitHub tells of them. */
const events: Readonly<Record<string, Parameters<typeof readEvent>>> = {
  '`pull_request`': ['pull_request', pullRequest, 'refs/pull/1/merge'],
  '`push` to the default branch': ['push', { ref: main, before: sha }, main],
  '`push` to another branch': ['push', { ref: other, before: sha }, other],
  '`merge_group` of the default branch': ['merge_group', { merge_group: group }, main],
  '`workflow_dispatch` on the default branch': ['workflow_dispatch', {}, main],
  '`workflow_dispatch` elsewhere': ['workflow_dispatch', {}, other],
  '`schedule`': ['schedule', {}, main],
  '`pull_request_target`': ['pull_request_target', pullRequest, main],
  'any other': ['release', {}, 'refs/tags/v1'],
};

it('says which mode runs on which event', () => {
  const repository = { owner: 'o', name: 'n', defaultBranch: 'main' };
  const rows = Object.entries(events).map(([name, given]) => [
    name,
    ...modes.map((mode) => {
      const event = readEvent(...given);
      try {
        requireFitting({ inputs: { mode, planId: undefined }, event, repository });
        return 'yes';
      } catch {
        return 'no';
      }
    }),
  ]);
  const head = modes.map((mode) => `\`${mode}\``).join(' | ');
  expect(tableOf(`event | ${head}`)).toEqual(rows);
});

interface Workflow {
  readonly on: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }
    >
  >;
}

const examples: readonly (readonly [string, string])[] = [
  ...globSync('examples/workflows/*.yml', { cwd: root }).map((file) => [file, read(file)] as const),
  ...['docs/action.md', 'README.md'].flatMap((file) =>
    [...read(file).matchAll(/^```yaml\n(.*?)^```/gms)]
      .map(({ 1: text = '' }) => text)
      .filter((text) => text.includes('OWNER/rolecall@COMMIT'))
      .map((text) => [file, text] as const),
  ),
];

describe('the examples', () => {
  it('are those in the folder, the guide and the first page', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
  });

  it.each(examples)('%s gives the action what it takes, on events that fit', (_, text) => {
    const { on, jobs }: Workflow = parse(text);
    const names = typeof on === 'string' ? [on] : Object.keys(Object(on));
    const own = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses = '' }) => uses.startsWith('OWNER/rolecall@'));
    expect(own).toHaveLength(1);
    // What is an expression is known only when it runs.
    const given = Object.entries(own[0]?.with ?? {}).map(
      ([name, value]) => [name, String(value).replace(/\$\{\{.*\}\}/, '')] as const,
    );
    for (const [name] of given) expect(Object.keys(inputTable)).toContain(name);
    const values = new Map(given);
    const inputs = readInputs((name) => values.get(name) ?? '');
    for (const name of names) {
      const found = Object.values(events).find(([event]) => event === name);
      const event = readEvent(...(found ?? ['none', {}, main]));
      const repository = { owner: 'o', name: 'n', defaultBranch: 'main' };
      expect(() => requireFitting({ inputs, event, repository })).not.toThrow();
    }
  });
});
