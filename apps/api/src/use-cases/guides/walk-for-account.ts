import {
  type AccountPort,
  addToManifest,
  defaultCheckSettings,
  type Guide,
  type GuideWalk,
  guideAccount,
  missingEntries,
  type WalkedStep,
} from '@rolecall/core';
import type { AccountRecord, GuideWalkRecord, GuideWalkRequest } from '../../model/records.ts';
import { readGivenSettings } from '../checks/given-settings.ts';
import { parseManifest } from '../plans/given-manifest.ts';

export interface WalkInput {
  readonly guide: Guide;
  readonly request: GuideWalkRequest;
  readonly account: AccountRecord;
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly now: Date;
}

/** What came of a walk, as it is stored and shown. */
export interface Walked extends Pick<GuideWalkRecord, 'counts'> {
  readonly result: object;
}

/** Reads what the guide asks about, and says of each step whether it is done and what would do it. */
export async function walkForAccount(input: WalkInput): Promise<Walked> {
  const { guide, request, account, port, now } = input;
  const { manifest: text, values, steps: wanted, includeRetired } = request;
  const manifest = text === null ? undefined : await parseManifest({ text }, account);
  const { walk, findings, snapshot } = await guideAccount({
    ...{ port, guide, now, values, wanted, includeRetired },
    declared: manifest?.blueprints ?? [],
    settings: {
      ...defaultCheckSettings,
      ...manifest?.ownChecks,
      ...readGivenSettings(request.settings),
    },
  });
  const { title, applicability, steps, warnings } = walk;
  const named = new Set(
    steps.flatMap((step) => [...step.findings, ...(step.weaker?.findings ?? [])]),
  );
  const counts = Map.groupBy(steps, ({ state }) => state);
  return {
    counts: Object.fromEntries([...counts].map(([state, all]) => [state, all.length])),
    result: {
      title,
      takenAt: snapshot.takenAt,
      applicability: { ...noApplicability, ...applicability },
      steps: steps.map(shownStep),
      findings: findings.filter(({ id }) => named.has(id)),
      warnings,
      manifest: manifestOf(walk, { account, text }),
    },
  };
}

/** What only some kinds say. */
const noApplicability = {
  why: null,
  evidence: [],
  missingPermissions: [],
  successor: null,
  source: null,
};

function shownStep({ plan, instructions, weaker, ...step }: WalkedStep): object {
  return {
    ...step,
    plan: plan ?? null,
    instructions: instructions ?? null,
    weaker: weaker ?? null,
  };
}

/** The manifest that does what is missing, whole; null where it would add nothing. */
function manifestOf(
  walk: GuideWalk,
  { account, text }: { readonly account: AccountRecord; readonly text: string | null },
): object | null {
  const entries = missingEntries(walk);
  if (entries.length === 0) return null;
  const added = addToManifest({
    text: text ?? undefined,
    file: 'The manifest',
    account: walk.account,
    partition: walk.partition,
    scope: account.scope,
    entries,
  });
  return { ...added, needs: [...new Set(entries.flatMap(({ needs }) => needs))] };
}
