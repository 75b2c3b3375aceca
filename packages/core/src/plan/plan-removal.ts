import { RolecallError } from '../model/errors.ts';
import { isOwned } from '../model/ownership.ts';
import { resourceKey, specifiedTypes } from '../model/resource.ts';
import { ownAccess, touchesCaller } from './caller.ts';
import { specOf } from './kinds/kinds.ts';
import { type LiveIndex, prunedTypes } from './live-index.ts';
import { type OperationDraft, toOperations } from './operation.ts';
import type { Change, Conflict } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import {
  formerAddress,
  isPrunable,
  labelOf,
  type Prunable,
  type Pruned,
  type PruneFacts,
  pruneResource,
  undeclared,
} from './prune.ts';

/** What prune takes away, what stands in its way, and what is left alone. */
interface Removal {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
}

export function planRemoval(
  input: PlanInput,
  live: LiveIndex,
  facts: PruneFacts,
  own: ReadonlySet<string>,
): Removal {
  const { desired, prune, scope } = input;
  const surplus = surplusOf(desired, live, scope);
  const candidates = candidatesOf(input, live);
  const left = surplus.filter((one) => !candidates.includes(one));
  if (candidates.length > 0 && desired.length === 0 && prune?.everything !== true)
    throw nothingDeclared(candidates.length);
  if (prune?.enabled && candidates.length > prune.maxDeletes) {
    throw tooManyDeletes(candidates, prune.maxDeletes);
  }
  const pruned = candidates.map((one): Pruned => {
    const outcome = pruneResource(one, facts);
    return outcome.kind === 'delete' && touchesCaller(aboutLive(one), outcome.drafts, own)
      ? { kind: 'conflict', live: one, ...ownAccess(input.snapshot.caller.arn) }
      : outcome;
  });
  return {
    changes: pruned.flatMap((one) =>
      one.kind === 'delete' ? [deletion(one.live, one.drafts)] : [],
    ),
    conflicts: pruned.flatMap((one) =>
      one.kind === 'conflict'
        ? [{ ...aboutLive(one.live), message: one.message, hint: one.hint }]
        : [],
    ),
    notes: [
      ...providersLeft(input, live),
      ...(prune?.enabled ? unread(input) : []),
      ...left.map(
        (one) =>
          `${labelOf(one)} is ours and no longer declared; left alone${prune?.enabled ? ' (outside our path)' : ' (prune is off)'}.`,
      ),
    ],
  };
}

/** Providers have no path, so prune leaves them: but whom they let in should not be forgotten. */
function providersLeft({ desired, scope }: PlanInput, live: LiveIndex): readonly string[] {
  const declared = new Set(desired.map(resourceKey));
  return [...live.all('oidc-provider'), ...live.all('saml-provider')]
    .filter((provider) => isOwned(provider, scope) && !declared.has(resourceKey(provider)))
    .map(({ arn }) => `${arn} is ours and no longer declared; delete it by hand.`);
}

/** What could not be read is not pruned, and that is said. */
function unread({ snapshot, desired }: PlanInput): readonly string[] {
  const looked = new Set(prunedTypes(new Set(desired.map(({ type }) => type))));
  return specifiedTypes
    .filter((type) => looked.has(type))
    .flatMap((type) => {
      const { parts, removal } = specOf(type);
      const reasons = parts.flatMap((name) => {
        const part = snapshot.parts[name];
        return part.status === 'unknown' ? [part.reason.message] : [];
      });
      if (removal === undefined || reasons.length === 0) return [];
      return [`Of kind ${type} nothing is pruned, for it was not read: ${reasons[0]}`];
    });
}

function surplusOf(
  desired: PlanInput['desired'],
  live: LiveIndex,
  scope: string,
): readonly Prunable[] {
  return undeclared(live, new Set(desired.map(resourceKey)), scope);
}

function candidatesOf({ desired, prune, scope }: PlanInput, live: LiveIndex): readonly Prunable[] {
  if (!prune?.enabled) return [];
  return surplusOf(desired, live, scope).filter((one) => isPrunable(one, scope));
}

/** Keys of what prune would take away: nothing that is declared may count on it. */
export function leavingKeys(input: PlanInput, live: LiveIndex): ReadonlySet<string> {
  return new Set(candidatesOf(input, live).map(resourceKey));
}

function deletion(live: Prunable, drafts: readonly OperationDraft[]): Change {
  const about = aboutLive(live);
  return {
    ...about,
    kind: 'delete',
    declared: null,
    dependsOn: [],
    warnings: [],
    operations: toOperations(about.resource, drafts),
  };
}

function aboutLive(live: Prunable) {
  const { type, name } = live;
  const arn = labelOf(live);
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
