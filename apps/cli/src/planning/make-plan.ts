import {
  type Guardrails,
  instantSchema,
  type Manifest,
  type PlannedManifest,
  planManifest,
  planSnapshot,
  RolecallError,
} from '@rolecall/core';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import type { Invocation } from '../commands/command-context.ts';
import { readSnapshot } from '../files/snapshot-file.ts';

/** The options of whoever plans and changes nothing. */
export interface PlanningOptions {
  readonly manifest?: string;
  readonly account?: string;
  readonly snapshot?: string;
  readonly asOf?: string;
  readonly includeRetired?: boolean;
}

/** The plan for an account, or for a snapshot, at the instant that was named. */
export async function makePlan(
  { environment, presenter, options }: Invocation<PlanningOptions>,
  { manifest, judge }: { readonly manifest: Manifest; readonly judge: Guardrails | undefined },
): Promise<PlannedManifest> {
  const { cwd } = environment;
  const asOf = readAsOf(options);
  requireSameAccount(manifest, options.account);
  const about = {
    manifest,
    includeRetired: options.includeRetired === true,
    guardrails: judge?.digest,
    asOf,
  };
  if (options.snapshot !== undefined) {
    return planSnapshot({ ...about, snapshot: await readSnapshot(cwd, options.snapshot) });
  }
  const { account } = options;
  const { port } = await openAccount({ environment, presenter, account, manifest });
  return planManifest({ ...about, port });
}

/** The instant that was named; fails (`USAGE`) where it is none. */
export function readAsOf({ asOf: text }: Pick<PlanningOptions, 'asOf'>): string | undefined {
  if (text === undefined) return undefined;
  const read = instantSchema.safeParse(text);
  if (read.success) return read.data;
  throw new RolecallError('USAGE', `--as-of ${text}: ${read.error.issues[0]?.message ?? ''}.`);
}
