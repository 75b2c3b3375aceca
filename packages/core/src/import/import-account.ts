import { RolecallError } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { setupOf } from '../plan/identity-center/setup.ts';
import { indexLive, type LiveIndex, requireParts } from '../plan/live-index.ts';
import { type Candidate, type Sifted, siftAccount } from './candidates.ts';
import { findOffenders } from './find-offenders.ts';
import { importParts } from './import-request.ts';
import type { Imported } from './imported.ts';
import { type LeftOut, leaveOut } from './left-out.ts';
import { manifestEntry } from './manifest-entry.ts';
import type { DeclaredEntry } from './manifest-layout.ts';
import { unreadKinds } from './unread-kinds.ts';
import { writeManifest } from './write-manifest.ts';

export interface ImportInput {
  readonly snapshot: Snapshot;
  readonly scope: string;
  /** Patterns such as `role/web-*`; empty for all. */
  readonly only: readonly string[];
  /**
   * Public age keys. With them the passwords and access keys that users have are declared, as far as
   * the snapshot tells (`userSignIns`): those there are stay, and those made later go to these keys.
   */
  readonly recipients?: readonly string[] | undefined;
}

export interface ImportedManifest {
  /** YAML. */
  readonly text: string;
  readonly imported: readonly Imported[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The manifest that declares what is in the account, each resource to be taken over as it is.
 * Planning it against the same account gives adoptions and nothing else; what that cannot be said of
 * is left out, with the reason. Pure: the same snapshot gives the same text. Fails where a part of
 * the snapshot is unknown, or says too little of a policy or an instance profile.
 */
export async function importAccount(input: ImportInput): Promise<ImportedManifest> {
  const { snapshot, scope } = input;
  const withSignIns = (input.recipients ?? []).length > 0;
  requireParts(snapshot, withSignIns ? [...importParts, 'userSignIns'] : importParts);
  const live = indexLive(snapshot);
  const sifted = siftAccount(live, input);
  requireSettings(sifted.candidates, snapshot);
  const { account, partition } = snapshot.caller;
  let state: Sifted = {
    candidates: sifted.candidates,
    leftOut: [...sifted.leftOut, ...unreadKinds(snapshot, input.only)],
  };
  for (;;) {
    state = withoutStranded(state);
    const { candidates, leftOut } = state;
    const entries = entriesOf(candidates, live, input);
    const recipients = entries.some(declaresSignIn) ? (input.recipients ?? []) : [];
    const written = { scope, account, partition, recipients, entries, leftOut };
    const text = writeManifest(written);
    const offenders = await findOffenders({ text, entries }, snapshot);
    if (offenders.size === 0) return { text, imported: candidates.map(about), leftOut };
    const refused = candidates.flatMap((resource) => {
      const message = offenders.get(resourceKey(resource));
      return message === undefined ? [] : [leaveOut(resource, 'not-declarable', message)];
    });
    if (refused.length === 0) {
      throw new Error(`not of this account: ${[...offenders.keys()].join(', ')}`);
    }
    state = {
      candidates: candidates.filter((resource) => !offenders.has(resourceKey(resource))),
      leftOut: [...leftOut, ...refused],
    };
  }
}

/** What is assigned has to be declared: assignments stay out with their permission sets. */
function withoutStranded({ candidates, leftOut }: Sifted): Sifted {
  const sets = new Set(
    candidates.flatMap(({ type, name }) => (type === 'permission-set' ? [name] : [])),
  );
  const isStranded = (one: Candidate) =>
    one.type === 'account-assignment' && !sets.has(one.permissionSet);
  const stranded = candidates.filter(isStranded).map((one) => leaveOut(one, 'permission-set'));
  return {
    candidates: candidates.filter((one) => !isStranded(one)),
    leftOut: [...leftOut, ...stranded],
  };
}

function entriesOf(
  candidates: readonly Candidate[],
  live: LiveIndex,
  { snapshot, recipients = [] }: ImportInput,
): readonly DeclaredEntry[] {
  const { account, partition } = snapshot.caller;
  const declared = candidates.flatMap((resource): [string, string][] =>
    resource.type === 'policy' ? [[resource.name.toLowerCase(), resource.arn]] : [],
  );
  const facts = {
    names: { account, partition, declared: new Map(declared) },
    principalIds: new Set([...live.all('user'), ...live.all('role')].map(({ id }) => id)),
    people: new Set(live.all('identity-center-user').map(({ name }) => name)),
    withSignIns: recipients.length > 0,
  };
  return candidates.map((resource) => ({
    ...about(resource),
    entry: manifestEntry(resource, facts),
  }));
}

function declaresSignIn({ entry: { value } }: DeclaredEntry): boolean {
  return 'login' in value || 'accessKeys' in value;
}

function about<T extends Candidate>({ type, name }: T): Pick<T, 'type' | 'name'> {
  return { type, name };
}

/** These take calls each, which other snapshots do without; what is not told would be taken off. */
function requireSettings(candidates: readonly Candidate[], { parts }: Snapshot): void {
  const settings = parts.policySettings.status === 'known' ? parts.policySettings.value : {};
  const halfRead = new Set(
    setupOf(parts)?.permissionSets.flatMap(({ name, details }) => (details ? [] : [name])),
  );
  const missing = candidates.filter(
    (resource) =>
      (resource.type === 'policy' && !Object.hasOwn(settings, resource.arn)) ||
      (resource.type === 'instance-profile' && resource.tags === undefined) ||
      (resource.type === 'permission-set' && halfRead.has(resource.name)) ||
      (resource.type === 'identity-center-group' && resource.members === undefined),
  );
  if (missing.length === 0) return;
  const named = missing.slice(0, 3).map((one) => resourceKey(one));
  throw new RolecallError(
    'SNAPSHOT_INVALID',
    `The snapshot does not tell all of ${missing.length} resources: ${named.join(', ')}${missing.length > 3 ? ' …' : ''}.`,
    { hint: 'Take it with `rolecall snapshot --all`, or import from the account itself.' },
  );
}
