import type { PolicyDocument } from '@rolecall/policy';
import type { LiveRole } from '../model/resource.ts';
import { revocationPolicyName, revokedBefore } from '../model/session-revocation.ts';

interface Inline {
  readonly name: string;
  readonly document: PolicyDocument;
}

type Documents = { readonly [name: string]: PolicyDocument };

/** A person has ended the sessions of a role: taking that back would let them go on. */
export function isRevocation({ holder }: { readonly holder: string }, inline: Inline): boolean {
  return holder === 'role' && revokedBefore(inline) !== undefined;
}

/** What is declared, but for sessions that were ended later still: that stands. */
export function keepingRevocation(
  declared: Documents,
  live: ReadonlyMap<string, PolicyDocument>,
): Documents {
  const name = revocationPolicyName;
  const [document, found] = [declared[name], live.get(name)];
  if (document === undefined || found === undefined) return declared;
  return endsLater({ name, document: found }, { name, document })
    ? { ...declared, [name]: found }
    : declared;
}

function endsLater(one: Inline, other: Inline): boolean {
  const [end, than] = [revokedBefore(one), revokedBefore(other)];
  return end !== undefined && than !== undefined && Date.parse(end) > Date.parse(than);
}

/** What is said of a role whose sessions were ended by others than its declaration. */
export function revocationNotes(desired: Documents, live: LiveRole): readonly string[] {
  return live.inlinePolicies.flatMap((one) => {
    const before = revokedBefore(one);
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
