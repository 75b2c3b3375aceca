import type { AdminPower } from '@rolecall/policy';
import { awsOwnership } from '../aws-owned-role.ts';
import { isAwsManaged } from '../managed-policy.ts';
import type { Power } from '../principal-power.ts';
import type { Actor } from './actor.ts';
import type { ActorPower, Change } from './actor-power.ts';
import type { Certainty } from './ask.ts';
import type { EscalationPath } from './escalation-path.ts';
import type { Escalation, Reach } from './reach.ts';
import type { TrustIndex } from './trusting-roles.ts';
import type { Through } from './try-path.ts';

/** Something a path can go through, and how surely that makes administrator. */
export interface Target {
  readonly through: Through;
  readonly certainty: Certainty;
  readonly next: Escalation | undefined;
}

export interface Account {
  readonly actors: readonly Actor[];
  readonly power: ActorPower;
  readonly trust: TrustIndex;
  /** ARNs of policies of the account with several versions. */
  readonly versioned: ReadonlySet<string>;
  /** Whom the team keeps for emergencies: that one may assume such a role is its purpose. */
  readonly isForEmergency: (actor: Actor) => boolean;
  readonly members: {
    readonly [by in 'root-sessions' | 'management-account']: boolean | 'unknown';
  };
}

/** What anyone could go through by a path; `reached` are those newly known to be administrator. */
export function sharedTargets(
  path: EscalationPath,
  account: Account,
  reached: readonly Reach[],
): readonly Target[] {
  const { target } = path;
  switch (target.kind) {
    case 'user':
    case 'group':
      return reached.filter(({ actor }) => actor.kind === target.kind).map(reachTarget);
    case 'role':
      return roleTargets(path, reached, account);
    default:
      return [];
  }
}

/** What anyone could go through that need not be administrator before. */
export function plainTargets({ target }: EscalationPath, account: Account): readonly Target[] {
  switch (target.kind) {
    case 'any-user':
    case 'any-role': {
      const kind = target.kind === 'any-user' ? 'user' : 'role';
      return account.actors
        .filter((actor) => actor.kind === kind && isChangeable(actor))
        .flatMap((actor) =>
          target.policy === undefined
            ? changed(account, actor, { granted: true }, { actor })
            : ownPolicies(actor).flatMap((policy) =>
                changed(account, actor, { granted: true, without: policy }, { actor, policy }),
              ),
        );
    }
    case 'new':
      return [{ through: pass({}), certainty: 'certain', next: undefined }];
    case 'members': {
      const may = account.members[target.by];
      if (may === false) return [];
      const certainty = may === 'unknown' ? 'undecided' : 'certain';
      return [{ through: pass({}), certainty, next: undefined }];
    }
    default:
      return [];
  }
}

/** What the caller has itself that a path could go through. */
export function ownTargets(
  caller: Actor,
  { target }: EscalationPath,
  account: Account,
): readonly Target[] {
  switch (target.kind) {
    case 'self':
      return caller.kind === target.principal
        ? changed(account, caller, { granted: true }, { actor: caller })
        : [];
    case 'own-policy':
      return ownPolicies(caller)
        .filter((arn) => target.versions === undefined || account.versioned.has(arn))
        .flatMap((policy) =>
          changed(account, caller, { granted: true, without: policy }, { policy }),
        );
    case 'own-group':
      return account.actors
        .filter(
          ({ kind, entity }) => kind === 'group' && caller.groups.some((group) => group === entity),
        )
        .flatMap((actor) => changed(account, caller, { granted: true }, { actor }));
    case 'boundary':
      return caller.kind === target.principal && caller.boundary !== undefined
        ? changed(account, caller, { unbounded: true }, { actor: caller })
        : [];
    case 'boundary-policy':
      return caller.boundary !== undefined && !isAwsManaged(caller.boundary.arn)
        ? changed(account, caller, { unbounded: true }, { policy: caller.boundary.arn })
        : [];
    default:
      return [];
  }
}

/** Whether the target is one for this caller. */
export function isForCaller(
  caller: Actor,
  { target, steps }: EscalationPath,
  { through: { actor } }: Target,
  { trust }: Account,
): boolean {
  if (target.kind === 'self' || target.kind === 'boundary') return true;
  if (actor === caller) return false;
  if (target.kind === 'group') return target.caller === undefined || caller.kind === 'user';
  if (actor === undefined || !steps.some((step) => step.trust === 'existing')) return true;
  return trust.mayLetIn(actor, caller);
}

function changed(
  { power }: Account,
  actor: Actor,
  change: Change,
  through: Partial<Through>,
): readonly Target[] {
  const certainty = certaintyOfPower(power.after(actor, change));
  return certainty === undefined ? [] : [{ through: pass(through), certainty, next: undefined }];
}

function roleTargets(
  { target, steps }: EscalationPath,
  reached: readonly Reach[],
  { trust, isForEmergency }: Account,
): readonly Target[] {
  if (target.kind !== 'role') return [];
  const { trusts, instanceProfile } = target;
  const assumesOnly = steps.every(({ action }) => action === 'sts:AssumeRole');
  return reached.flatMap((reach): readonly Target[] => {
    const { actor } = reach;
    if (actor.kind !== 'role') return [];
    if (instanceProfile !== undefined && actor.role?.instanceProfiles.length === 0) return [];
    if (trusts === 'saml-provider') {
      return trust
        .samlProviders(actor)
        .map((provider) => ({ ...reachTarget(reach), through: pass({ actor, provider }) }));
    }
    if (assumesOnly) return isForEmergency(actor) ? [] : [reachTarget(reach)];
    if (!isChangeable(actor)) return [];
    return trusts === undefined || trust.trustsService(actor, trusts) ? [reachTarget(reach)] : [];
  });
}

/** AWS refuses to change or to pass the roles that it keeps itself. */
function isChangeable({ role }: Actor): boolean {
  return role === undefined || awsOwnership(role) === undefined;
}

function reachTarget({ actor, certainty, next }: Reach): Target {
  return { through: pass({ actor }), certainty, next };
}

function ownPolicies({ held }: Actor): readonly string[] {
  const arns = held.flatMap(({ arn }) => (arn === undefined || isAwsManaged(arn) ? [] : [arn]));
  return [...new Set(arns)].toSorted();
}

function pass(through: Partial<Through>): Through {
  return { actor: undefined, policy: undefined, provider: undefined, ...through };
}

/** Undefined: that is no administrator. */
export function certaintyOfPower(power: Power | AdminPower): Certainty | undefined {
  switch (power) {
    case 'full':
    case 'escalation':
      return 'certain';
    case 'conditional':
      return 'conditional';
    case 'undecided':
      return 'undecided';
    case 'none':
      return undefined;
    default:
      return power satisfies never;
  }
}
