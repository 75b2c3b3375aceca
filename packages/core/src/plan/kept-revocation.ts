import type { PolicyDocument } from '@rolecall/policy';
import type { LiveRole } from '../model/resource.ts';
import { revocationPolicyName, revokedBefore } from '../model/session-revocation.ts';
import type { DiffContext } from './diff-context.ts';

interface Inline {
  readonly name: string;
  readonly document: PolicyDocument;
}

type Documents = { readonly [name: string]: PolicyDocument };

type Moment = Pick<DiffContext, 'takenAt'>;

/** No clock that AWS answers is further off than this. */
const mostOffMs = 15 * 60_000;

/**
 * A person has ended the sessions of a role: taking that back would let them go on. One that lies
 * ahead ends no session, but shuts everybody out until then: that is a policy like any other.
 */
export function isRevocation(
  { holder }: { readonly holder: string },
  inline: Inline,
  { takenAt }: Moment,
): boolean {
  const before = holder === 'role' ? revokedBefore(inline) : undefined;
  return before !== undefined && Date.parse(before) <= Date.parse(takenAt) + mostOffMs;
}

/** What is declared, but for sessions that were ended later still: that stands. */
export function keepingRevocation(
  declared: Documents,
  live: ReadonlyMap<string, PolicyDocument>,
  moment: Moment,
): Documents {
  const name = revocationPolicyName;
  const [document, found] = [declared[name], live.get(name)];
  if (document === undefined || found === undefined) return declared;
  if (!isRevocation({ holder: 'role' }, { name, document: found }, moment)) return declared;
  return endsLater({ name, document: found }, { name, document })
    ? { ...declared, [name]: found }
    : declared;
}

function endsLater(one: Inline, other: Inline): boolean {
  const [end, than] = [revokedBefore(one), revokedBefore(other)];
  return end !== undefined && than !== undefined && Date.parse(end) > Date.parse(than);
}

/** What is said of a role whose sessions were ended by others than its declaration. */
export function revocationNotes(
  desired: Documents,
  live: LiveRole,
  moment: Moment,
): readonly string[] {
  return live.inlinePolicies.flatMap((one) => {
    const isOne = isRevocation({ holder: 'role' }, one, moment);
    const before = isOne ? revokedBefore(one) : undefined;
    const wanted = desired[one.name];
    const isDeclared =
      wanted !== undefined && !endsLater(one, { name: one.name, document: wanted });
    return before === undefined || isDeclared
      ? []
      : [
          `${live.arn}: its sessions from before ${before} were revoked (inline policy ${one.name}); kept. Declare it as "revokeSessionsBefore: ${before}".`,
        ];
  });
}
