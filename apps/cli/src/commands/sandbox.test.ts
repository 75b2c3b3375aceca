import { afterEach, expect, it, vi } from 'vitest';
import { errorOf, run } from '../testing/run.fixture.ts';

afterEach(() => vi.unstubAllEnvs());

it('serves an account until it is stopped', async () => {
  const stop = new AbortController();
  let output = '';
  const served = new Promise<void>((resolve) => {
    void run('sandbox --scenario neglected --id 444455556666', {
      signal: stop.signal,
      onOutput: (text) => {
        output += text;
        if (output.includes('Ctrl-C')) resolve();
      },
    }).then(({ exitCode }) => expect(exitCode).toBe(0));
  });
  await served;
  for (const [, name, value] of output.matchAll(/^export (\w+)=(.*)$/gm)) {
    if (name !== undefined) vi.stubEnv(name, value);
  }
  const line = 'check --check root-mfa-enabled --account 444455556666';
  const { exitCode, stdout, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stdout).toContain('root-mfa-enabled');
  expect(stderr).toContain('Not AWS');
  stop.abort();
});

it.each(['sandbox --port x', 'sandbox --port 70000', 'sandbox --id 12', 'sandbox --scenario nix'])(
  'refuses %s',
  async (line) => {
    expect(await errorOf(line)).toMatchObject({ exitCode: 1, code: 'USAGE' });
  },
);
