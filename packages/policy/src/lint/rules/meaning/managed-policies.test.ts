import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseJson } from '../../../text/parse-json.ts';
import type { Member, SyntaxNode } from '../../../text/syntax-tree.ts';
import { emptyActionData } from '../../lint-cases.fixture.ts';
import { readLintDocument } from '../../read-lint-document.ts';
import { meaningRules } from './index.ts';

const file = new URL(
  '../../../../../sandbox/data/aws-managed-policies.gen.json.br',
  import.meta.url,
);

/** Names of policies by the codes that are found in them. */
function policiesByCode(): ReadonlyMap<string, ReadonlySet<string>> {
  const parsed = parseJson(brotliDecompressSync(readFileSync(file)).toString());
  if (!parsed.ok) throw new Error('The managed policies are no JSON.');
  const { text, root } = parsed.tree;
  const byCode = new Map<string, Set<string>>();
  for (const { key, value } of membersOf(membersOf(root).find(isCalled('policies'))?.value)) {
    const policy = membersOf(value).find(isCalled('document'))?.value;
    const tree = policy && { text, root: policy };
    const document =
      tree && readLintDocument(tree, { policyType: 'IDENTITY_POLICY', resourceType: undefined });
    if (document === undefined) throw new Error(`${key.value} is no policy.`);
    for (const { issueCode } of meaningRules.flatMap((rule) => rule(document, emptyActionData)))
      byCode.set(issueCode, (byCode.get(issueCode) ?? new Set()).add(key.value));
  }
  return byCode;
}

function membersOf(node: SyntaxNode | undefined): readonly Member[] {
  return node?.kind === 'object' ? node.members : [];
}

function isCalled(name: string) {
  return ({ key }: Member): boolean => key.value === name;
}

/**
 * AWS publishes which of its policies have such findings: IAM User Guide, "IAM policy validation
 * check reference", "AWS managed policies with this …". Those that are gone are left out here.
 */
it('finds what AWS says of its own policies', () => {
  const found = policiesByCode();
  expect([...found.keys()].sort()).toEqual([
    'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    'EQUIVALENT_TO_NULL_FALSE',
    'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  ]);
  expect([...(found.get('CREATE_SLR_WITH_STAR_IN_RESOURCE') ?? [])].sort()).toEqual([
    'AdministratorAccess-Amplify',
    'AlexaForBusinessFullAccess',
    'PowerUserAccess',
    'aws-service-role/AWSOrganizationsServiceTrustPolicy',
  ]);
  expect(found.get('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE')).toEqual(
    new Set(['AWSMcpServiceActionsFullAccess', 'AdministratorAccess', 'IAMFullAccess']),
  );
  expect([...(found.get('PASS_ROLE_WITH_STAR_IN_RESOURCE') ?? [])]).toEqual(
    expect.arrayContaining([
      'AdministratorAccess-Amplify',
      'AmazonDynamoDBFullAccesswithDataPipeline',
      'AmazonElasticMapReduceFullAccess',
      'aws-service-role/AWSServiceRoleForAmazonEKSNodegroup',
      'service-role/AWSElasticBeanstalkService',
    ]),
  );
}, 20_000);
