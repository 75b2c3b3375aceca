import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { defineCheck, type Verdict } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { listLabels, ownRoles, readOutsideTrusts, trustUndecided } from '../outside-trusts.ts';
import { spareCondition, spareNamed } from '../trust-question.ts';

export const roleTrustNoExternalidMfa = defineCheck({
  id: 'role-trust-no-externalid-mfa',
  title: 'Roles for other accounts ask for an external id or MFA',
  severity: 'medium',
  subject: 'role',
  rationale:
    'A supplier who serves many customers can be made to use your role for another of them, ' +
    'unless the role asks for an external id that is yours. People from outside should show MFA.',
  remedy:
    'For a supplier add the condition StringEquals sts:ExternalId with the value that the ' +
    'supplier gives you; for people add Bool aws:MultiFactorAuthPresent true. BoolIfExists lets ' +
    'access keys without MFA in.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  settings: ['trustedAccounts'],
  needs: ['roles'],
  uses: ['organization', 'organizationAccounts'],
  run: ({ roles }, context, used) => {
    const trusts = readOutsideTrusts(used, context);
    const unguarded = readOutsideTrusts(used, context, spareGuarded);
    const { unlisted } = trusts.relations;
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const { name, arn: subject } = role;
      const all = trusts.of(role);
      if (all.outsiders.length === 0 && all.undecided === undefined) return [];
      const { outsiders, undecided } = unguarded.of(role);
      const evidence = { outsiders: all.outsiders.map(({ label }) => label) };
      const foreign = outsiders.filter(
        ({ relation }) => relation === 'outside' || relation === 'trusted',
      );
      const unsure = outsiders.filter(({ relation }) => relation === 'undecided');
      if (foreign.length > 0) {
        const message = `${name} asks neither for an external id nor for MFA of ${listLabels(foreign)}.`;
        return [{ outcome: 'fail', subject, message, evidence }];
      }
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      if (unsure.length > 0) {
        const message =
          `${name} asks neither for an external id nor for MFA of ${listLabels(unsure)}; ` +
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
      const message =
        outsiders.length > 0
          ? `${name} is for accounts of the organization, which need no external id.`
          : `${name} asks other accounts for an external id or MFA.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    });
  },
});

/** Requests with an external id that the trust names, or with MFA. Any id at all names nobody. */
function spareGuarded(trust: PolicyDocument): readonly PolicyStatement[] {
  return [
    ...spareNamed(trust, {
      'sts:externalid': (value, test) =>
        !hasWildcards(test, value) || value.replace(/[*?]/g, '').length > 1,
    }),
    spareCondition('Bool', 'aws:MultiFactorAuthPresent', 'true'),
    // There is an age of MFA only where there was MFA.
    spareCondition('Null', 'aws:MultiFactorAuthAge', 'false'),
  ];
}
