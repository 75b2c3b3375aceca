import { expandManifest } from '../manifest/expand-manifest.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { parseYaml, type YamlSource } from '../manifest/yaml-source.ts';
import { RolecallError } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { planAccount } from '../plan/plan-account.ts';
import type { Imported } from './imported.ts';
import { type DeclaredEntry, placeEntries, sections } from './manifest-layout.ts';

export interface Written {
  readonly text: string;
  readonly entries: readonly DeclaredEntry[];
}

/** Key of a resource → why the manifest would not leave it as it is. */
export type Offenders = ReadonlyMap<string, string>;

const file = 'rolecall.yaml';

/**
 * Reads the manifest back and plans it against the account that it was written from: what would be
 * more than taken over, or makes the manifest invalid, cannot be declared as it is. What is wrong
 * with the manifest as a whole is thrown.
 */
export async function findOffenders(written: Written, snapshot: Snapshot): Promise<Offenders> {
  try {
    return unfaithful(await planOf(written.text, snapshot));
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const offenders = faulty(error, written);
    if (offenders.size === 0) throw error;
    return offenders;
  }
}

async function planOf(text: string, snapshot: Snapshot): Promise<Plan> {
  const source = { read: async () => text, match: async () => [] };
  const manifest = await readManifest(source, file);
  const desired = expandManifest(manifest, {
    includeRetired: false,
    servicesSeen: new Set(),
    managedDocuments: {},
  });
  const { scope, account, partition, ignoreTags, prune } = manifest;
  return planAccount({ scope, account, partition, ignoreTags, prune, desired, snapshot });
}

function unfaithful({ changes, conflicts }: Plan): Offenders {
  return new Map([
    ...conflicts.map(({ resource, message }): [string, string] => [resource, message]),
    ...changes
      .filter((change) => !isMereAdoption(change))
      .map((change): [string, string] => [change.resource, wouldChange(change)]),
  ]);
}

/** Whether our mark is all that comes. */
function isMereAdoption({ kind, operations }: Change): boolean {
  return kind === 'adopt' && operations.every(({ facet }) => facet === 'ownership');
}

function wouldChange({ kind, operations }: Change): string {
  const facets = [...new Set(operations.map(({ facet }) => facet))].filter(
    (facet) => facet !== 'ownership',
  );
  return kind === 'adopt'
    ? `declared as it is it would change: ${facets.join(', ')}`
    : `this scope owns it and declares it otherwise: ${facets.join(', ')}`;
}

/** The resources in whose lines a fault stands. */
function faulty({ details }: RolecallError, { text, entries }: Written): Offenders {
  const diagnostics = details.diagnostics ?? [];
  if (diagnostics.length === 0) return new Map();
  const starts = startsOf(parseYaml(file, text), entries);
  return new Map(
    diagnostics.flatMap(({ message, position }) => {
      const start = position && starts.findLast(({ line }) => line <= position.line);
      return (start?.covers ?? []).map((one): [string, string] => [resourceKey(one), message]);
    }),
  );
}

interface Start {
  readonly line: number;
  readonly covers: readonly Imported[];
}

function startsOf(yaml: YamlSource, entries: readonly DeclaredEntry[]): readonly Start[] {
  return sections
    .flatMap((section) => placeEntries(section, entries))
    .map(({ path, covers }): Start => ({ line: yaml.locateKey(path).line, covers }))
    .sort((a, b) => a.line - b.line);
}
