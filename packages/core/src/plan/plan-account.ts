import type { PolicyDocument } from '@rolecall/policy';
import { arnOf } from '../manifest/resolve-resources.ts';
import { type Diagnostic, RolecallError, refuse } from '../model/errors.ts';
import { isMeant } from '../model/ignored.ts';
import {
  type DesiredResource,
  isSpecified,
  type ResourceType,
  resourceKey,
} from '../model/resource.ts';
import { saysSignIn } from '../model/sign-in.ts';
import { callerKeys, ownAccess, touchesCaller } from './caller.ts';
import { checkCounts } from './check-counts.ts';
import { checkLimits } from './check-limits.ts';
import { checkReferences } from './check-references.ts';
import { declarationDigest } from './declaration-digest.ts';
import { dependenciesOf } from './dependencies.ts';
import type { DiffContext } from './diff-context.ts';
import { diffResource } from './diff-resource.ts';
import { digest } from './digest.ts';
import { standingGroups } from './holders.ts';
import { guardAccess } from './identity-center/guard-access.ts';
import { unreadNotes } from './identity-center/unread-assignments.ts';
import { joinMoves } from './join-moves.ts';
import { specOf } from './kinds/kinds.ts';
import { ignoredNotes, leftOnIt } from './left-alone.ts';
import { indexLive, type LiveIndex, partsForPlanning, requireParts } from './live-index.ts';
import { toOperations } from './operation.ts';
import { orderChanges } from './order-changes.ts';
import { type Change, type Conflict, type Plan, planIdOf, planSchemaVersion } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { planRemoval } from './plan-removal.ts';
import { pruneFacts } from './prune.ts';
import { type Effect, effectOf } from './steps.ts';
import { leavingKeys } from './surplus.ts';
import { warnRetired } from './warn-retired.ts';

/**
 * The plan that takes the account from what the snapshot shows to what is desired. Pure. Fails
 * where a part it needs is unknown, a declaration cannot work in this account (limits, principals),
 * or more would be deleted than allowed.
 */
export function planAccount(input: PlanInput): Plan {
  const { scope, account, partition, desired, standing, snapshot, guardrails = null } = input;
  requireAccount(input);
  requireParts(snapshot, partsForPlanning(declaredTypes(input)));
  if (desired.some((one) => one.type === 'user' && saysSignIn(one))) {
    requireParts(snapshot, ['userSignIns']);
  }
  const live = indexLive(snapshot);
  const context = diffContext(input, live);
  const leaving = leavingKeys(input, live, context);
  const settled = new Set([...desired.map(resourceKey), ...leaving]);
  const facts = pruneFacts(snapshot, live, context, {
    leaving,
    settled,
    standing: standingGroups(desired),
  });
  const summary = snapshot.parts.accountSummary;
  const arn = (resource: DesiredResource) => arnOf(resource, input);
  const faults = [
    ...checkLimits(desired, summary.status === 'known' ? summary.value : {}),
    ...checkReferences(desired, { account, arnOf: arn, live, standing, leaving }),
    ...desired.flatMap((resource) =>
      isSpecified(resource) ? (specOf(resource.type).faults?.(resource, snapshot.parts) ?? []) : [],
    ),
  ];
  if (faults.length > 0)
    return refuse(standing ? wayBackBlocked : 'The declaration does not fit this account.', faults);

  const own = callerKeys(snapshot.caller.arn, live);
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const notes: string[] = [];
  const keysByArn = new Map(desired.map((resource) => [arn(resource), resourceKey(resource)]));
  for (const resource of desired) {
    const found = live.find(resource);
    const difference = diffResource(resource, found, context, facts.holders);
    const about = {
      resource: resourceKey(resource),
      type: resource.type,
      name: resource.name,
      arn: found && 'arn' in found ? found.arn : arn(resource),
      address: resource.address,
      position: resource.position,
    };
    notes.push(...leftOnIt(resource, found, context));
    if (difference.kind === 'conflict') {
      conflicts.push({ ...about, message: difference.message, hint: difference.hint });
    } else if (difference.kind !== 'none' && touchesCaller(about, difference.drafts, own)) {
      conflicts.push({ ...about, ...ownAccess(snapshot.caller.arn) });
    } else if (difference.kind === 'none') {
      if (difference.note !== undefined) notes.push(difference.note);
    } else {
      const { kind, drafts, warnings = [] } = difference;
      const dependsOn = dependenciesOf(resource, keysByArn);
      const declared = declarationDigest(resource, context);
      changes.push({
        ...about,
        declared,
        kind,
        dependsOn,
        warnings: [...warnRetired(resource), ...warnExpiry(resource), ...warnings],
        ...(resource.enforce === true ? { enforce: true } : {}),
        ...('adopted' in difference ? { adopted: difference.adopted } : {}),
        operations: toOperations(about.resource, drafts),
      });
    }
  }

  const crowded = checkCounts(changes, summary.status === 'known' ? summary.value : {});
  if (crowded.length > 0) return refuse('The account has no room for all this.', crowded);
  const stuck = new Set(conflicts.map(({ resource }) => resource));
  const removal = planRemoval(input, live, facts, { own, stuck });
  const guarded = guardAccess(joinMoves(changes, removal.changes), snapshot);
  const all = guarded.changes;
  const ordered = orderChanges(withinPlan(all));
  if ('cycle' in ordered)
    return refuse('The declared resources wait for one another.', [cycle(ordered.cycle, desired)]);
  const plan = { changes: ordered.changes };
  return {
    schemaVersion: planSchemaVersion,
    planId: planIdOf({ scope, account, partition, guardrails, ...plan }),
    scope,
    account,
    partition,
    guardrails,
    ...plan,
    shownDigest: digest(plan.changes),
    conflicts: [...conflicts, ...removal.conflicts, ...guarded.conflicts],
    notes: [
      ...notes,
      ...removal.notes,
      ...ignoredNotes(input, live),
      ...unreadNotes(snapshot.parts),
    ],
  };
}

const wayBackBlocked = 'What the way back needs is not there. Nothing is planned.';

/** The password of an emergency user lies sealed: nobody changes it in time. */
function warnExpiry(resource: DesiredResource): readonly string[] {
  if (resource.type !== 'password-policy' || resource.settings.maxAge === undefined) return [];
  return [
    `Passwords will expire after ${resource.settings.maxAge} days, that of an emergency user too.`,
  ];
}

function requireAccount({ snapshot, account, partition }: PlanInput): void {
  const { caller } = snapshot;
  if (caller.account === account && caller.partition === partition) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `The manifest is for account ${account} (${partition}), the credentials are for ${caller.account} (${caller.partition}).`,
    {
      subject: caller.arn,
      hint: 'Sign in to the other account, or correct "account" in the manifest.',
    },
  );
}

function declaredTypes({ desired, departing = [], prune }: PlanInput): ReadonlySet<ResourceType> {
  const types = new Set([...desired, ...departing].map(({ type }) => type));
  if (prune?.enabled)
    for (const type of ['policy', 'role', 'instance-profile'] as const) types.add(type);
  return types;
}

type ContextInput = Omit<PlanInput, 'snapshot' | 'prune' | 'departing'>;

/** Also how a single resource is compared again just before it is written. */
export function diffContext(input: ContextInput, live: LiveIndex): DiffContext {
  const { scope, account, partition, ignoreTags, ignore = [] } = input;
  const principals = [...live.all('user'), ...live.all('role')];
  const principalArns = new Map(principals.map(({ id, arn }) => [id, arn]));
  for (const [moved, arn] of movedUsers(input, live)) principalArns.set(moved, arn);
  const declared = new Map(
    input.desired.flatMap((resource): [string, PolicyDocument][] =>
      resource.type === 'policy' ? [[arnOf(resource, input), resource.document]] : [],
    ),
  );
  return {
    scope,
    account,
    partition,
    ignoreTags,
    ignores: (named) => ignore.some(({ pattern }) => isMeant(pattern, named)),
    parts: live.parts,
    takenAt: live.takenAt,
    principalArns,
    effectOfPolicy: (arn) => policyEffect(arn, [live.document(arn), declared.get(arn)]),
    effectOfGroup: (name) => groupEffect(name, live),
  };
}

/** Both as it is and as it will be, for either may hold when something goes wrong. */
function policyEffect(arn: string, known: readonly (PolicyDocument | undefined)[]): Effect {
  if (/:policy\/(?:AWSDenyAll|AWSCompromisedKeyQuarantine\w*)$/.test(arn)) return 'denies';
  const documents = known.flatMap((document) => document ?? []);
  return documents.length === 0 ? 'both' : effectOf(documents);
}

function groupEffect(name: string, live: LiveIndex): Effect {
  const group = live.find({ type: 'group', name });
  if (group?.type !== 'group') return 'both';
  const attached = group.attachedPolicies.map(({ arn }) => live.document(arn));
  if (attached.includes(undefined)) return 'both';
  const inline = group.inlinePolicies.map(({ document }) => document);
  return effectOf([...inline, ...attached.flatMap((document) => document ?? [])]);
}

/** ARNs to come and ARNs now: trust policies follow a user whose path changes by themselves. */
function movedUsers({ desired, ...input }: ContextInput, live: LiveIndex): [string, string][] {
  const now = new Map(live.all('user').map(({ name, arn }) => [name, arn]));
  return desired.flatMap((resource): [string, string][] => {
    const arn = resource.type === 'user' ? now.get(resource.name) : undefined;
    return arn === undefined ? [] : [[arnOf(resource, input), arn]];
  });
}

/**
 * Only what comes into being in this plan is waited for, and a user whose path moves: the names of
 * all others are there already.
 */
function withinPlan(changes: readonly Change[]): readonly Change[] {
  const awaited = changes.filter(
    ({ kind, operations }) =>
      kind === 'create' || kind === 'replace' || operations.some(({ facet }) => facet === 'path'),
  );
  const keys = new Set(awaited.map(({ resource }) => resource));
  return changes.map((change) =>
    change.kind === 'delete'
      ? change
      : { ...change, dependsOn: change.dependsOn.filter((key) => keys.has(key)) },
  );
}

function cycle(keys: readonly string[], desired: readonly DesiredResource[]): Diagnostic {
  return {
    code: 'MANIFEST_INVALID',
    message: `These name one another, so none can be made first: ${keys.join(', ')}.`,
    position: desired.find((resource) => keys.includes(resourceKey(resource)))?.position,
    hint: 'Let one of them trust the account and test aws:PrincipalArn in a condition.',
  };
}
