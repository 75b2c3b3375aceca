import { type Check, type CheckMetadata, defineCheck, type Verdict } from '../check.ts';
import { listLabels, ownRoles, readOutsideTrusts, trustUndecided } from '../outside-trusts.ts';
import { indexReach, type RoleReach } from '../role-reach.ts';

type Definition = Pick<CheckMetadata, 'id' | 'title' | 'rationale' | 'remedy'> & {
  /** `may read everything`. */
  readonly may: string;
  readonly reach: keyof RoleReach;
};

/** Roles that other accounts may assume, by what these can do with them. */
export function defineCrossAccountCheck({ may, reach, ...metadata }: Definition): Check {
  return defineCheck({
    severity: 'high',
    subject: 'role',
    documentation:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    ...metadata,
    settings: ['trustedAccounts'],
    needs: ['roles', 'groups', 'policies'],
    uses: ['organization', 'organizationAccounts'],
    run: (parts, context, used) => {
      const trusts = readOutsideTrusts(used, context);
      const index = indexReach(parts);
      return ownRoles(parts.roles).flatMap((role): readonly Verdict[] => {
        const { outsiders, undecided } = trusts.of(role);
        const foreign = outsiders.filter(({ relation }) => relation !== 'organization');
        if (foreign.length === 0 && undecided === undefined) return [];
        const { name, arn: subject } = role;
        const answer = index[reach](role);
        if (answer === 'no') {
          const message = `${name} is for other accounts and is not one that ${may}.`;
          return [{ outcome: 'pass', subject, message }];
        }
        if (undecided !== undefined && foreign.length === 0)
          return [trustUndecided(role, undecided)];
        const strange = foreign.some(({ relation }) => relation === 'outside');
        const isUnsure = !strange && foreign.some(({ relation }) => relation === 'undecided');
        const { unlisted } = trusts.relations;
        const message =
          `${name} ${may} and can be assumed from ${listLabels(foreign)}` +
          `${isUnsure ? `; ${unlisted.message}` : ''}.`;
        const evidence = {
          outsiders: foreign.map(({ label, relation }) => `${label}: ${relation}`),
          ...(isUnsure ? unlisted.evidence : {}),
        };
        if (answer === 'undecided') {
          const said = `${name} can be assumed from ${listLabels(foreign)}; a policy or boundary of it was not read.`;
          return [{ outcome: 'unknown', subject, message: said, evidence }];
        }
        return [{ outcome: strange ? 'fail' : 'warn', subject, message, evidence }];
      });
    },
  });
}
