import type { CheckContext } from '../checks/check.ts';
import { rootArnOf } from '../checks/root-arn.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, PartValue, Snapshot } from '../model/snapshot.ts';

export interface AccessParts {
  readonly users: PartValue<'users'>;
  readonly groups: PartValue<'groups'>;
  readonly roles: PartValue<'roles'>;
  readonly policies: PartValue<'policies'>;
  /** Undefined where nobody read them: then everybody may have some. */
  readonly credentials: PartValue<'userCredentials'> | undefined;
  readonly devices: PartValue<'mfaDevices'> | undefined;
}

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
    credentials: value('userCredentials'),
    devices: value('mfaDevices'),
  };
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
