import { matchesPattern } from '@rolecall/policy';
import { judgeAffected } from './judge-affected.ts';
import type { Judged, Subject } from './judged.ts';
import type { Fault, GuardrailRefusal } from './refusal.ts';
import { nothing, refusalAt } from './refusal-at.ts';
import { judgeAnalyzer } from './rules/analyzers.ts';
import { judgeAssignment } from './rules/assignments.ts';
import { judgeBoundary } from './rules/boundary.ts';
import { judgeCredentials } from './rules/credentials.ts';
import { judgeMembership } from './rules/membership.ts';
import { judgeAddress, judgeContacts } from './rules/people.ts';
import { judgeProtected } from './rules/protected.ts';
import { judgeSamlProvider } from './rules/saml-provider.ts';
import { judgeShape } from './rules/shape.ts';
import { judgeTrust } from './rules/trust.ts';

const judges: readonly ((subject: Subject, judged: Judged) => readonly Fault[])[] = [
  judgeProtected,
  judgeTrust,
  judgeBoundary,
  judgeShape,
  judgeAssignment,
  judgeMembership,
  judgeCredentials,
  judgeSamlProvider,
  judgeAnalyzer,
  judgeAddress,
];

/** The whole first, then resource by resource in their order, then who gains what nobody may have. */
export function judgeSubjects(judged: Judged): readonly GuardrailRefusal[] {
  const whole = [...judgeWhole(judged), ...judgeContacts(judged)];
  return [
    ...whole.map((fault) => refusalAt(fault, nothing)),
    ...judged.subjects.flatMap((subject) =>
      judges.flatMap((judge) => judge(subject, judged).map((fault) => refusalAt(fault, subject))),
    ),
    ...judgeAffected(judged),
  ];
}

function judgeWhole({ rules, account, scope, subjects }: Judged): readonly Fault[] {
  // What does nothing may be for anyone.
  if (subjects.length === 0) return [];
  const { accounts, scopes } = rules;
  const isScopeAllowed = scopes?.some((pattern) => matchesPattern(pattern, scope)) ?? true;
  return [
    ...(accounts === undefined || accounts.includes(account)
      ? []
      : [
          {
            rule: 'account',
            message: `Manifests may not be for account ${account}.`,
            hint: `Allowed: ${accounts.join(', ') || 'none'}.`,
          },
        ]),
    ...(isScopeAllowed
      ? []
      : [
          {
            rule: 'scope',
            message: `Manifests may not have the scope ${scope}.`,
            hint: `Allowed: ${scopes?.join(', ') || 'none'}.`,
          },
        ]),
  ];
}
