import { type PolicyAccount, probesIn, wayOutOfBoundary } from './admin-power-probes.ts';
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

/**
 * Power of the union of `documents`, less what an unconditional Deny in any of them takes away, and
 * within `boundary`, where the principal has one.
 */
export function adminPower(
  documents: readonly PolicyDocument[],
  account: PolicyAccount,
  boundary?: PolicyDocument,
): AdminPower {
  const identity = readRights(documents);
  if (identity.allows.length === 0) return 'none';
  if (boundary === undefined) return powerWithin([identity], account);
  const bound = readRights([boundary]);
  const power = powerWithin([identity, bound], account);
  if (power === 'full' || power === 'escalation') return power;
  // To shed the boundary is to have what the documents give without it.
  const wayOut = strongestAnswer(
    probesIn(account, wayOutOfBoundary).map((probe) =>
      weakerAnswer(allowsProbe(identity, probe), allowsProbe(bound, probe)),
    ),
  );
  if (wayOut === 'never') return power;
  const beyond = powerWithin([identity], account);
  if (beyond === 'none') return power;
  return wayOut === 'always' && beyond !== 'conditional' ? 'escalation' : 'conditional';
}

/** Power of what all of `limits` allow at once. */
function powerWithin(limits: readonly Rights[], account: PolicyAccount): AdminPower {
  const everywhere = (answer: (rights: Rights) => Answer): Answer =>
    limits.map(answer).reduce(weakerAnswer, 'always');
  const everything = everywhere((rights) => allowsEverything(rights, account));
  if (everything === 'always') return 'full';
  const escalation = strongestAnswer(
    probesIn(account).map((probe) => everywhere((rights) => allowsProbe(rights, probe))),
  );
  if (escalation === 'always') return 'escalation';
  return strongestAnswer([everything, escalation]) === 'conditional' ? 'conditional' : 'none';
}
