import type { CheckContext } from '../checks/check.ts';
import { rootArnOf } from '../checks/root-arn.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, PartValue, Snapshot } from '../model/snapshot.ts';
import type { Change } from '../plan/plan.ts';
import { projectSnapshot } from '../plan/project-snapshot.ts';
import { type KnownMeans, meansAfter, readMeans } from './sign-in-means.ts';

export interface AccessParts {
  readonly users: PartValue<'users'>;
  readonly groups: PartValue<'groups'>;
  readonly roles: PartValue<'roles'>;
  readonly policies: PartValue<'policies'>;
  readonly means: KnownMeans;
  /** Undefined where nobody read them: then everybody may have some. */
  readonly devices: PartValue<'mfaDevices'> | undefined;
  readonly providers: Providers;
}

export type ProviderType = 'oidc-provider' | 'saml-provider';

/** ARNs; undefined where nobody read them: then all that are named are there. */
type Providers = { readonly [T in ProviderType]: ReadonlySet<string> | undefined };

/** What decides on access; `undefined` where half of it is unknown. */
export function accessParts({ parts }: Snapshot): AccessParts | undefined {
  const value = <N extends PartName>(name: N): PartValue<N> | undefined => {
    const part: Snapshot['parts'][N] = parts[name];
    return part.status === 'known' ? part.value : undefined;
  };
  const [users, groups] = [value('users'), value('groups')];
  const [roles, policies] = [value('roles'), value('policies')];
  if (!users || !groups || !roles || !policies) return undefined;
  return {
    users,
    groups,
    roles,
    policies,
    means: readMeans(value('userCredentials')),
    devices: value('mfaDevices'),
    providers: {
      'oidc-provider': arnsOf(value('oidcProviders')),
      'saml-provider': arnsOf(value('samlProviders')),
    },
  };
}

function arnsOf(
  providers: readonly { readonly arn: string }[] | undefined,
): ReadonlySet<string> | undefined {
  return providers && new Set(providers.map(({ arn }) => arn));
}

/** The same once these changes are made. */
export function accessAfter(
  snapshot: Snapshot,
  changes: readonly Change[],
): AccessParts | undefined {
  const parts = accessParts(projectSnapshot(snapshot, { changes }));
  if (parts === undefined) return undefined;
  const left = (type: ProviderType) => providersAfter(parts.providers[type], type, changes);
  const providers = {
    'oidc-provider': left('oidc-provider'),
    'saml-provider': left('saml-provider'),
  };
  return { ...parts, means: meansAfter(parts.means, changes), providers };
}

function providersAfter(
  before: ReadonlySet<string> | undefined,
  of: ProviderType,
  changes: readonly Change[],
): ReadonlySet<string> | undefined {
  if (before === undefined) return undefined;
  const after = new Set(before);
  for (const { type, kind, arn } of changes) {
    if (type !== of) continue;
    if (kind === 'delete') after.delete(arn);
    else after.add(arn);
  }
  return after;
}

/** What a plan is judged by, beside what it changes. */
export interface Judging {
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
}

export function accessContext({ snapshot, settings }: Judging): CheckContext {
  const { account, partition } = snapshot.caller;
  return {
    account,
    partition,
    accountArn: rootArnOf({ account, partition }),
    now: new Date(snapshot.takenAt),
    settings,
  };
}
