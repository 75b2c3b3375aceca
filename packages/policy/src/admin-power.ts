import {
  type Judged,
  type PolicyAccount,
  probesIn,
  wayOutOfBoundary,
} from './admin-power-probes.ts';
import {
  type Answer,
  allowsEverything,
  allowsProbe,
  type Rights,
  readRights,
  strongestAnswer,
  weakerAnswer,
} from './admin-power-rights.ts';
import type { PolicyDocument } from './document.ts';

/**
 * How far a set of documents makes whoever has them administrator of the account.
 * - `full`: every action on every resource
 * - `escalation`: not that, but an action of IAM by which one gives oneself the rest
 * - `conditional`: one of these, but only while a condition holds
 * - `none`
 */
export type AdminPower = 'full' | 'escalation' | 'conditional' | 'none';

/** Who has the documents, where that is known. */
export interface AdminPowerHolder {
  readonly boundary?: PolicyDocument | undefined;
  /** A role has no `aws:username`: what is allowed to oneself by that name is allowed to nobody. */
  readonly kind?: 'role' | undefined;
}

/**
 * Power of the union of `documents`, less what an unconditional Deny in any of them takes away, and
 * within the boundary, where the holder has one.
 */
export function adminPower(
  documents: readonly PolicyDocument[],
  account: PolicyAccount,
  { boundary, kind }: AdminPowerHolder = {},
): AdminPower {
  const judged: Judged = { account, isNamed: kind !== 'role' };
  const identity = readRights(documents);
  if (identity.allows.length === 0) return 'none';
  if (boundary === undefined) return powerWithin([identity], judged);
  const bound = readRights([boundary]);
  const power = powerWithin([identity, bound], judged);
  if (power === 'full' || power === 'escalation') return power;
  // To shed the boundary is to have what the documents give without it.
  const wayOut = strongestAnswer(
    probesIn(judged, wayOutOfBoundary).map((probe) =>
      weakerAnswer(allowsProbe(identity, probe), allowsProbe(bound, probe)),
    ),
  );
  if (wayOut === 'never') return power;
  const beyond = powerWithin([identity], judged);
  if (beyond === 'none') return power;
  return wayOut === 'always' && beyond !== 'conditional' ? 'escalation' : 'conditional';
}

/** Power of what all of `limits` allow at once. */
function powerWithin(limits: readonly Rights[], judged: Judged): AdminPower {
  const everywhere = (answer: (rights: Rights) => Answer): Answer =>
    limits.map(answer).reduce(weakerAnswer, 'always');
  const everything = everywhere((rights) => allowsEverything(rights, judged.account));
  if (everything === 'always') return 'full';
  const escalation = strongestAnswer(
    probesIn(judged).map((probe) => everywhere((rights) => allowsProbe(rights, probe))),
  );
  if (escalation === 'always') return 'escalation';
  return strongestAnswer([everything, escalation]) === 'conditional' ? 'conditional' : 'none';
}
