import {
  CreateAnalyzerCommand,
  CreateArchiveRuleCommand,
  DeleteAnalyzerCommand,
  DeleteArchiveRuleCommand,
  GetAnalyzerCommand,
  ListAnalyzersCommand,
  ListArchiveRulesCommand,
  ListFindingsV2Command,
  ListPolicyGenerationsCommand,
  paginateListFindingsV2,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateArchiveRuleCommand,
} from '@aws-sdk/client-accessanalyzer';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const linkedRole = new GetRoleCommand({ RoleName: 'AWSServiceRoleForAccessAnalyzer' });

test('a new analyzer brings its linked role, and is in its Region only', async () => {
  const { accessAnalyzer, clientsIn, iam } = sandboxWithServices();
  const { arn } = await accessAnalyzer.send(
    new CreateAnalyzerCommand({ analyzerName: 'main', type: 'ACCOUNT', tags: { team: 'sec' } }),
  );
  expect(arn).toBe('arn:aws:access-analyzer:us-east-1:111122223333:analyzer/main');
  const { analyzers } = await accessAnalyzer.send(new ListAnalyzersCommand({}));
  expect(analyzers).toMatchObject([{ name: 'main', status: 'ACTIVE', tags: { team: 'sec' } }]);
  const elsewhere = clientsIn('eu-west-1').accessAnalyzer;
  expect((await elsewhere.send(new ListAnalyzersCommand({}))).analyzers).toEqual([]);
  await iam.send(linkedRole);
});

test('what may not be created', async () => {
  const { accessAnalyzer } = sandboxWithServices({ scenario: { analyzers: [{ name: 'one' }] } });
  const create = (analyzerName: string, type: 'ACCOUNT' | 'ORGANIZATION') =>
    failureOf(accessAnalyzer.send(new CreateAnalyzerCommand({ analyzerName, type })));
  expect(await create('one', 'ACCOUNT')).toEqual({ name: 'ConflictException', status: 409 });
  expect(await create('two', 'ACCOUNT')).toEqual({
    name: 'ServiceQuotaExceededException',
    status: 402,
  });
  expect((await create('two', 'ORGANIZATION')).name).toBe('ValidationException');
  expect((await create('', 'ACCOUNT')).name).toBe('ValidationException');
});

test('the linked role takes a permission of its own', async () => {
  const { accessAnalyzer } = sandboxWithServices({ faults: { deny: ['iam:*'] } });
  const call = new CreateAnalyzerCommand({ analyzerName: 'main', type: 'ACCOUNT' });
  expect(await failureOf(accessAnalyzer.send(call))).toEqual({
    name: 'AccessDeniedException',
    status: 403,
  });
});

test('reads by name miss a new one at first', async () => {
  const { accessAnalyzer } = sandboxWithServices({ faults: { propagationReads: 1 } });
  await accessAnalyzer.send(new CreateAnalyzerCommand({ analyzerName: 'main', type: 'ACCOUNT' }));
  const read = () => accessAnalyzer.send(new GetAnalyzerCommand({ analyzerName: 'main' }));
  expect((await failureOf(read())).name).toBe('ResourceNotFoundException');
  expect((await read()).analyzer?.name).toBe('main');
});

test('findings, filtered and in pages', async () => {
  const role = 'arn:{partition}:iam::{account}:role/jenkins';
  const { accessAnalyzer } = sandboxWithServices({
    scenario: {
      analyzers: [
        {
          name: 'unused',
          type: 'ACCOUNT_UNUSED_ACCESS',
          findings: [
            { type: 'UnusedIAMRole', resource: role, count: 5 },
            { type: 'UnusedPermission', resource: role },
            { type: 'UnusedIAMRole', resource: role, status: 'ARCHIVED' },
          ],
        },
      ],
    },
  });
  const { analyzers = [] } = await accessAnalyzer.send(
    new ListAnalyzersCommand({ type: 'ACCOUNT_UNUSED_ACCESS' }),
  );
  expect(analyzers[0]?.configuration).toEqual({ unusedAccess: { unusedAccessAge: 90 } });
  const analyzerArn = analyzers[0]?.arn;
  const sizes: number[] = [];
  const ids = new Set<string>();
  const pages = paginateListFindingsV2(
    { client: accessAnalyzer, pageSize: 4 },
    { analyzerArn, filter: { status: { eq: ['ACTIVE'] } } },
  );
  for await (const { findings = [] } of pages) {
    sizes.push(findings.length);
    for (const { id = '' } of findings) ids.add(id);
  }
  expect(sizes).toEqual([4, 2]);
  expect(ids.size).toBe(6);
  const filter = { findingType: { neq: ['UnusedIAMRole'] } };
  const { findings } = await accessAnalyzer.send(
    new ListFindingsV2Command({ analyzerArn, filter }),
  );
  expect(findings).toMatchObject([
    { findingType: 'UnusedPermission', resource: 'arn:aws:iam::111122223333:role/jenkins' },
  ]);
  const missing = new ListFindingsV2Command({ analyzerArn: `${analyzerArn}-not` });
  expect((await failureOf(accessAnalyzer.send(missing))).name).toBe('ResourceNotFoundException');
});

test('jobs of policy generation, newest first', async () => {
  const { accessAnalyzer } = sandboxWithServices({
    scenario: {
      policyGenerations: [
        { principal: 'role/old', startedDaysAgo: 10 },
        { principal: 'role/new', startedDaysAgo: 1, status: 'FAILED' },
      ],
    },
  });
  const { policyGenerations = [] } = await accessAnalyzer.send(
    new ListPolicyGenerationsCommand({}),
  );
  expect(policyGenerations.map(({ status, startedOn }) => [status, startedOn])).toEqual([
    ['FAILED', new Date('2026-11-20T00:00:00Z')],
    ['SUCCEEDED', new Date('2026-11-11T00:00:00Z')],
  ]);
});

test('archive rules and tags come, change and go', async () => {
  const { accessAnalyzer } = sandboxWithServices({
    scenario: {
      analyzers: [{ name: 'main', archiveRules: { old: { resource: { exists: true } } } }],
    },
  });
  const rule = { analyzerName: 'main', ruleName: 'own' };
  const listed = async () => {
    const { archiveRules = [] } = await accessAnalyzer.send(
      new ListArchiveRulesCommand({ analyzerName: 'main' }),
    );
    return archiveRules.map(({ ruleName, filter }) => [ruleName, filter]);
  };
  const create = new CreateArchiveRuleCommand({ ...rule, filter: { isPublic: { eq: ['false'] } } });
  await accessAnalyzer.send(create);
  expect((await failureOf(accessAnalyzer.send(create))).name).toBe('ConflictException');
  await accessAnalyzer.send(
    new UpdateArchiveRuleCommand({ ...rule, filter: { isPublic: { neq: ['true'] } } }),
  );
  await accessAnalyzer.send(new DeleteArchiveRuleCommand({ ...rule, ruleName: 'old' }));
  expect(await listed()).toEqual([['own', { isPublic: { neq: ['true'] } }]]);

  const { analyzer } = await accessAnalyzer.send(new GetAnalyzerCommand({ analyzerName: 'main' }));
  const resourceArn = analyzer?.arn;
  const tags = { team: 'security', stage: 'one', cost: 'low' };
  await accessAnalyzer.send(new TagResourceCommand({ resourceArn, tags }));
  await accessAnalyzer.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team', 'cost'] }));
  const tagged = await accessAnalyzer.send(new GetAnalyzerCommand({ analyzerName: 'main' }));
  expect(tagged.analyzer?.tags).toEqual({ stage: 'one' });

  const gone = new DeleteAnalyzerCommand({ analyzerName: 'main' });
  await accessAnalyzer.send(gone);
  expect((await failureOf(accessAnalyzer.send(gone))).name).toBe('ResourceNotFoundException');
});
