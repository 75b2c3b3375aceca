import { adminPower, findPartition } from '@rolecall/policy';
import type { CheckContext, PartValues } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { isAwsManaged } from '../managed-policy.ts';
import { type Actor, listActors } from './actor.ts';
import { indexActorPower } from './actor-power.ts';
import { askAbout, layersByPermissions } from './ask.ts';
import { compileDocuments } from './compiled-document.ts';
import { type EscalationPath, escalationCatalogue } from './escalation-path.ts';
import { listActions } from './granted-actions.ts';
import {
  type Account,
  certaintyOfPower,
  isForCaller,
  ownTargets,
  plainTargets,
  sharedTargets,
  type Target,
} from './list-targets.ts';
import type { Escalation, Reach } from './reach.ts';
import { indexTrust } from './trusting-roles.ts';
import { isStronger, preparePath, type Trial, tryPath, weakest } from './try-path.ts';

/** How many others a way up may lead through. */
const longestChain = 5;

type Parts = Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies'>;

export interface Escalations {
  readonly actors: readonly Actor[];
  readonly power: Account['power'];
  /** Every path that the user, role or group has, the surest first. */
  readonly of: (actor: Actor) => readonly Escalation[];
}

/**
 * Who can become administrator, and how. Goes backwards: first who can become what is administrator
 * already, then who can become one of these, and so on.
 */
export function findEscalations(
  parts: Parts,
  context: CheckContext,
  members: Account['members'],
): Escalations {
  const now = context.now.toISOString();
  const paths = escalationCatalogue.paths.filter(({ ended }) => ended === undefined || now < ended);
  const actors = listActors(parts, compileDocuments(listActions(paths)));
  const power = indexActorPower(parts, context);
  const account: Account = {
    actors,
    power,
    trust: indexTrust(context),
    versioned: new Set(
      parts.policies.flatMap(({ arn, versions }) => (versions.length > 1 ? [arn] : [])),
    ),
    isForEmergency: (actor) => isEmergencyPrincipal(actor, context.settings),
    members,
  };
  const layers = layersByPermissions();
  const trial: Trial = {
    ask: askAbout(context, layers),
    layers,
    place: {
      partition: context.partition,
      account: context.account,
      region: findPartition(context.partition)?.iamRegion ?? 'us-east-1',
    },
    adminPolicies: adminPolicies(parts, context),
  };
  const candidates = candidatePaths(actors, paths, power.now);
  const reaches = new Map<Actor, Reach>();
  const found = new Map<Actor, readonly Escalation[]>();
  for (const actor of actors) {
    const certainty = certaintyOfPower(power.now(actor));
    if (certainty !== undefined) reaches.set(actor, { actor, certainty, next: undefined });
  }
  let reached: readonly Reach[] = [...reaches.values()];
  for (let round = 0; round < longestChain && (round === 0 || reached.length > 0); round++) {
    const shared = new Map(
      paths.map((path) => [
        path,
        [
          ...sharedTargets(path, account, reached),
          ...(round === 0 ? plainTargets(path, account) : []),
        ],
      ]),
    );
    const fresh: Reach[] = [];
    for (const [actor, open] of candidates) {
      const known = found.get(actor) ?? [];
      if (known[0]?.certainty === 'certain') continue;
      const more = open.flatMap((path) => {
        const own = round === 0 ? ownTargets(actor, path, account) : [];
        const targets = [...own, ...(shared.get(path) ?? [])];
        return bestWay(actor, path, targets, { trial, account }) ?? [];
      });
      if (more.length === 0) continue;
      found.set(actor, sortEscalations([...known, ...more]));
      const [best] = found.get(actor) ?? [];
      const before = reaches.get(actor)?.certainty;
      if (best !== undefined && isStronger(best.certainty, before)) {
        fresh.push({ actor, certainty: best.certainty, next: best });
      }
    }
    for (const reach of fresh) reaches.set(reach.actor, reach);
    reached = fresh;
  }
  return { actors, power, of: (actor) => found.get(actor) ?? [] };
}

/** Whom there is anything to ask of: paths all of whose actions some Allow is about. */
function candidatePaths(
  actors: readonly Actor[],
  paths: readonly EscalationPath[],
  powerNow: Account['power']['now'],
): readonly (readonly [Actor, readonly EscalationPath[]])[] {
  const byPermissions = new Map<string, readonly EscalationPath[]>();
  return actors.flatMap((actor) => {
    if (powerNow(actor) === 'full') return [];
    const known = byPermissions.get(actor.permissions);
    const open = known ?? paths.filter((path) => mayTake(actor, path));
    if (known === undefined) byPermissions.set(actor.permissions, open);
    return open.length === 0 ? [] : [[actor, open] as const];
  });
}

function mayTake({ held, boundary }: Actor, { steps }: EscalationPath): boolean {
  return steps.every(({ action: written, trust }) => {
    // A trust policy can let in whoever has no permission at all.
    if (trust !== undefined) return true;
    const action = written.toLowerCase();
    const within = boundary?.document === undefined || boundary.document.allows.has(action);
    return within && held.some(({ compiled }) => compiled.allows.has(action));
  });
}

/** So many ways that hold under a condition are enough: others will hold under the same. */
const enough = 25;

function bestWay(
  actor: Actor,
  path: EscalationPath,
  targets: readonly Target[],
  { trial, account }: { readonly trial: Trial; readonly account: Account },
): Escalation | undefined {
  if (targets.length === 0) return undefined;
  const prepared = preparePath(actor, path, trial);
  if (prepared.isShutToOthers) return undefined;
  let best: Escalation | undefined;
  let held = 0;
  for (const target of targets) {
    const { through, certainty: leadsTo, next } = target;
    if (best !== undefined && !isStronger(leadsTo, best.certainty)) continue;
    if (!isForCaller(actor, path, target, account)) continue;
    const attempt = tryPath(prepared, through, trial);
    if (attempt === undefined) continue;
    held += 1;
    const certainty = weakest([
      attempt.certainty,
      leadsTo,
      path.workload === undefined ? 'certain' : 'conditional',
    ]);
    if (best === undefined || isStronger(certainty, best.certainty)) {
      best = { path, through, attempt, certainty, next };
    }
    if (certainty === 'certain' || held === enough) break;
    if (path.workload !== undefined && certainty === 'conditional') break;
  }
  return best;
}

function sortEscalations(list: readonly Escalation[]): readonly Escalation[] {
  return list.toSorted((a, b) => {
    if (isStronger(a.certainty, b.certainty)) return -1;
    if (isStronger(b.certainty, a.certainty)) return 1;
    return a.path.id < b.path.id ? -1 : 1;
  });
}

function adminPolicies({ policies }: Parts, context: CheckContext): () => readonly string[] {
  let known: readonly string[] | undefined;
  const aws = (name: string) => `arn:${context.partition}:iam::aws:policy/${name}`;
  return () => {
    known ??= [
      ...new Set([
        aws('AdministratorAccess'),
        aws('IAMFullAccess'),
        ...policies
          .filter(({ arn }) => !isAwsManaged(arn))
          .filter(({ document }) =>
            ['full', 'escalation'].includes(adminPower([document], context)),
          )
          .map(({ arn }) => arn)
          .toSorted(),
      ]),
    ];
    return known;
  };
}
