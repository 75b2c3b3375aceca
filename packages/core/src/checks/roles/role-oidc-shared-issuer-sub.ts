import { matchesPattern, type PolicyDocument } from '@rolecall/policy';
import data from '../../data/token-issuers.json' with { type: 'json' };
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { type FederatedIssuer, federatedIssuers } from '../federated-issuers.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import {
  askTrust,
  assumeRoleWithWebIdentity,
  spareMissing,
  spareNamed,
  spareOthers,
  type TrustAnswer,
} from '../trust-question.ts';

export const roleOidcSharedIssuerSub = defineCheck({
  id: 'role-oidc-shared-issuer-sub',
  title: 'Roles for tokens of a shared issuer say whose tokens they mean',
  severity: 'high',
  subject: 'role',
  rationale:
    'Every customer of GitLab, HCP Terraform and the like gets tokens of the same issuer. A trust ' +
    'policy that does not say whose they are lets all of them in.',
  remedy:
    'Test the claim that names your organization, mostly ISSUER:sub, with StringEquals or a ' +
    'StringLike whose beginning is written out; for a cluster, ' +
    'system:serviceaccount:NAMESPACE:NAME.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  needs: ['roles'],
  run: ({ roles }) => {
    const read = byDocument((trust) =>
      federatedIssuers(trust).flatMap((issuer) => judgeIssuer(trust, issuer)),
    );
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const judged = read(role.trust);
      if (judged.length === 0) return [];
      const { name, arn: subject } = role;
      const evidence = { issuers: judged.map(({ issuer }) => issuer), asOf: data.asOf };
      const said = (list: readonly Judged[]) =>
        list.map(({ issuer, whose }) => `${whose} (${issuer})`).join(', ');
      const open = judged.filter(({ answer, shared }) => shared && answer.verdict === 'yes');
      if (open.length > 0) {
        const message = `${name} can be assumed ${said(open)}.`;
        return [{ outcome: 'fail', subject, message, evidence }];
      }
      const [undecided] = judged.flatMap(({ answer }) =>
        answer.verdict === 'undecided' ? [answer.reason] : [],
      );
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      const broad = judged.filter(({ answer }) => answer.verdict === 'yes');
      if (broad.length > 0) {
        const message = `${name} can be assumed ${said(broad)}.`;
        return [{ outcome: 'warn', subject, message, evidence }];
      }
      const message = `${name} says whose tokens it means.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    });
  },
});

interface Judged {
  readonly issuer: string;
  readonly shared: boolean;
  /** `by any customer`, `from anywhere in the cluster`. */
  readonly whose: string;
  readonly answer: TrustAnswer;
}

const shared = new Map(Object.entries<{ readonly [claim: string]: string }>(data.shared));

function judgeIssuer(trust: PolicyDocument, federated: FederatedIssuer): readonly Judged[] {
  const { issuer, principal } = federated;
  const ask = (names: Parameters<typeof spareNamed>[1], keys: readonly string[]) =>
    askTrust(trust, {
      action: assumeRoleWithWebIdentity,
      spared: [
        spareOthers({ Federated: principal }),
        ...spareNamed(trust, names),
        ...keys.map(spareMissing),
      ],
    });
  const claims = shared.get(issuer);
  if (claims !== undefined) {
    const names = Object.entries(claims).map(([claim, pattern]) => {
      const named = new RegExp(pattern);
      return [`${issuer}:${claim}`, (value: string) => named.test(value)] as const;
    });
    return [
      {
        issuer,
        shared: true,
        whose: 'by any customer of the issuer',
        answer: ask(Object.fromEntries(names), [`${issuer}:sub`]),
      },
    ];
  }
  const tenant = Object.entries(data.ofOneTenant).find(([pattern]) =>
    matchesPattern(pattern, issuer),
  )?.[1];
  if (tenant === undefined) return [];
  const key = `${issuer}:sub`;
  const named = new RegExp(tenant.sub);
  const answer = ask({ [key]: (value, test) => !hasWildcards(test, value) || named.test(value) }, [
    key,
  ]);
  return [{ issuer, shared: false, whose: `from anywhere in ${tenant.whole}`, answer }];
}
