import type { PolicyDocument } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { federatedIssuers } from '../federated-issuers.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import { indexReach } from '../role-reach.ts';
import {
  askTrust,
  assumeRoleWithWebIdentity,
  spareCondition,
  spareNamed,
  spareOthers,
} from '../trust-question.ts';

export const roleCognitoUnauth = defineCheck({
  id: 'role-cognito-unauth',
  title: 'Roles for Amazon Cognito name their identity pool and let guests change nothing',
  severity: 'high',
  subject: 'role',
  rationale:
    'Without the id of the pool, identities of every pool in the world may assume the role. ' +
    'Guests of a pool have not signed in: anyone is one.',
  remedy:
    'Test cognito-identity.amazonaws.com:aud with the id of your pool (StringEquals), and :amr ' +
    'with authenticated (ForAnyValue:StringLike). Let the role of guests read only what is public.',
  documentation: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  needs: ['roles', 'groups', 'policies'],
  run: (parts) => {
    const { writes } = indexReach(parts);
    const read = byDocument(readCognitoTrust);
    return ownRoles(parts.roles).flatMap((role): readonly Verdict[] => {
      const found = read(role.trust);
      if (found === undefined) return [];
      const { name, arn: subject } = role;
      if (found.anyPool.verdict === 'yes') {
        const message = `${name} can be assumed by identities of any identity pool.`;
        return [{ outcome: 'fail', subject, message }];
      }
      const [undecided] = [found.anyPool, found.guests].flatMap((answer) =>
        answer.verdict === 'undecided' ? [answer.reason] : [],
      );
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      if (found.guests.verdict === 'no') {
        const message = `${name} is for those of its identity pool who have signed in.`;
        return [{ outcome: 'pass', subject, message }];
      }
      switch (writes(role)) {
        case 'yes': {
          const message = `${name} is open to guests and may change things.`;
          return [{ outcome: 'fail', subject, message }];
        }
        case 'undecided': {
          const message = `${name} is open to guests; a policy or boundary of it was not read.`;
          return [{ outcome: 'unknown', subject, message }];
        }
        case 'no': {
          const message = `${name} is open to guests, who can change nothing with it.`;
          return [{ outcome: 'pass', subject, message }];
        }
        default:
          return [];
      }
    });
  },
});

/** `cognito-identity.amazonaws.com`; `-us-gov` in GovCloud, with a Region in China. */
const cognito = /^cognito-identity[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?$/;

function readCognitoTrust(trust: PolicyDocument) {
  const federated = federatedIssuers(trust).find(({ issuer }) => cognito.test(issuer));
  if (federated === undefined) return undefined;
  const { issuer } = federated;
  const others = spareOthers({ Federated: federated.principal });
  const action = assumeRoleWithWebIdentity;
  const pool = spareNamed(trust, {
    [`${issuer}:aud`]: (value, test) => !hasWildcards(test, value),
  });
  return {
    anyPool: askTrust(trust, { action, spared: [others, ...pool] }),
    guests: askTrust(trust, {
      action,
      spared: [
        others,
        // A guest has this method and no other: a provider's name is that of somebody signed in.
        spareCondition('ForAllValues:StringNotEquals', `${issuer}:amr`, 'unauthenticated'),
        spareCondition('ForAnyValue:StringNotEquals', `${issuer}:amr`, 'unauthenticated'),
      ],
    }),
  };
}
