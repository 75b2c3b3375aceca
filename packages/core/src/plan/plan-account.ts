import { arnOf } from '../manifest/resolve-resources.ts';
import { type Diagnostic, RolecallError, refuse } from '../model/errors.ts';
import { type DesiredResource, type ResourceType, resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { checkLimits } from './check-limits.ts';
import { checkPrincipals } from './check-principals.ts';
import { dependenciesOf } from './dependencies.ts';
import type { DiffContext } from './diff-context.ts';
import { diffResource } from './diff-resource.ts';
import { indexLive, type LiveIndex, partsForPlanning, requireParts } from './live-index.ts';
import { type OperationDraft, toOperation } from './operation.ts';
import { orderChanges } from './order-changes.ts';
import {
  type Change,
  type Conflict,
  operationsOf,
  type Plan,
  planIdOf,
  planSchemaVersion,
} from './plan.ts';
import { formerAddress, isPrunable, type Prunable, pruneResource, undeclared } from './prune.ts';
import type { Holders } from './replace.ts';

export interface PlanInput {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly ignoreTags: readonly string[];
  readonly prune: { readonly enabled: boolean; readonly maxDeletes: number } | undefined;
  readonly desired: readonly DesiredResource[];
  readonly snapshot: Snapshot;
}

/**
 * The plan that takes the account from what the snapshot shows to what is desired. Pure. Fails
 * where a part it needs is unknown, a declaration cannot work in this account (limits, principals),
 * or more would be deleted than allowed.
 */
export function planAccount(input: PlanInput): Plan {
  const { scope, account, partition, desired, snapshot } = input;
  requireAccount(input);
  requireParts(snapshot, partsForPlanning(declaredTypes(input)));
  const live = indexLive(snapshot);
  const context = diffContext(input, live);
  const holders = holdersIn(live);
  const summary = snapshot.parts.accountSummary;
  const arn = (resource: DesiredResource) => arnOf(resource, input);
  const faults = [
    ...checkLimits(desired, summary.status === 'known' ? summary.value : {}),
    ...checkPrincipals(desired, arn, live, account),
  ];
  if (faults.length > 0) return refuse('The declaration does not fit this account.', faults);

  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const notes: string[] = [];
  const keysByArn = new Map(desired.map((resource) => [arn(resource), resourceKey(resource)]));
  for (const resource of desired) {
    const found = live.find(resource);
    const difference = diffResource(resource, found, context, holders);
    const about = {
      resource: resourceKey(resource),
      type: resource.type,
      name: resource.name,
      arn: found && 'arn' in found ? found.arn : arn(resource),
      address: resource.address,
      position: resource.position,
    };
    if (difference.kind === 'conflict') {
      conflicts.push({ ...about, message: difference.message, hint: difference.hint });
    } else if (difference.kind === 'none') {
      if (difference.note !== undefined) notes.push(difference.note);
    } else {
      const { kind, drafts, warnings = [] } = difference;
      const dependsOn = dependenciesOf(resource, keysByArn);
      changes.push({ ...about, kind, dependsOn, warnings, operations: operations(about, drafts) });
    }
  }

  const removal = planRemoval(input, live, context, holders);
  const all = [...changes, ...removal.changes];
  const ordered = orderChanges(withinPlan(all));
  if ('cycle' in ordered)
    return refuse('The declared resources wait for one another.', [cycle(ordered.cycle, desired)]);
  const plan = { changes: ordered.changes };
  const operationIds = operationsOf(plan).map(({ id }) => id);
  return {
    schemaVersion: planSchemaVersion,
    planId: planIdOf({ scope, account, partition, guardrails: null, operationIds }),
    scope,
    account,
    partition,
    guardrails: null,
    ...plan,
    conflicts: [...conflicts, ...removal.conflicts],
    notes: [...notes, ...removal.notes],
  };
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

function declaredTypes({ desired, prune }: PlanInput): ReadonlySet<ResourceType> {
  const types = new Set(desired.map(({ type }) => type));
  if (prune?.enabled) for (const type of ['policy', 'instance-profile'] as const) types.add(type);
  return types;
}

/** Also how a single resource is compared again just before it is written. */
export function diffContext(
  { scope, account, partition, ignoreTags }: Omit<PlanInput, 'desired' | 'snapshot' | 'prune'>,
  live: LiveIndex,
): DiffContext {
  const principals = [...live.all('user'), ...live.all('role')];
  const principalArns = new Map(principals.map(({ id, arn }) => [id, arn]));
  return { scope, account, partition, ignoreTags, principalArns };
}

export function holdersIn(live: LiveIndex): Holders {
  return { users: live.all('user'), groups: live.all('group'), roles: live.all('role') };
}

function operations(about: { readonly resource: string }, drafts: readonly OperationDraft[]) {
  return drafts.map((draft) => toOperation(about.resource, draft));
}

/** Only what changes in this plan can be waited for. */
function withinPlan(changes: readonly Change[]): readonly Change[] {
  const keys = new Set(changes.map(({ resource }) => resource));
  return changes.map((change) => ({
    ...change,
    dependsOn: change.dependsOn.filter((key) => keys.has(key)),
  }));
}

function cycle(keys: readonly string[], desired: readonly DesiredResource[]): Diagnostic {
  return {
    code: 'MANIFEST_INVALID',
    message: `These name one another, so none can be made first: ${keys.join(', ')}.`,
    position: desired.find((resource) => keys.includes(resourceKey(resource)))?.position,
    hint: 'Let one of them trust the account and test aws:PrincipalArn in a condition.',
  };
}

interface Removal {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
}

function planRemoval(
  { desired, prune, scope, snapshot }: PlanInput,
  live: LiveIndex,
  context: DiffContext,
  holders: Holders,
): Removal {
  const surplus = undeclared(live, new Set(desired.map(resourceKey)), scope);
  const candidates = prune?.enabled ? surplus.filter((one) => isPrunable(one, scope)) : [];
  const left = surplus.filter((one) => !candidates.includes(one));
  if (candidates.length > 0 && desired.length === 0) throw nothingDeclared(candidates.length);
  if (prune?.enabled && candidates.length > prune.maxDeletes) {
    throw tooManyDeletes(candidates, prune.maxDeletes);
  }
  const report = snapshot.parts.credentialReport;
  const credentialReport = report.status === 'known' ? report.value : undefined;
  const pruned = candidates.map((one) =>
    pruneResource(one, { context, holders, credentialReport }),
  );
  return {
    changes: pruned.flatMap((one) =>
      one.kind === 'delete' ? [deletion(one.live, one.drafts)] : [],
    ),
    conflicts: pruned.flatMap((one) =>
      one.kind === 'conflict'
        ? [{ ...aboutLive(one.live), message: one.message, hint: one.hint }]
        : [],
    ),
    notes: left.map(
      ({ arn }) =>
        `${arn} is ours and no longer declared; left alone${prune?.enabled ? ' (outside our path)' : ' (prune is off)'}.`,
    ),
  };
}

function deletion(live: Prunable, drafts: readonly OperationDraft[]): Change {
  const about = aboutLive(live);
  return {
    ...about,
    kind: 'delete',
    dependsOn: [],
    warnings: [],
    operations: operations(about, drafts),
  };
}

function aboutLive(live: Prunable) {
  const { type, name, arn } = live;
  const address = formerAddress(live);
  return { resource: resourceKey(live), type, name, arn, address, position: undefined };
}

function nothingDeclared(count: number): RolecallError {
  return new RolecallError(
    'PRUNE_REFUSED',
    `The manifest declares nothing, and would delete all ${count} resources of its scope.`,
    { hint: 'If that is meant, delete them by hand, or turn prune off.' },
  );
}

function tooManyDeletes(candidates: readonly Prunable[], most: number): RolecallError {
  const names = candidates.map(resourceKey).join(', ');
  return new RolecallError(
    'PRUNE_REFUSED',
    `${candidates.length} resources would be deleted, and prune.maxDeletes is ${most}: ${names}.`,
    { hint: 'Raise prune.maxDeletes for this change, or declare them again.' },
  );
}
