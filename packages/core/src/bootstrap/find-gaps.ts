import type { DesiredResource } from '../model/resource.ts';
import { saysSignIn } from '../model/sign-in.ts';
import type { BootstrapGap } from './bootstrap.ts';
import { githubIssuer, stsAudience } from './core-names.ts';
import { type BootstrapKind, isGuardedKind, kindOfType, type OptIn, optIns } from './kinds.ts';
import { isPowerful } from './powerful-policies.ts';

export interface GapsInput {
  readonly desired: readonly DesiredResource[];
  readonly kinds: ReadonlySet<BootstrapKind>;
  readonly allowed: readonly OptIn[];
  readonly attach: readonly string[];
  /** Roles and users without an approved boundary. */
  readonly unbounded: readonly DesiredResource[];
}

/** What the manifest declares and the apply role will not be able to make. */
export function findGaps(input: GapsInput): readonly BootstrapGap[] {
  return [...kindGaps(input), ...unboundedGaps(input), ...attachGaps(input), ...nameGaps(input)];
}

function kindGaps({ desired, kinds, allowed }: GapsInput): readonly BootstrapGap[] {
  return optIns.flatMap((optIn): readonly BootstrapGap[] => {
    if (optIn === 'unbounded' || !kinds.has(optIn) || allowed.includes(optIn)) return [];
    const declared = desired.filter((one) => isOfKind(one, optIn) && !isServed(one));
    if (declared.length === 0 && desired.some((one) => kindOfType[one.type] === optIn)) return [];
    return [
      {
        needs: optIn,
        subjects: subjectsOf(declared),
        message: `Nothing of the kind ${optIn} can be made without --allow ${optIn}.`,
      },
    ];
  });
}

/** Passwords and keys are no resources of their own: their users are named. */
function isOfKind(resource: DesiredResource, kind: BootstrapKind): boolean {
  return kind === 'credentials'
    ? resource.type === 'user' && saysSignIn(resource)
    : kindOfType[resource.type] === kind;
}

/** GitHub's provider is there already, for Rolecall itself, and serves as it is. */
function isServed(resource: DesiredResource): boolean {
  return (
    resource.type === 'oidc-provider' &&
    resource.url === githubIssuer &&
    resource.clientIds.every((id) => id === stsAudience)
  );
}

function unboundedGaps({ unbounded, allowed }: GapsInput): readonly BootstrapGap[] {
  const able = unbounded.filter(
    ({ type }) => isGuardedKind(kindOfType[type]) || has(allowed, type),
  );
  if (able.length === 0 || allowed.includes('unbounded')) return [];
  return [
    {
      needs: 'unbounded',
      subjects: subjectsOf(able),
      message:
        'They carry no approved boundary. Set permissionsBoundary to the one of Rolecall, or say --allow unbounded.',
    },
  ];
}

function has(allowed: readonly OptIn[], type: DesiredResource['type']): boolean {
  return allowed.some((optIn) => optIn === kindOfType[type]);
}

function attachGaps({ desired, attach }: GapsInput): readonly BootstrapGap[] {
  // AWS has no condition key for what a permission set gets: its opt-in says so.
  const wanted = desired.flatMap((one) =>
    'managedPolicies' in one && one.type !== 'permission-set' ? one.managedPolicies : [],
  );
  const left = [...new Set(wanted)].filter((arn) => isPowerful(arn) && !attach.includes(arn));
  if (left.length === 0) return [];
  return [
    {
      needs: 'attach',
      subjects: left,
      message: 'They give so much that a manifest alone does not do: name them with --attach.',
    },
  ];
}

/** Kinds of which the apply role gets those that the manifest names, and no others. */
const namedKinds = [
  'service-linked-roles',
  'oidc-providers',
  'alternate-contacts',
  'saml-providers',
  'proton-settings',
  'analyzers',
  'account-assignments',
] as const;

/** What no statement can name. */
function nameGaps({ desired, kinds, allowed }: GapsInput): readonly BootstrapGap[] {
  const declared = new Set(desired.flatMap(({ type, name }) => (type === 'group' ? [name] : [])));
  const strangers = desired.flatMap((one) =>
    one.type === 'user' ? one.groups.filter((name) => !declared.has(name)) : [],
  );
  const audiences = desired.filter(
    (one) => one.type === 'oidc-provider' && one.url === githubIssuer && !isServed(one),
  );
  const empty = namedKinds.filter(
    (kind) =>
      kinds.has(kind) &&
      allowed.includes(kind) &&
      !desired.some(({ type }) => kindOfType[type] === kind),
  );
  return [
    ...gap(
      'manifest',
      strangers.map((name) => `group/${name}`),
      'Users join them, and the manifest does not declare them.',
    ),
    ...gap(
      'provider',
      subjectsOf(audiences),
      `GitHub's provider belongs to Rolecall itself and has the audience ${stsAudience} only.`,
    ),
    ...gap('manifest', empty, 'Only what a manifest names is allowed: say --manifest.'),
  ];
}

function gap(
  needs: BootstrapGap['needs'],
  subjects: readonly string[],
  message: string,
): readonly BootstrapGap[] {
  return subjects.length === 0 ? [] : [{ needs, subjects: [...new Set(subjects)], message }];
}

function subjectsOf(resources: readonly DesiredResource[]): readonly string[] {
  return resources.map(({ type, name }) => `${type}/${name}`);
}
