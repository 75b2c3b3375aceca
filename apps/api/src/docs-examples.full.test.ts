import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config/read-config.ts';
import { type TrialPerson, trialAccount, trialPeople } from './config/trial.ts';
import { startTrialService, type TrialService } from './testing/trial-service.fixture.ts';
import { describeStart } from './work/describe-start.ts';

const run = promisify(execFile);
const root = new URL('../../../', import.meta.url).pathname;
const text = readDoc('docs/api.md');
const readme = readDoc('README.md');

const missing = ['bash', 'curl', 'jq'].filter((program) => !isThere(program));
if (missing.length > 0)
  console.warn(`The examples with curl are skipped: no ${missing.join(', ')}`);

/** Given back, or about to be. */
const ending: unknown = expect.stringMatching(/^(revok|remov)/);

describe('the examples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-api-doc-'));
  // Where the packages of this workspace are found.
  const file = new URL('../.results/api-example.ts', import.meta.url).pathname;
  let trial: TrialService | undefined;
  beforeAll(async () => {
    trial = await startTrialService();
    mkdirSync(new URL('../.results', import.meta.url), { recursive: true });
    writeFileSync(file, examples(text, 'ts').join('\n'));
  });
  afterAll(async () => {
    await trial?.service.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(file, { force: true });
  });
  const env = () => {
    const { url = '', trialTokens = [] } = trial?.service ?? {};
    const [ana, ben] = trialTokens.map(({ token }) => token);
    return {
      ...{ PATH: process.env['PATH'], ROLECALL: url, ACCOUNT: trialAccount.id },
      ...{ ANA: ana, BEN: ben },
    };
  };
  const grants = async () => {
    const { rows = [] } = (await trial?.service.store.grants.list({ limit: 10, filter: {} })) ?? {};
    return rows.map(({ state }) => state);
  };

  const skipped = it.skipIf(missing.length > 0);
  skipped('of README.md run, and store nothing', async () => {
    const { ROLECALL, ...more } = env();
    const script = examples(readme, 'sh').join('\n').replaceAll('http://127.0.0.1:8080', ROLECALL);
    const { stdout } = await run('bash', ['-eu', '-c', script], { env: more });
    expect(JSON.parse(stdout)).toMatchObject({ accepted: true, approval: { needed: 1 } });
    const { rows } = (await trial?.service.store.roleRequests.list({ limit: 1, filter: {} })) ?? {};
    expect(rows).toEqual([]);
  });

  skipped('of docs/api.md run with curl, in their order', async () => {
    const script = examples(text, 'sh').join('\n');
    const options = ['-eu', '-o', 'pipefail', '-c', script];
    const { stdout } = await run('bash', options, { cwd: folder, env: env() });
    expect(stdout).toContain('"accepted": true');
    expect(stdout).toContain('"approve"');
    expect(await grants()).toEqual([ending]);
  });

  it('of docs/api.md run with the typed client, which knows their types', async () => {
    const before = await grants();
    await run(process.execPath, [file], { env: env() });
    expect(await grants()).toEqual([ending, ...before.map(() => ending)]);

    const project = join(root, 'apps/api/.results/api-example.json');
    const config = { extends: '../../../tsconfig.json', files: ['api-example.ts'] };
    writeFileSync(project, JSON.stringify(config));
    await run(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', project]);
    rmSync(project);
  });
});

it('README.md shows what the first start prints', () => {
  const reading = readConfig({ env: {}, readFile: () => '' });
  if (reading.kind === 'mistakes') throw new Error('it has none');
  const people = Object.values<TrialPerson>(trialPeople);
  const printed = describeStart({
    url: 'http://127.0.0.1:8080',
    trialTokens: people.map(({ actor, may }) => ({ name: actor.name, may, token: 'rc_…' })),
    config: reading.config,
  });
  expect(readme).toContain(`\`\`\`console\n${printed}\`\`\`\n`);
});

function readDoc(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Of what runs: blocks that say so in their first line. */
function examples(of: string, language: 'sh' | 'ts'): readonly string[] {
  const blocks = [...of.matchAll(/^```(\w+) example\n(.*?)^```$/gms)];
  const found = blocks.filter(([, name]) => name === language).map(([, , code = '']) => code);
  if (found.length === 0) throw new Error(`there is no example in ${language}`);
  return found;
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
