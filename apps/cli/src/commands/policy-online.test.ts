import { expect, it } from 'vitest';
import { fakeAnalyzer } from '../testing/analyzer.fixture.ts';
import { deleteStatement, policyText, readStatement } from '../testing/policies.fixture.ts';
import { errorOf, folderOf, run, runJson } from '../testing/run.fixture.ts';

const files = {
  'read.json': policyText(readStatement),
  'both.json': policyText(readStatement, deleteStatement),
};
const place = { line: 1, column: 0, offset: 0 };
const finding = {
  findingType: 'WARNING',
  issueCode: 'SOMETHING_NEW',
  findingDetails: 'Only AWS knows.',
  learnMoreLink: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html',
  locations: [{ path: [], span: { start: place, end: place } }],
};

it.each([
  [[], [], 0],
  [[finding], ['SOMETHING_NEW'], 0],
  [[{ ...finding, findingType: 'ERROR' }], ['SOMETHING_NEW'], 2],
])('lint --online shows what AWS alone finds', async (findings, onlyAws, code) => {
  await using analyzer = await fakeAnalyzer({ findings });
  const { aws } = analyzer;
  const { exitCode, json } = await runJson('policy lint read.json --online', {
    cwd: await folderOf(files),
    aws,
  });
  expect(exitCode).toBe(code);
  const [answer] = json.online;
  expect(answer.onlyAws.map(({ issueCode }: { issueCode: string }) => issueCode)).toEqual(onlyAws);
});

it.each([
  ['read.json read.json', 'PASS', 0],
  ['read.json both.json', 'FAIL', 2],
  // What either of them takes for a grant is one.
  ['read.json read.json', 'FAIL', 2],
  ['read.json both.json', 'PASS', 2],
])('compare --online %s, AWS says %s', async (args, result, code) => {
  await using analyzer = await fakeAnalyzer({ result, message: 'Said AWS.', reasons: [] });
  const { aws, asked } = analyzer;
  const cwd = await folderOf(files);
  const ran = await run(`policy compare ${args} --online`, { cwd, aws });
  expect(ran.exitCode).toBe(code);
  expect(ran.stdout).toContain(`(${result})`);
  expect(ran.stderr.indexOf('AWS charges')).toBeGreaterThanOrEqual(0);
  expect(ran.stderr.indexOf('Paid calls made: 1')).toBeGreaterThan(
    ran.stderr.indexOf('AWS charges'),
  );
  expect(asked.filter((path) => path.includes('check-no-new-access'))).toHaveLength(1);
});

it('asks nobody without --online', async () => {
  await using analyzer = await fakeAnalyzer({});
  const { aws, asked } = analyzer;
  const cwd = await folderOf(files);
  await run('policy compare read.json both.json', { cwd, aws });
  await run('policy lint read.json both.json', { cwd, aws });
  expect(asked).toEqual([]);
});

it.each([
  'policy compare --old read.json both.json --new both.json --online',
  'policy compare --old-snapshot a.json --new-snapshot b.json --online',
])('%s is refused before anything is paid', async (line) => {
  await using analyzer = await fakeAnalyzer({});
  const { aws, asked } = analyzer;
  expect(await errorOf(line, { cwd: await folderOf(files), aws })).toMatchObject({ code: 'USAGE' });
  expect(asked).toEqual([]);
});
