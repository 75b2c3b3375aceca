import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { folderOf, run } from './testing/run.fixture.ts';

const docs = await readFile(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

it('runs every example of docs/cli.md, in order', async () => {
  const cwd = await folderOf();
  const lines = [...docs.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) {
    const [, command = '', expected = '0'] =
      /^rolecall (.*?)(?: +# exits with (\d))?$/.exec(line) ?? [];
    const { exitCode, stderr } = await run(command, { cwd });
    expect({ line, exitCode, errors: /^error.*/m.exec(stderr)?.[0] }).toEqual({
      line,
      exitCode: Number(expected),
      errors: undefined,
    });
  }
});

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
