import {
  type AccountPort,
  type CollectRequest,
  checks,
  importRequest,
  type Manifest,
  type PartName,
  partsForChecks,
  planningRequest,
  refuseRoot,
  type Snapshot,
} from '@rolecall/core';

export interface TakeSnapshotInput {
  readonly port: AccountPort;
  /** Also reads what planning it needs. */
  readonly manifest: Manifest | undefined;
  /** Also reads what only imports and opt-in checks need. */
  readonly all: boolean;
}

export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  /** Parts that are in it with the reason why they could not be read. */
  readonly missing: readonly PartName[];
  /** Whether that is all of them. */
  readonly isBlind: boolean;
}

/** Reads an account as a whole. Fails (`ROOT_CREDENTIALS`) with the credentials of root. */
export async function takeSnapshot({
  port,
  manifest,
  all,
}: TakeSnapshotInput): Promise<TakenSnapshot> {
  refuseRoot(await port.identify());
  const selected = checks.filter(({ optIn }) => all || optIn !== true);
  const planning: CollectRequest = manifest ? planningRequest(manifest) : { parts: [] };
  const whole = all ? importing(planning) : planning;
  const parts = [...new Set([...partsForChecks(selected), ...whole.parts])];
  const snapshot = await port.collect({ ...whole, parts });
  const missing = parts.filter((name) => snapshot.parts[name].status === 'unknown');
  // Documents of policies that nobody named are known without a call.
  const called = parts.filter((name) => name !== 'managedDocuments');
  return { snapshot, missing, isBlind: missing.length >= called.length };
}

/** Also what importing the account needs: of Identity Center all, whatever is declared. */
function importing({ parts, planning }: CollectRequest): CollectRequest {
  const { pathPrefix } = importRequest.planning;
  const { permissionSetNames: _sets, identityCenterGroupNames: _groups, ...names } = planning ?? {};
  return {
    parts: [...parts, ...importRequest.parts],
    planning: { ...importRequest.planning, ...names, pathPrefix },
  };
}
