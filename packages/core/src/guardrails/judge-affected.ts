import { type AccessComparison, type AccessLayers, compareEffectiveAccess } from '@rolecall/policy';
import { type Affected, affectedBy } from './affected.ts';
import type { Judged } from './judged.ts';
import type { Fault, GuardrailRefusal } from './refusal.ts';
import { nothing, type Place, refusalAt } from './refusal-at.ts';
import { meansResource } from './resource-pattern.ts';
import { type Compare, judgeAccess } from './rules/never-grant.ts';
import { judgeWithoutMfa } from './rules/without-mfa.ts';
import { undecidedFault } from './verdict-fault.ts';

/** Whether anybody has, once the plan is carried out, what the rules never let them have. */
export function judgeAffected(judged: Judged): readonly GuardrailRefusal[] {
  const rules = accessRules(judged);
  if (rules.length === 0 || judged.subjects.length === 0) return [];
  const affected = affectedBy(judged);
  const places = new Map(judged.subjects.map((subject) => [subject.resource, subject]));
  return rules.flatMap(({ rule, isAbout, judge }) => {
    if (affected === undefined) return [refusalAt(unread(rule), nothing)];
    return affected.flatMap((one) => {
      if (!isAbout(one)) return [];
      const faults = one.access ? judge(one.access) : [unread(rule)];
      const resource = `${one.type}/${one.name.toLowerCase()}`;
      const place = places.get(resource) ?? one.cause ?? indirect(one, resource);
      return faults.map((fault) => refusalAt(fault, place));
    });
  });
}

interface AccessRule {
  readonly rule: string;
  readonly isAbout: (one: Affected) => boolean;
  readonly judge: (access: NonNullable<Affected['access']>) => readonly Fault[];
}

function accessRules({ rules: { neverGrant, credentials } }: Judged): readonly AccessRule[] {
  const compare = rememberingCompare();
  const withoutMfa = credentials?.withoutMfa;
  return [
    ...neverGrant.map(
      (rule): AccessRule => ({
        rule: `never-grant/${rule.name}`,
        isAbout: (one) => !rule.except.some((pattern) => meansResource(pattern, one)),
        judge: (access) => judgeAccess(rule, access, compare),
      }),
    ),
    ...(withoutMfa === undefined
      ? []
      : [
          {
            rule: 'without-mfa',
            // What a group gives, it gives to users.
            isAbout: (one: Affected) =>
              (one.type === 'user' || one.type === 'group') &&
              !withoutMfa.except.some((pattern) => meansResource(pattern, one)),
            judge: (access: NonNullable<Affected['access']>) =>
              judgeWithoutMfa(withoutMfa, access, compare),
          },
        ]),
  ];
}

/** Somebody whom the plan does not change, but a policy or group of theirs. */
function indirect({ type, name }: Affected, resource: string): Place {
  return { resource, address: `${type}/${name}`, position: undefined };
}

function unread(rule: string): Fault {
  return undecidedFault({
    rule,
    whether: 'what it would grant',
    why: 'The account could not be read whole.',
    hint: 'Let the credentials that plan read users, groups, roles and policies.',
  });
}

/** Members of a group are alike: what was compared once is not compared again. */
function rememberingCompare(): Compare {
  const seen = new Map<string, AccessComparison>();
  return (allowed: AccessLayers, granted: AccessLayers) => {
    const key = JSON.stringify([allowed, granted]);
    const result = seen.get(key) ?? compareEffectiveAccess(allowed, granted);
    seen.set(key, result);
    return result;
  };
}
