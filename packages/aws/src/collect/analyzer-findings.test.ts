import { describe, expect, test } from 'vitest';
import { collectPart, collectParts, known } from '../collect-parts.fixture.ts';
import { json, type StubAnswers } from '../query-stub.fixture.ts';
import { analyzer, analyzerArn } from '../services.fixture.ts';

const action = 'access-analyzer:ListFindings';

async function collect(answers: StubAnswers) {
  const request = { parts: ['analyzerFindings'], regions: ['eu-central-1'] } as const;
  const { parts, calls } = await collectParts(answers, request);
  return { part: parts.analyzerFindings, calls: calls.filter((call) => call.action === action) };
}

const page = (count: number, findingType: string, nextToken?: string) =>
  json({
    findings: Array.from({ length: count }, (_, index) => ({ id: `f-${index}`, findingType })),
    nextToken,
  });

describe('at most a hundred', () => {
  test.each([
    ['of one page', [page(100, 'UnusedIAMRole')], { UnusedIAMRole: 100 }, false, 1],
    ['more pages', [page(100, 'UnusedIAMRole', 't')], { UnusedIAMRole: 100 }, true, 1],
    [
      'a page that is not full',
      [page(60, 'UnusedIAMRole', 't'), page(60, 'UnusedPermission')],
      { UnusedIAMRole: 60, UnusedPermission: 40 },
      true,
      2,
    ],
    [
      'few',
      [page(1, 'ExternalAccess', 't'), page(2, 'InternalAccess')],
      { ExternalAccess: 1, InternalAccess: 2 },
      false,
      2,
    ],
  ])('%s', async (_name, pages, counts, more, asked) => {
    const { part, calls } = await collect({ [action]: pages });
    expect(part).toMatchObject(
      known({ 'eu-central-1': known({ [analyzerArn]: { counts, more } }) }),
    );
    expect(calls).toHaveLength(asked);
  });
});

test('only findings that are active are asked for', async () => {
  const { calls } = await collect({});
  expect(calls.map(({ input }) => input)).toEqual([
    { analyzerArn, filter: { status: { eq: ['ACTIVE'] } }, maxResults: 100 },
  ]);
});

test.each(['CREATING', 'DISABLED', 'FAILED'])(
  'an analyzer that is %s is not asked',
  async (status) => {
    const { part, calls } = await collect({
      'access-analyzer:ListAnalyzers': json({ analyzers: [{ ...analyzer, status }] }),
    });
    expect(part).toEqual(known({ 'eu-central-1': known({}) }));
    expect(calls).toEqual([]);
  },
);

test('how old unused access must be', async () => {
  const configuration = { unusedAccess: { unusedAccessAge: 90 } };
  const { part } = await collectPart('analyzers', {
    'access-analyzer:ListAnalyzers': json({ analyzers: [{ ...analyzer, configuration }] }),
  });
  expect(part).toMatchObject(known({ 'us-east-1': known([{ unusedAccessAge: 90 }]) }));
});

test('the newest generation of a policy', async () => {
  const { part } = await collectPart('policyGenerations');
  expect(part).toEqual(known({ status: 'FAILED', startedAt: '2026-11-01T00:00:00.000Z' }));
});
