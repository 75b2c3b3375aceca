import { matchesPattern, parseIamArn } from '@rolecall/policy';
import type { DesiredResource, ResourceType } from '../../model/resource.ts';
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
  'identity-center-user': 'identityCenterUsers',
  'saml-provider': 'samlProviders',
  'oidc-provider': 'oidcProviders',
  analyzer: 'analyzers',
};

/** Name, path and length of sessions. What is deleted may be called anything. */
export function judgeShape({ desired, arns }: Subject, { rules }: Judged): readonly Fault[] {
  if (desired === undefined) return [];
  const kind = kinds[desired.type];
  if (kind === undefined) return [];
  // The last one is what it will have.
  const path = parseIamArn(arns.at(-1) ?? '')?.path ?? '/';
  return [
    ...mustMatch('name', nameOf(desired), rules.names[kind]),
    ...(hasPath(kind) ? mustMatch('path', path, rules.paths[kind]) : []),
    ...(desired.type === 'role' ? judgeSessions(desired, rules) : []),
    ...(desired.type === 'permission-set'
      ? judgeSessions({ maxSessionDuration: durationSeconds(desired.sessionDuration) }, rules)
      : []),
  ];
}

/** Of an analyzer without the region, which stands before it. */
function nameOf(desired: DesiredResource): string {
  return desired.type === 'analyzer' ? desired.analyzerName : desired.name;
}

const withPath: readonly string[] = [
  'roles',
  'policies',
  'groups',
  'users',
  'instanceProfiles',
] satisfies readonly (keyof GuardrailRules['paths'])[];

function hasPath(kind: keyof GuardrailRules['names']): kind is keyof GuardrailRules['paths'] {
  return withPath.includes(kind);
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
