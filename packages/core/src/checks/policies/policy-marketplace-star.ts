import type { PolicyDocument } from '@rolecall/policy';
import { defineCheck } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { spareKeyValues } from '../spare-key-values.ts';
import { wholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyMarketplaceStar = defineCheck({
  id: 'policy-marketplace-star',
  title: 'No policy lets its holders subscribe to any product of AWS Marketplace',
  severity: 'low',
  subject: 'policy',
  rationale: 'A subscription of AWS Marketplace, a model of Amazon Bedrock too, costs money.',
  remedy:
    'Keep aws-marketplace:Subscribe for those who buy, or allow certain products by the ' +
    'condition key aws-marketplace:ProductId.',
  documentation:
    'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { accountArn }) =>
    judgeWholeGrants(
      writtenDocuments(parts),
      (document) =>
        wholeGrant(document, {
          action: 'aws-marketplace:Subscribe',
          resources: ['*'],
          harmless: productsNamed(document),
        }),
      { gives: 'lets its holders subscribe to any product of AWS Marketplace', accountArn },
    ),
});

function productsNamed(document: PolicyDocument) {
  return spareKeyValues(document, {
    key: 'aws-marketplace:ProductId',
    names: (value, test) => !hasWildcards(test, value),
  });
}
