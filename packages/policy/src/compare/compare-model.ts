import { bundledActionData } from '../actions/bundled-action-data.ts';
import type { AccessRequest } from '../evaluate/access-request.ts';
import type { Policy } from '../language/policy.ts';
import type { AccessModel, CompareOptions } from './access-model.ts';
import { type Box, boxesOf, type StatementRef } from './box.ts';
import { boxCovers, boxId, indexBoxes } from './box-cover.ts';
import type { Budget } from './budget.ts';
import { confirmWitness, type OldDecision } from './confirm-witness.ts';
import { isEmptyForFixedVariables } from './fixed-variables.ts';
import type { KeyFacts } from './key-solution.ts';
import { type Piece, piecesOf, regionOf } from './pieces.ts';
import { entryName, type PrincipalCandidate, principalCandidates } from './principal-candidates.ts';
import { hasWildcard } from './principal-pattern.ts';
import { documentedReading, type Reading } from './reading.ts';
import { literalsOf, narrow, type Region, type Solver } from './region.ts';
import { outsideOf } from './search.ts';
import { requestsIn, type WitnessContext } from './witness.ts';

/** What one piece of the new access is, beside the old. */
export type PieceVerdict =
  | { readonly kind: 'none'; readonly coveredBy: readonly StatementRef[] }
  | { readonly kind: 'grants'; readonly request: AccessRequest; readonly old: OldDecision }
  /** Something may be left, but no request could be shown for it. */
  | { readonly kind: 'open' };

export interface Comparer {
  pieces(): Iterable<Piece>;
  judge(piece: Piece): PieceVerdict;
}

interface ModelOptions extends Omit<CompareOptions, 'budget'> {
  readonly reading: Reading;
  readonly budget: Budget;
  /** See `candidatesOf`; they are the same in all readings. */
  readonly candidates?: readonly PrincipalCandidate[];
}

/** @throws BudgetExceeded */
export function candidatesOf(
  old: AccessModel,
  next: AccessModel,
  budget: Budget,
): readonly PrincipalCandidate[] {
  return principalCandidates([...old.layers, ...next.layers].flat(), budget);
}

/** How many regions are tried for a request before a piece is called open. */
const maxLeaves = 60;

/**
 * Compares two models in one reading, piece by piece of the new one.
 * @throws BudgetExceeded, from each of its functions
 */
export function compareModels(
  old: AccessModel,
  next: AccessModel,
  {
    reading,
    budget,
    data = bundledActionData(),
    candidates = candidatesOf(old, next, budget),
  }: ModelOptions,
): Comparer {
  const policies = [...old.layers, ...next.layers].flat();
  const solver: Solver = {
    budget,
    factsOf: keyFacts(policies, data),
    texts: new Map(),
    keys: new Map(),
    everyone: (1n << BigInt(candidates.length)) - 1n,
  };
  const context = { candidates, reading, sharedEntries: sharedEntries(old, next) };
  const oldSide = sideOf(old, { ...context, side: 'old' });
  const newSide = sideOf(next, { ...context, side: 'new' });
  const witness: WitnessContext = {
    solver,
    candidates,
    data,
    namesPrincipals: policies.some(({ statements }) =>
      statements.some(({ principal }) => principal),
    ),
  };
  const oldLayers = oldSide.allows.map((boxes) => indexBoxes(boxes, solver));
  const newDenies = indexBoxes(newSide.denies, solver);
  const kept = new Set(newSide.denies.map(boxId));
  const liftedDenies = oldSide.denies.filter(
    (deny) =>
      !kept.has(boxId(deny)) &&
      !newDenies.meeting(deny.action).some((other) => boxCovers(other, deny, solver)),
  );
  const lifted = indexBoxes(liftedDenies, solver);

  const judge = (piece: Piece): PieceVerdict => {
    const covering = oldLayers.map((layer) => layer.coverOf(piece));
    const reached = lifted.meeting(piece.action);
    const covered = covering.every((box) => box !== undefined);
    if (covered && reached.length === 0)
      return { kind: 'none', coveredBy: covering.map(({ statement }) => statement) };
    const region = regionOf(piece, solver);
    if (region === undefined) return { kind: 'none', coveredBy: [] };
    const denies = newDenies.meeting(piece.action);
    const found: { request?: AccessRequest; old?: OldDecision; open: boolean } = { open: false };
    let leaves = 0;
    // Other readings are not those of the evaluator: there is no request to show for them.
    const confirms = reading === documentedReading;
    const visit = (leaf: Region) => {
      if (isEmptyForFixedVariables(leaf, solver)) return 'go on' as const;
      if (!confirms || ++leaves > maxLeaves) {
        found.open = true;
        return 'stop' as const;
      }
      for (const request of requestsIn(leaf, witness)) {
        const decision = confirmWitness(request, { old, next });
        if (decision === undefined) continue;
        found.request = request;
        found.old = decision;
        return 'stop' as const;
      }
      found.open = true;
      return 'go on' as const;
    };
    const used = new Set<Box>(covering.filter((box) => box !== undefined));
    for (const [at, layer] of oldLayers.entries()) {
      if (covering[at] !== undefined || found.request !== undefined) continue;
      const boxes = [...denies, ...layer.meeting(piece.action)];
      for (const box of outsideOf(region, boxes, solver, visit)) used.add(box);
    }
    for (const deny of reached) {
      if (found.request !== undefined) break;
      const within = intersect(region, deny, solver);
      if (within !== undefined) outsideOf(within, denies, solver, visit);
    }
    if (found.request !== undefined && found.old !== undefined)
      return { kind: 'grants', request: found.request, old: found.old };
    if (found.open) return { kind: 'open' };
    const coveredBy = [...used].filter(({ effect }) => effect === 'Allow');
    return { kind: 'none', coveredBy: coveredBy.map(({ statement }) => statement) };
  };
  return { pieces: () => piecesOf(newSide.allows), judge };
}

function intersect(region: Region, box: Box, solver: Solver): Region | undefined {
  let within: Region | undefined = region;
  for (const literal of literalsOf(box, solver.everyone)) {
    within = narrow(within, literal, solver);
    if (within === undefined) return undefined;
  }
  return within;
}

/** Entries with wildcards that both sides write. */
function sharedEntries(old: AccessModel, next: AccessModel): ReadonlySet<string> {
  const wildEntries = ({ layers }: AccessModel) =>
    layers
      .flat()
      .flatMap(({ statements }) =>
        statements.flatMap(({ principal }) =>
          (principal?.principals ?? [])
            .filter((entry) => !entry.everyone && hasWildcard(entry.value))
            .map(entryName),
        ),
      );
  const written = new Set(wildEntries(next));
  return new Set(wildEntries(old).filter((entry) => written.has(entry)));
}

interface Side {
  /** Per layer. */
  readonly allows: readonly (readonly Box[])[];
  readonly denies: readonly Box[];
}

function sideOf(model: AccessModel, context: Parameters<typeof boxesOf>[2]): Side {
  let at = 0;
  const layers = model.layers.map((policies) =>
    policies.flatMap((policy) => boxesOf(policy, at++, context)),
  );
  return {
    allows: layers.map((boxes) => boxes.filter(({ effect }) => effect === 'Allow')),
    denies: layers.flat().filter(({ effect }) => effect === 'Deny'),
  };
}

/**
 * A key may have several values where AWS says so, or where a policy asks of all or any of them;
 * its values have a form of their own where AWS says so.
 */
function keyFacts(
  policies: readonly Policy[],
  data: NonNullable<CompareOptions['data']>,
): (key: string) => KeyFacts {
  const qualified = new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ conditions }) =>
        conditions.flatMap(({ operator, key }) => (operator.qualifier ? [key.toLowerCase()] : [])),
      ),
    ),
  );
  return (key) => {
    const [prefix = ''] = key.split(':');
    const known = data.globalKey(key) ?? data.service(prefix)?.conditionKey(key);
    return { multivalued: qualified.has(key) || known?.multivalued === true, type: known?.type };
  };
}
