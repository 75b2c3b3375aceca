import { RolecallError } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { indexLive, type LiveIndex, requireParts } from '../plan/live-index.ts';
import { type Candidate, siftAccount } from './candidates.ts';
import { findOffenders } from './find-offenders.ts';
import { importParts } from './import-request.ts';
import type { Imported } from './imported.ts';
import { type LeftOut, leaveOut } from './left-out.ts';
import { manifestEntry } from './manifest-entry.ts';
import { type DeclaredEntry, writeManifest } from './write-manifest.ts';

export interface ImportInput {
  readonly snapshot: Snapshot;
  readonly scope: string;
  /** Patterns such as `role/web-*`; empty for all. */
  readonly only: readonly string[];
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
  requireParts(snapshot, importParts);
  const live = indexLive(snapshot);
  const { candidates, leftOut } = siftAccount(live, input);
  requireSettings(candidates, snapshot);
  const { account, partition } = snapshot.caller;
  let remaining = candidates;
  let excluded = leftOut;
  for (;;) {
    const entries = entriesOf(remaining, live, { account, partition });
    const written = { scope, account, partition, entries, leftOut: excluded };
    const text = writeManifest(written);
    const offenders = await findOffenders({ text, entries }, snapshot);
    if (offenders.size === 0) return { text, imported: remaining.map(about), leftOut: excluded };
    const refused = remaining.flatMap((resource) => {
      const message = offenders.get(resourceKey(resource));
      return message === undefined ? [] : [leaveOut(resource, 'not-declarable', message)];
    });
    if (refused.length === 0) {
      throw new Error(`not of this account: ${[...offenders.keys()].join(', ')}`);
    }
    remaining = remaining.filter((resource) => !offenders.has(resourceKey(resource)));
    excluded = [...excluded, ...refused];
  }
}

function entriesOf(
  candidates: readonly Candidate[],
  live: LiveIndex,
  account: { readonly account: string; readonly partition: string },
): readonly DeclaredEntry[] {
  const declared = candidates.flatMap((resource): [string, string][] =>
    resource.type === 'policy' ? [[resource.name.toLowerCase(), resource.arn]] : [],
  );
  const facts = {
    names: { ...account, declared: new Map(declared) },
    principalIds: new Set([...live.all('user'), ...live.all('role')].map(({ id }) => id)),
  };
  return candidates.map((resource) => ({
    ...about(resource),
    entry: manifestEntry(resource, facts),
  }));
}

function about<T extends Candidate>({ type, name }: T): Pick<T, 'type' | 'name'> {
  return { type, name };
}

/** These take a call each, which snapshots for checks do without; missing tags would be taken off. */
function requireSettings(candidates: readonly Candidate[], { parts }: Snapshot): void {
  const settings = parts.policySettings.status === 'known' ? parts.policySettings.value : {};
  const missing = candidates.filter(
    (resource) =>
      (resource.type === 'policy' && !Object.hasOwn(settings, resource.arn)) ||
      (resource.type === 'instance-profile' && resource.tags === undefined),
  );
  if (missing.length === 0) return;
  throw new RolecallError(
    'SNAPSHOT_INVALID',
    `The snapshot does not tell the tags of ${missing.length} policies and instance profiles.`,
    { hint: 'Take it with `rolecall snapshot --all`, or import from the account itself.' },
  );
}
