import { matchesPattern } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import { type LiveOf, resourceTypes } from '../model/resource.ts';
import {
  type AdoptableType,
  adoptableTypes,
  keeperOf,
  type LiveAdoptable,
} from '../plan/adoption-barrier.ts';
import { quarantineOf } from '../plan/conflicts.ts';
import { identityCenterTypes } from '../plan/identity-center/setup.ts';
import type { LiveIndex } from '../plan/live-index.ts';
import { type CenterType, centerBarrier, isOfCenter } from './center-barrier.ts';
import { type LeftOut, leaveOut } from './left-out.ts';

/** Settings of the whole account, which carry no mark. */
const settingTypes = [
  'account-alias',
  'password-policy',
  'alternate-contact',
  'proton-settings',
] as const;
type SettingType = (typeof settingTypes)[number];

export type Candidate = LiveAdoptable | LiveOf<SettingType> | LiveOf<CenterType>;

export interface Sifted {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * What of the account could stand in a manifest of the scope, and what is somebody else's.
 * `only` are patterns for `role/name`; nothing else is looked at. Fails (`USAGE`) where one of them
 * matches nothing.
 */
export function siftAccount(
  live: LiveIndex,
  { scope, only }: { readonly scope: string; readonly only: readonly string[] },
): Sifted {
  const all: readonly Candidate[] = [
    ...settingTypes.flatMap((type): readonly LiveOf<SettingType>[] => live.all(type)).filter(isSet),
    ...adoptableTypes.flatMap((type): readonly LiveAdoptable[] => live.all(type)),
    ...identityCenterTypes.flatMap((type): readonly LiveOf<CenterType>[] => live.all(type)),
  ];
  for (const pattern of only) {
    if (!all.some((resource) => isMeant(resource, pattern))) throw matchesNothing(pattern);
  }
  const meant =
    only.length === 0
      ? all
      : all.filter((resource) => only.some((pattern) => isMeant(resource, pattern)));
  const judged = [...meant].sort(byTypeAndName).map((resource) => ({
    resource,
    barrier: barrierOf(resource, scope, live),
  }));
  return {
    candidates: judged.flatMap(({ resource, barrier }) => (barrier ? [] : [resource])),
    leftOut: judged.flatMap(({ barrier }) => barrier ?? []),
  };
}

/** What was never set need not stand anywhere. */
function isSet(setting: LiveOf<SettingType>): boolean {
  return (
    setting.type !== 'proton-settings' || Object.values(setting.roles).some((role) => role !== '')
  );
}

/** Names count without regard to case, as everywhere in IAM. */
function isMeant({ type, name }: Candidate, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return matchesPattern(wanted, `${type}/${name}`.toLowerCase()) || wanted === type;
}

function barrierOf(resource: Candidate, scope: string, live: LiveIndex): LeftOut | undefined {
  if (isOfCenter(resource)) return centerBarrier(resource, scope, live.parts);
  if (!isAdoptable(resource)) return undefined;
  const keeper = keeperOf(resource, scope);
  if (keeper !== undefined) return leaveOut(resource, keeper);
  return quarantineOf(resource) === undefined ? undefined : leaveOut(resource, 'quarantine');
}

function isAdoptable(resource: Candidate): resource is LiveAdoptable {
  const types: readonly string[] = adoptableTypes;
  return types.includes(resource.type);
}

function byTypeAndName(a: Candidate, b: Candidate): number {
  if (a.type !== b.type) return resourceTypes.indexOf(a.type) - resourceTypes.indexOf(b.type);
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

function matchesNothing(pattern: string): RolecallError {
  const types: readonly (AdoptableType | SettingType | CenterType)[] = [
    ...adoptableTypes,
    ...settingTypes,
    ...identityCenterTypes,
  ];
  return new RolecallError('USAGE', `Nothing in the account is called "${pattern}".`, {
    hint: `Write the kind before the name, as role/web-*. Kinds: ${types.join(', ')}.`,
  });
}
