import { matchesPattern, parseIamArn } from '@rolecall/policy';
import type { ResourceType } from '../../model/resource.ts';
import { durationSeconds } from '../../plan/identity-center/duration.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import type { GuardrailRules } from '../schema.ts';

const kinds: { readonly [T in ResourceType]?: keyof GuardrailRules['names'] } = {
  role: 'roles',
  policy: 'policies',
  group: 'groups',
  user: 'users',
  'instance-profile': 'instanceProfiles',
  'permission-set': 'permissionSets',
  'identity-center-group': 'identityCenterGroups',
};

/** Name, path and length of sessions. What is deleted may be called anything. */
export function judgeShape({ desired, arns }: Subject, { rules }: Judged): readonly Fault[] {
  if (desired === undefined) return [];
  const kind = kinds[desired.type];
  if (kind === undefined) return [];
  // The last one is what it will have.
  const path = parseIamArn(arns.at(-1) ?? '')?.path ?? '/';
  return [
    ...mustMatch('name', desired.name, rules.names[kind]),
    ...mustMatch('path', path, hasPath(kind) ? rules.paths[kind] : undefined),
    ...(desired.type === 'role' ? judgeSessions(desired, rules) : []),
    ...(desired.type === 'permission-set'
      ? judgeSessions({ maxSessionDuration: durationSeconds(desired.sessionDuration) }, rules)
      : []),
  ];
}

function hasPath(kind: keyof GuardrailRules['names']): kind is keyof GuardrailRules['paths'] {
  return kind !== 'permissionSets' && kind !== 'identityCenterGroups';
}

function mustMatch(
  rule: 'name' | 'path',
  value: string,
  patterns: readonly string[] | undefined,
): readonly Fault[] {
  if (patterns === undefined || patterns.some((each) => matchesPattern(each, value))) return [];
  const message = `Its ${rule} is ${value}, which the guardrails do not allow.`;
  const hint = patterns.length === 0 ? 'None is allowed.' : `Allowed: ${patterns.join(', ')}.`;
  return [{ rule, message, hint }];
}

function judgeSessions(
  { maxSessionDuration }: { readonly maxSessionDuration: number },
  { maxSessionDuration: most }: GuardrailRules,
): readonly Fault[] {
  if (most === undefined || maxSessionDuration <= most) return [];
  const message = `Its sessions may last ${maxSessionDuration} s; ${most} s are allowed.`;
  return [{ rule: 'max-session-duration', message, hint: `Let them last ${most} s or less.` }];
}
