import {
  type AccountPort,
  type GuideReportInput,
  type GuideWalk,
  missingEntries,
  type Plan,
  planManifest,
  planSnapshot,
  RolecallError,
  readManifest,
  type Snapshot,
} from '@rolecall/core';

interface PlanEntriesInput {
  readonly scope: string;
  /** The account itself, or a snapshot of it. */
  readonly from: Snapshot | AccountPort;
}

/**
 * What the planner would do for the entries that a manifest does not have yet; why not, where they
 * lack a parameter or the account does not let us see enough.
 */
export async function planEntries(
  walk: GuideWalk,
  { scope, from }: PlanEntriesInput,
): Promise<Pick<GuideReportInput, 'plan' | 'planFault'>> {
  const entries = missingEntries(walk).filter(({ declared }) => !declared);
  if (entries.length === 0) return {};
  const needs = [...new Set(entries.flatMap((entry) => entry.needs))];
  if (needs.length > 0) {
    return { planFault: `first say ${needs.map((name) => `--set ${name}=…`).join(' ')}.` };
  }
  const { account, partition } = walk;
  const blueprints = Object.fromEntries(
    entries.map(({ name, use, with: values, includeRetired }) => [
      name,
      { use, with: values, includeRetired },
    ]),
  );
  const text = JSON.stringify({ version: 1, scope, account, partition, blueprints });
  const source = { read: () => Promise.resolve(text), match: () => Promise.resolve([]) };
  try {
    const manifest = await readManifest(source, 'rolecall.yaml');
    const plan = await planFrom(from, manifest);
    return { plan };
  } catch (error) {
    if (error instanceof RolecallError) return { planFault: explain(error) };
    throw error;
  }
}

async function planFrom(
  from: Snapshot | AccountPort,
  manifest: Awaited<ReturnType<typeof readManifest>>,
): Promise<Plan> {
  const includeRetired = false;
  const planned =
    'parts' in from
      ? planSnapshot({ manifest, snapshot: from, includeRetired })
      : await planManifest({ port: from, manifest, includeRetired });
  return planned.plan;
}

function explain({ message, details: { diagnostics = [], hint } }: RolecallError): string {
  return [
    message,
    ...diagnostics.map((each) => each.message),
    ...(hint === undefined ? [] : [hint]),
  ].join(' ');
}
