import type { KnownParts } from '../../checks/testing/snapshot.fixture.ts';
import type { Departure } from '../../manifest/departure.ts';
import { expandManifest } from '../../manifest/expand-manifest.ts';
import { desiredOf, head, manifestOf } from '../../manifest/testing/manifest.fixture.ts';
import { planAccount } from '../../plan/plan-account.ts';
import { projectSnapshot } from '../../plan/project-snapshot.ts';
import { accountWith } from '../../plan/testing/plan.fixture.ts';
import type { Guardrails } from '../guardrails.ts';
import { judgeDeclared, judgeGuardrails } from '../judge-guardrails.ts';
import { readGuardrails } from '../read-guardrails.ts';
import type { GuardrailRefusal } from '../refusal.ts';

const account = '111122223333';
const partition = 'aws';

function guardrailsOf(text: string): Guardrails {
  return readGuardrails('rolecall-guardrails.yaml', `version: 1\n${text}`);
}

export interface JudgeOptions {
  readonly scope?: string;
  /** What the account has already. */
  readonly parts?: KnownParts;
  readonly prune?: boolean;
  /** What comes to its end. */
  readonly departing?: readonly Departure[];
}

/** Plans the manifest in an account with `parts`, and judges the plan by the guardrails. */
export async function judge(
  guardrails: string | Guardrails,
  manifest: string,
  { scope = 'platform', parts = {}, prune = false, departing = [] }: JudgeOptions = {},
): Promise<readonly GuardrailRefusal[]> {
  const header = head.replace('platform', scope);
  const desired = await desiredOf(manifest, header);
  const before = accountWith(parts);
  const plan = planAccount({
    scope,
    account,
    partition,
    ignoreTags: [],
    prune: prune ? { enabled: true, maxDeletes: 9 } : undefined,
    desired,
    departing,
    snapshot: before,
  });
  if (plan.conflicts.length > 0) throw new Error(JSON.stringify(plan.conflicts));
  return judgeGuardrails({
    guardrails: typeof guardrails === 'string' ? guardrailsOf(guardrails) : guardrails,
    plan,
    desired,
    before,
    after: projectSnapshot(before, plan),
  });
}

/** Judges the manifest without an account. */
export async function judgeOffline(
  guardrails: string,
  manifest: string,
  managedDocuments?: KnownParts['managedDocuments'],
): Promise<readonly GuardrailRefusal[]> {
  const desired = expandManifest(await manifestOf(manifest), {
    includeRetired: false,
    servicesSeen: new Set(),
    managedDocuments: undefined,
  });
  return judgeDeclared({
    guardrails: guardrailsOf(guardrails),
    account,
    partition,
    scope: 'platform',
    desired,
    managedDocuments,
  });
}

/** `trust role/web`, with a mark where it was not decided. */
export function outlineOf(refusals: readonly GuardrailRefusal[]): readonly string[] {
  return refusals.map(
    ({ rule, resource, undecided }) =>
      `${rule} ${resource ?? '-'}${undecided === true ? ' (undecided)' : ''}`,
  );
}
