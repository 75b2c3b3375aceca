import {
  type AccessComparison,
  type AccessLayers,
  compareEffectiveAccess,
  matchesPattern,
} from '@rolecall/policy';
import type { SourcePosition } from '../model/errors.ts';
import { type Affected, affectedBy } from './affected.ts';
import type { Judged, Subject } from './judged.ts';
import type { Fault, GuardrailRefusal } from './refusal.ts';
import { meansResource } from './resource-pattern.ts';
import { judgeAssignment } from './rules/assignments.ts';
import { judgeBoundary } from './rules/boundary.ts';
import { judgeAccess } from './rules/never-grant.ts';
import { judgeProtected } from './rules/protected.ts';
import { judgeShape } from './rules/shape.ts';
import { judgeTrust } from './rules/trust.ts';
import type { NeverGrant } from './schema.ts';
import { undecidedFault } from './verdict-fault.ts';

/** The whole first, then resource by resource in their order, then who gains what nobody may have. */
export function judgeSubjects(judged: Judged): readonly GuardrailRefusal[] {
  return [
    ...judgeWhole(judged).map((fault) => refusal(fault, nothing)),
    ...judged.subjects.flatMap((subject) =>
      [judgeProtected, judgeTrust, judgeBoundary, judgeShape, judgeAssignment].flatMap((judge) =>
        judge(subject, judged).map((fault) => refusal(fault, subject)),
      ),
    ),
    ...judgeGrants(judged),
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

function judgeGrants(judged: Judged): readonly GuardrailRefusal[] {
  const { neverGrant } = judged.rules;
  if (neverGrant.length === 0 || judged.subjects.length === 0) return [];
  const affected = affectedBy(judged);
  const places = new Map(judged.subjects.map((subject) => [subject.resource, subject]));
  const compare = rememberingCompare();
  return neverGrant.flatMap((rule) => {
    if (affected === undefined) return [refusal(unread(rule), nothing)];
    return affected.flatMap((one) => {
      if (rule.except.some((pattern) => meansResource(pattern, one))) return [];
      const faults = one.access ? judgeAccess(rule, one.access, compare) : [unread(rule)];
      const resource = `${one.type}/${one.name.toLowerCase()}`;
      const place = places.get(resource) ?? indirect(one, resource);
      return faults.map((fault) => refusal(fault, place));
    });
  });
}

/** Somebody whom the plan does not change, but a policy or group of theirs. */
function indirect({ type, name }: Affected, resource: string): Place {
  return { resource, address: `${type}/${name}`, position: undefined };
}

function unread({ name }: NeverGrant): Fault {
  return undecidedFault({
    rule: `never-grant/${name}`,
    whether: 'what it would grant',
    why: 'The account could not be read whole.',
    hint: 'Let the credentials that plan read users, groups, roles and policies.',
  });
}

/** Members of a group are alike: what was compared once is not compared again. */
function rememberingCompare() {
  const seen = new Map<string, AccessComparison>();
  return (allowed: AccessLayers, granted: AccessLayers): AccessComparison => {
    const key = JSON.stringify([allowed, granted]);
    const result = seen.get(key) ?? compareEffectiveAccess(allowed, granted);
    seen.set(key, result);
    return result;
  };
}

interface Place {
  readonly resource: string | undefined;
  readonly address: string | undefined;
  readonly position: SourcePosition | undefined;
}

const nothing: Place = { resource: undefined, address: undefined, position: undefined };

function refusal(fault: Fault, { resource, address, position }: Place | Subject): GuardrailRefusal {
  return { ...fault, resource, address, position };
}
