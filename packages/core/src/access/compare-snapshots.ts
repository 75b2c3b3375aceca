import type { AccessComparison, AccessDiff, PolicyDocument } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import {
  type DocumentLayers,
  type LayerComparer,
  type LayerSides,
  layerComparer,
} from './layer-comparer.ts';
import { type PrincipalAccess, principalsOf } from './principal-access.ts';

/** What became of one principal's access between two snapshots. */
export interface PrincipalComparison {
  readonly arn: string;
  /** `permissions`: its policies under its boundary. `trust`: who may assume the role. */
  readonly aspect: 'permissions' | 'trust';
  readonly change: 'kept' | 'added' | 'removed';
  /** `unread`: what a snapshot lacks, so that nothing can be said. Treated as undecided. */
  readonly result:
    | AccessComparison
    | { readonly verdict: 'unread'; readonly unread: readonly string[] };
  /**
   * Only of a principal that stayed and was granted something: of a new one it would be all. And only
   * where lists were asked for.
   */
  readonly diff: AccessDiff | undefined;
  /** The policies that `StatementRef.policy` counts, per side. */
  readonly labels: { readonly old: readonly string[]; readonly new: readonly string[] };
  readonly sources: {
    readonly old: readonly PolicyDocument[];
    readonly new: readonly PolicyDocument[];
  };
}

export interface CompareSnapshotsOptions {
  /** The `diff` of each principal. To list takes longer than to judge, where thousands are affected. */
  readonly lists?: 'made' | 'left out';
}

/**
 * Compares principal by principal the union of all policies (the groups' too) within the boundary,
 * and roles' trust. Moving a statement from one policy to another grants nothing; a principal that
 * is new is granted all it may do. Those whose policies are equal are left out.
 */
export function compareSnapshots(
  old: Snapshot,
  next: Snapshot,
  { lists = 'made' }: CompareSnapshotsOptions = {},
): readonly PrincipalComparison[] {
  const [were, are] = [principalsIn(old, 'old'), principalsIn(next, 'new')];
  const before = new Map(were.map((each) => [each.arn, each]));
  const after = new Map(are.map((each) => [each.arn, each]));
  const arns = [...new Set([...before.keys(), ...after.keys()])].sort();
  const shared = [...sharedDocuments(were), ...sharedDocuments(are)];
  const comparer = layerComparer(shared, { lists });
  return arns.flatMap((arn) => {
    const sides = { arn, old: before.get(arn), next: after.get(arn) };
    return [...comparePermissions(sides, comparer), ...compareTrust(sides, comparer)];
  });
}

function principalsIn(snapshot: Snapshot, side: 'old' | 'new'): readonly PrincipalAccess[] {
  const principals = principalsOf(snapshot);
  if (principals !== undefined) return principals;
  throw new RolecallError(
    'NOTHING_READABLE',
    `The ${side} snapshot does not hold the account's users and roles.`,
    { hint: 'See which permissions are missing with `rolecall doctor`.' },
  );
}

/** Managed policies that several hold. */
function sharedDocuments(principals: readonly PrincipalAccess[]): readonly PolicyDocument[] {
  const seen = new Set<PolicyDocument>();
  const shared = new Set<PolicyDocument>();
  for (const { policies, boundary } of principals) {
    for (const { document } of boundary === undefined ? policies : [...policies, boundary]) {
      if (document === undefined) continue;
      if (seen.has(document)) shared.add(document);
      seen.add(document);
    }
  }
  return [...shared];
}

interface Sides {
  readonly arn: string;
  readonly old: PrincipalAccess | undefined;
  readonly next: PrincipalAccess | undefined;
}

function comparePermissions(
  { arn, old, next }: Sides,
  comparer: LayerComparer,
): readonly PrincipalComparison[] {
  const sides = { old: layersOf(old), next: layersOf(next) };
  const about = {
    arn,
    aspect: 'permissions' as const,
    change: changeOf(old, next),
    labels: { old: labelsOf(old), new: labelsOf(next) },
    sources: { old: sides.old.layers.flat(), new: sides.next.layers.flat() },
  };
  // A principal that is gone may do nothing, whatever was not read.
  const unread = next === undefined ? nothingUnread : unreadOf(old, next);
  const unreadResult = { verdict: 'unread', unread: unread.different } as const;
  if (unread.different.length > 0) return [{ ...about, result: unreadResult, diff: undefined }];
  if (comparer.isSame(sides)) return [];
  const judged = judge(sides, about.change, comparer);
  if (judged.result.verdict !== 'none' || unread.same.length === 0)
    return [{ ...about, ...judged }];
  // What is unread on both sides may allow anything: nothing that denied may be gone.
  if (comparer.staysWithin(sides)) return [{ ...about, ...judged }];
  return [{ ...about, result: { verdict: 'unread', unread: unread.same }, diff: undefined }];
}

interface Unread {
  /** On one side only: nothing can be said. */
  readonly different: readonly string[];
  /** On both sides, and taken to be the same. */
  readonly same: readonly string[];
}

const nothingUnread: Unread = { different: [], same: [] };

function unreadOf(old: PrincipalAccess | undefined, next: PrincipalAccess): Unread {
  const before = old?.unread ?? [];
  const after = next.unread;
  // A boundary that is new only takes away.
  const added = old?.boundary === undefined ? unreadBoundary(next) : undefined;
  return {
    different: [
      ...before.filter((name) => !after.includes(name)),
      ...after.filter((name) => !before.includes(name) && name !== added),
    ],
    same: before.filter((name) => after.includes(name)),
  };
}

function unreadBoundary(access: PrincipalAccess): string | undefined {
  const { boundary, policies } = access;
  if (boundary === undefined || boundary.document !== undefined) return undefined;
  return policies.some(({ arn }) => arn === boundary.arn) ? undefined : boundary.arn;
}

function compareTrust(
  { arn, old, next }: Sides,
  comparer: LayerComparer,
): readonly PrincipalComparison[] {
  const layerOf = (trust: PolicyDocument | undefined): DocumentLayers => ({
    layers: [trust === undefined ? [] : [trust]],
  });
  const sides = { old: layerOf(old?.trust), next: layerOf(next?.trust) };
  if (comparer.isSame(sides)) return [];
  const labels = ['trust policy'];
  const change = changeOf(old, next);
  return [
    {
      arn,
      aspect: 'trust',
      change,
      labels: { old: labels, new: labels },
      sources: { old: sides.old.layers.flat(), new: sides.next.layers.flat() },
      ...judge(sides, change, comparer),
    },
  ];
}

function judge(
  sides: LayerSides,
  change: PrincipalComparison['change'],
  comparer: LayerComparer,
): Pick<PrincipalComparison, 'result' | 'diff'> {
  const result = comparer.compare(sides);
  const isListed = result.verdict === 'grants' && change === 'kept';
  return { result, diff: isListed ? comparer.diff(sides) : undefined };
}

/** The order is that of `labelsOf`. */
function layersOf(access: PrincipalAccess | undefined): DocumentLayers {
  if (access === undefined) return { layers: [[]] };
  const policies = access.policies.map(({ document }) => document);
  const limit = access.boundary?.document;
  return { layers: limit === undefined ? [policies] : [policies, [limit]] };
}

function labelsOf(access: PrincipalAccess | undefined): readonly string[] {
  if (access === undefined) return [];
  const limit = access.boundary === undefined ? [] : [`boundary ${access.boundary.arn}`];
  return [...access.policies.map(({ label }) => label), ...limit];
}

function changeOf(
  old: PrincipalAccess | undefined,
  next: PrincipalAccess | undefined,
): PrincipalComparison['change'] {
  if (old === undefined) return 'added';
  return next === undefined ? 'removed' : 'kept';
}
