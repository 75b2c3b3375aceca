import { asList, type PolicyDocument, type PolicyStatement, statementsOf } from '@rolecall/policy';
import { defineCheck, type Verdict } from '../check.ts';
import { isUniqueId } from '../naming-values.ts';
import { listLabels, ownRoles, readOutsideTrusts, trustUndecided } from '../outside-trusts.ts';
import { spareCaller, spareNamed } from '../trust-question.ts';

export const roleTrustAccountRoot = defineCheck({
  id: 'role-trust-account-root',
  title: 'Roles for other accounts name the roles there, not the whole account',
  severity: 'low',
  subject: 'role',
  rationale:
    'Where a whole account is trusted, its administrators decide who assumes the role, and anyone ' +
    'there with a broad policy can.',
  remedy:
    'Put the ARN of the role that calls into Principal in place of the account, or add ' +
    'the condition ArnEquals aws:PrincipalArn.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  settings: ['trustedAccounts'],
  needs: ['roles'],
  uses: ['organization', 'organizationAccounts'],
  run: ({ roles }, context, used) => {
    const trusts = readOutsideTrusts(used, context);
    const whole = readOutsideTrusts(used, context, spareNamedPrincipals);
    const { unlisted } = trusts.relations;
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const { name, arn: subject } = role;
      const all = trusts.of(role);
      const accounts = all.outsiders.filter(({ outsider }) => outsider.kind !== 'anyone');
      if (accounts.length === 0 && all.undecided === undefined) return [];
      const { outsiders, undecided } = whole.of(role);
      const evidence = { outsiders: accounts.map(({ label }) => label) };
      const broad = outsiders.filter(
        ({ outsider, relation }) => outsider.kind !== 'anyone' && relation !== 'organization',
      );
      const strange = broad.filter(({ relation }) => relation !== 'undecided');
      if (strange.length > 0) {
        const message = `${name} trusts all of ${listLabels(strange)}.`;
        return [{ outcome: 'fail', subject, message, evidence }];
      }
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      if (broad.length > 0) {
        const message =
          `${name} trusts all of ${listLabels(broad)}, perhaps of the organization; ` +
          `${unlisted.message}.`;
        return [
          {
            outcome: 'warn',
            subject,
            message,
            evidence: { ...evidence, ...unlisted.evidence },
          },
        ];
      }
      const message = `${name} names whom it trusts outside the organization.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    });
  },
});

/** Users and roles by their names, as Principal or by `aws:PrincipalArn`. */
function spareNamedPrincipals(trust: PolicyDocument): readonly PolicyStatement[] {
  const named = statementsOf(trust)
    .flatMap(({ Principal }) => (typeof Principal === 'object' ? asList(Principal['AWS']) : []))
    .filter((value) => /:(?:user|role|assumed-role|federated-user)\/[^*?]/.test(value));
  return [
    ...(named.length === 0 ? [] : [spareCaller({ AWS: named })]),
    ...spareNamed(trust, {
      'aws:principalarn': (value) =>
        /^arn:[^:]*:(?:iam|sts)::\d{12}:(?:user|role|assumed-role)\/[^*?]/.test(value),
      'aws:userid': isUniqueId,
    }),
  ];
}
