import { planJudged } from '../lockouts/plan-judged.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { RolecallError, refuse } from '../model/errors.ts';
import { scopePath } from '../model/ownership.ts';
import type { PartName } from '../model/snapshot.ts';
import { leftOnIt } from '../plan/left-alone.ts';
import { indexLive, partsForPlanning, requireParts } from '../plan/live-index.ts';
import { diffContext } from '../plan/plan-account.ts';
import type { AppliedPlan } from '../plan/rollback/applied-plan.ts';
import { standingSets } from '../plan/rollback/assignment-faults.ts';
import { type Reversal, reversalsOf } from '../plan/rollback/reversals.ts';
import { wayBack } from '../plan/rollback/way-back.ts';
import type { AccountPort } from './account-port.ts';
import type { PlannedManifest } from './plan-manifest.ts';
import { readAdministrators } from './read-administrators.ts';
import { refuseRoot } from './refuse-root.ts';

export interface PlanRollbackInput {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly manifest: Pick<
    Manifest,
    'scope' | 'account' | 'partition' | 'ignoreTags' | 'ignore' | 'checks'
  >;
  readonly applied: AppliedPlan;
  /** Digest of the guardrails that will judge the plan. */
  readonly guardrails?: string | null | undefined;
}

/**
 * Plans the way back from a plan that was carried out, whole or in part: to what it found. Fails
 * (`PLAN_CHANGED`) where somebody else has changed since what it changed. The plan is carried out as
 * any other.
 */
export async function planRollback(input: PlanRollbackInput): Promise<PlannedManifest> {
  const { port, manifest, applied, guardrails } = input;
  const { scope, account, partition, ignoreTags, ignore } = manifest;
  if (applied.scope !== scope || applied.account !== account || applied.partition !== partition) {
    throw new RolecallError(
      'PLAN_CHANGED',
      `That plan was for scope ${applied.scope} in account ${applied.account}, the manifest is for scope ${scope} in ${account}.`,
      { hint: 'Name the manifest that it was made from, with --manifest.' },
    );
  }
  const reversals = reversalsOf(applied);
  const caller = await port.identify();
  refuseRoot(caller);
  const request = requestFor(reversals, scope);
  const snapshot = await port.collect(request);
  requireParts(snapshot, request.needed);
  const live = indexLive(snapshot);
  const about = { scope, account, partition, ignoreTags, ignore };
  const context = diffContext({ ...about, desired: [] }, live);
  const { desired, departing, notes, faults } = wayBack(reversals, live, {
    context,
    asOf: snapshot.takenAt,
  });
  if (faults.length > 0) {
    return refuse('There is no way back: the account moved on since. Nothing is planned.', faults);
  }
  const standing = standingSets(live, scope);
  const back = { ...about, prune: undefined, desired, departing, standing, snapshot, guardrails };
  const settings = manifest.checks;
  const first = planJudged(back, settings);
  const more = await readAdministrators({ port, request, snapshot, plan: first, settings });
  const plan = more === undefined ? first : planJudged({ ...back, snapshot: more }, settings);
  const kept = desired.flatMap((resource) => leftOnIt(resource, live.find(resource), context));
  // What else the scope owns is no part of the way back.
  return { plan: { ...plan, notes: [...notes, ...kept] }, desired, snapshot: more ?? snapshot };
}

function requestFor(reversals: readonly Reversal[], scope: string) {
  const namesOf = (type: Reversal['type']) =>
    reversals.flatMap((one) => (one.type === type ? [one.name] : []));
  const held = heldPolicies(reversals);
  const needed = partsForPlanning(new Set(reversals.map(({ type }) => type)));
  const parts: readonly PartName[] = [
    ...needed,
    'accountSummary',
    'userCredentials',
    // Which of them Rolecall made, of the users that go.
    ...(reversals.some(({ type }) => type === 'user') ? (['userSignIns'] as const) : []),
    // What nobody has at the moment is judged, too: it may deny, or bound somebody.
    ...(held.length > 0 ? (['managedDocuments'] as const) : []),
  ];
  return {
    needed,
    parts,
    planning: {
      pathPrefix: scopePath(scope),
      policyNames: namesOf('policy'),
      instanceProfileNames: namesOf('instance-profile'),
      userNames: [],
      leavingUserNames: namesOf('user'),
      managedPolicyArns: [],
      heldPolicyArns: held,
    },
  };
}

/** AWS-managed policies that somebody is to have again, or to be bounded by. */
function heldPolicies(reversals: readonly Reversal[]): readonly string[] {
  const named = reversals.flatMap(({ gone = {}, steps }) =>
    [
      ...Object.entries(gone),
      ...steps.map(({ facet, before }) => [facet, before] as const),
    ].flatMap(([facet, value]) =>
      /^managedPolicies\/|^permissionsBoundary$/.test(facet) ? [value] : [],
    ),
  );
  const arns = named.flatMap((value) => (typeof value === 'string' ? [value] : []));
  return [...new Set(arns)].filter((arn) => arn.includes(':iam::aws:policy/'));
}
