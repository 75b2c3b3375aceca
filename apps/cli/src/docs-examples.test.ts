import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { folderOf, run, runJson } from './testing/run.fixture.ts';

const root = new URL('../../../', import.meta.url);
const docs = await readDoc('docs/cli.md');

describe.each([
  ['README.md', 6],
  ['docs/cli.md', 15],
])('%s', (file, least) => {
  it('has examples that run as they stand, in order', async () => {
    const cwd = await folderOf({
      'old.json': policyOf('s3:Get*'),
      'new.json': policyOf('s3:*'),
    });
    const lines = linesIn(await readDoc(file));
    expect(lines.length).toBeGreaterThanOrEqual(least);
    for (const line of lines) await expectToRun(line, cwd);
  });
});

it('README.md shows what the demo prints', async () => {
  const recorded = /^```console\n(.*?)^```/ms.exec(await readDoc('README.md'))?.[1] ?? '';
  const { stdout } = await run('demo', { cwd: await folderOf() });
  let rest = stdout;
  for (const piece of recorded.split('…\n')) {
    const at = rest.indexOf(piece);
    expect({ piece, found: at >= 0 }).toEqual({ piece, found: true });
    rest = rest.slice(at + piece.length);
  }
});

it('docs/manifest.md has an example that can be planned', async () => {
  const [, example = ''] = /^```yaml\n(.*?)^```/ms.exec(await readDoc('docs/manifest.md')) ?? [];
  const cwd = await folderOf({ 'rolecall.yaml': example });
  expect(await run('plan --account sandbox:untouched', { cwd })).toMatchObject({ exitCode: 2 });
});

describe('docs/guardrails.md', async () => {
  const text = await readDoc('docs/guardrails.md');
  const [guardrails = '', manifest = ''] = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(
    ([, block = '']) => block,
  );

  it('has examples of which one refuses the other as it says', async () => {
    const cwd = await folderOf({ 'rolecall.yaml': manifest, 'guardrails.yaml': guardrails });
    const { exitCode, json } = await runJson(
      'plan --account sandbox:untouched --guardrails guardrails.yaml',
      { cwd },
    );
    expect(exitCode).toBe(1);
    const said = /is refused three times, by (.*):$/m.exec(text)?.[1] ?? '';
    const rules = json.refusals.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual([...said.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule));
  });

  it('has an example of the rules for each kind that can be read', async () => {
    const [, , kinds = ''] = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block]) => block);
    expect(kinds).toContain('withoutMfa');
    const cwd = await folderOf({ 'rolecall.yaml': manifest, 'guardrails.yaml': kinds });
    const line = 'plan --account sandbox:untouched --guardrails guardrails.yaml';
    expect(await runJson(line, { cwd })).toMatchObject({ exitCode: 2, json: { refusals: [] } });
  });

  it.each([
    'accounts',
    'scopes',
    'assignments',
    'membership',
    'credentials.delivery',
    'samlProviders',
    'maxDeletes',
    'names',
    'paths',
    'maxSessionDuration',
    'protected',
  ])('has a row for %s, with the id of its refusal', (key) => {
    expect(text).toMatch(new RegExp(`^\\| \`[a-z-]+\` \\| \`${key}\``, 'm'));
  });
});

it('docs/action.md begins with commands that run as they stand, in order', async () => {
  const text = await readDoc('docs/action.md');
  const [, guardrails = ''] = /^```yaml\n(version: 1\n.*?)^```/ms.exec(text) ?? [];
  const cwd = await folderOf({ 'rolecall-guardrails.yaml': guardrails });
  const lines = linesIn(text);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  for (const line of lines) await expectToRun(line, cwd);
});

/** The policies of which the examples speak. */
function policyOf(action: string): string {
  const statement = { Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::a/*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** The command lines of a document. */
function linesIn(text: string): readonly string[] {
  return [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );
}

async function expectToRun(line: string, cwd: string): Promise<void> {
  const [, command = '', expected = '0'] =
    /^rolecall (.*?)(?: +# exits with (\d))?$/.exec(line) ?? [];
  const { exitCode, stderr } = await run(command, { cwd });
  expect({ line, exitCode, errors: /^error.*/m.exec(stderr)?.[0] }).toEqual({
    line,
    exitCode: Number(expected),
    errors: undefined,
  });
}

function readDoc(file: string): Promise<string> {
  return readFile(new URL(file, root), 'utf8');
}

it('tells of every command and option', async () => {
  const { stdout } = await run('--help');
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)\b.*$/gm)].map(([, name = '']) => name);
  for (const name of commands.filter((each) => each !== 'help')) {
    expect(docs).toContain(`\n## ${name}\n`);
    const help = (await run(`${name} --help`)).stdout.split('Global Options:')[0] ?? '';
    for (const [option] of help.matchAll(/--[a-z][a-z-]+/g)) {
      if (option !== '--help') expect(docs).toContain(option);
    }
  }
});
