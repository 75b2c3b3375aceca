import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { federatedIssuers } from '../federated-issuers.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import { indexReach } from '../role-reach.ts';
import { type GithubTrust, readGithubTrust } from './github-trust.ts';

export const roleOidcGithubSub = defineCheck({
  id: 'role-oidc-github-sub',
  title: 'Roles for GitHub Actions name the repositories that may use them',
  severity: 'critical',
  subject: 'role',
  rationale:
    'Everybody on GitHub gets tokens of the same issuer. A trust policy that does not say whose ' +
    'repository it means lets any workflow in the world assume the role.',
  remedy:
    'Test token.actions.githubusercontent.com:sub with StringEquals, in both forms: ' +
    'repo:ORG/REPO:ref:refs/heads/main and repo:ORG@ORGID/REPO@REPOID:ref:refs/heads/main, which ' +
    'repositories made, renamed or transferred since 2026-07-15 send; and :aud with ' +
    'sts.amazonaws.com.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  needs: ['roles', 'groups', 'policies'],
  run: (parts) => {
    const { writes } = indexReach(parts);
    const read = byDocument((trust) =>
      federatedIssuers(trust)
        .filter(({ issuer }) => issuers.has(issuer))
        .map((issuer) => readGithubTrust(trust, issuer)),
    );
    return ownRoles(parts.roles).flatMap((role): readonly Verdict[] => {
      const found = read(role.trust);
      if (found.length === 0) return [];
      const { name, arn: subject } = role;
      if (found.some(({ strangers }) => strangers)) {
        const message = `${name} can be assumed by workflows of strangers on GitHub.`;
        return [{ outcome: 'fail', subject, message }];
      }
      const [undecided] = found.flatMap((each) => each.undecided ?? []);
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      const loose = [
        ...new Set(found.flatMap((each) => looseness(each, () => writes(role) !== 'no'))),
      ];
      const audience = found.some(({ anyAudience }) => anyAudience);
      if (loose.length > 0 || audience) {
        const said = [...loose, ...(audience ? ['does not test the audience (aud)'] : [])];
        return [
          {
            outcome: 'warn',
            subject,
            message: `${name} ${said.join('; ')}.`,
            severity: loose.length > 0 ? 'high' : 'medium',
          },
        ];
      }
      return [{ outcome: 'pass', subject, message: `${name} names its repositories on GitHub.` }];
    });
  },
});

const issuers: ReadonlySet<string> = new Set([
  'token.actions.githubusercontent.com',
  'vstoken.actions.githubusercontent.com',
]);

function looseness(found: GithubTrust, writes: () => boolean): readonly string[] {
  return [
    found.subjectUntested ? 'does not test sub, which IAM asks for at the next change' : undefined,
    found.withoutSubject
      ? 'would let in a token without sub (IfExists or ForAllValues)'
      : undefined,
    found.wholeOwner ? 'lets in more than named repositories of an owner' : undefined,
    found.pullRequests === 'named' || (found.pullRequests === 'among-others' && writes())
      ? 'lets in runs for pull requests'
      : undefined,
    found.never.length > 0
      ? `has a sub that no token has, since the operator takes no wildcards: ${found.never.join(', ')}`
      : undefined,
  ].filter((said) => said !== undefined);
}
