import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { conditionTests, hasWildcards } from '../condition-tests.ts';
import { isArnOfAccount } from '../naming-values.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import { indexPower } from '../principal-power.ts';
import { askTrust, assumeRole, spareNamed, spareOthers } from '../trust-question.ts';

export const rolesanywhereScoped = defineCheck({
  id: 'rolesanywhere-scoped',
  title: 'Roles for IAM Roles Anywhere are no administrators and name their certificates',
  severity: 'medium',
  subject: 'role',
  rationale:
    'Every certificate of every trust anchor of the account may become such a role, unless its ' +
    'trust policy names the anchor or the certificate.',
  remedy:
    'Add to the trust policy ArnEquals aws:SourceArn with the trust anchor, or StringEquals ' +
    'aws:PrincipalTag/x509Subject/CN. Profiles can limit sessions further: IAM does not show ' +
    'their session policies.',
  documentation: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  needs: ['roles', 'groups', 'policies'],
  run: ({ roles, groups, policies }, context) => {
    const index = indexPower({ policies, groups }, context);
    const ask = byDocument(askAnywhere);
    return ownRoles(roles)
      .filter(({ trust }) => isForAnywhere(trust))
      .map((role): Verdict => {
        const { name, arn: subject } = role;
        const { power, unread } = index.ofRole(role);
        const answer = ask(role.trust);
        const evidence = { power, sessionPolicies: 'not visible in IAM' };
        const loose = [
          power === 'full' || power === 'escalation' ? 'is administrator' : undefined,
          answer.verdict === 'yes' ? 'takes any certificate of any trust anchor' : undefined,
        ].filter((said) => said !== undefined);
        const hint = ' A session policy of the profile may limit it; IAM does not show that.';
        if (loose.length > 0) {
          const message = `${name} ${loose.join(' and ')}.${hint}`;
          return { outcome: 'fail', subject, message, evidence };
        }
        if (answer.verdict === 'undecided') return trustUndecided(role, answer.reason);
        if (power === 'undecided') {
          const message = `${name}: the snapshot lacks the document of ${unread.join(', ')}.`;
          return { outcome: 'unknown', subject, message, evidence };
        }
        if (power === 'conditional') {
          const message = `${name} is administrator while a condition holds.${hint}`;
          return { outcome: 'warn', subject, message, evidence };
        }
        const message = `${name} names its certificates and is no administrator.`;
        return { outcome: 'pass', subject, message, evidence };
      });
  },
});

const service = 'rolesanywhere.amazonaws.com';

function isForAnywhere(trust: PolicyDocument): boolean {
  return statementsOf(trust).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      typeof Principal === 'object' &&
      asList(Principal['Service']).some((name) => name.toLowerCase() === service),
  );
}

function askAnywhere(trust: PolicyDocument) {
  const certificateKeys = conditionTests(trust)
    .map(({ key }) => key)
    .filter((key) => key.startsWith('aws:principaltag/x509'));
  return askTrust(trust, {
    action: assumeRole,
    spared: [
      spareOthers({ Service: service }),
      ...spareNamed(trust, {
        'aws:sourcearn': (value, test) =>
          isArnOfAccount(value, test) && /:trust-anchor\/[^*?]/.test(value),
        ...Object.fromEntries(
          certificateKeys.map((key) => [
            key,
            (value: string, test: Parameters<typeof hasWildcards>[0]) =>
              !hasWildcards(test, value) || /[^*?]{2}/.test(value),
          ]),
        ),
      }),
    ],
  });
}
