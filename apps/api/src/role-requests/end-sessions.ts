import { isDeepStrictEqual } from 'node:util';
import { type AccountPort, deniedToAllSessions, isUnderScope, RolecallError } from '@rolecall/core';
import type { GrantPlace } from './leftovers.ts';

/** Name of the inline policy that a role keeps until it is deleted. */
const endedPolicy = 'rolecall-ended';

/*
 * AWS's own way to revoke sessions denies those issued before a moment (`aws:TokenIssueTime`; in a
 * manifest `revokeSessionsBefore`), so that people can come back; here nobody is to. It ends them even
 * where the role cannot be deleted.
 */

/** The name alone says nothing: whoever may write policies could have taken it for another one. */
function isDenyAll({ name, document }: { readonly name: string; readonly document: unknown }) {
  return name === endedPolicy && isDeepStrictEqual(document, deniedToAllSessions);
}

export interface EndSessionsInput extends GrantPlace {
  readonly port: Pick<AccountPort, 'readResource' | 'perform'>;
  readonly roles: readonly { readonly name: string; readonly arn: string }[];
}

/** Takes all power from the roles of a grant; returns those of which it failed, with why. */
export async function endSessions(input: EndSessionsInput): Promise<readonly string[]> {
  const { port, roles, scope } = input;
  const failures: string[] = [];
  for (const { name, arn } of roles) {
    try {
      const live = await port.readResource({ type: 'role', name, arn });
      if (live?.type !== 'role') continue;
      // Never on the word of an earlier look: the name may be another's by now. The path says
      // whose it is, and cannot be changed; a tag can be taken off.
      if (!isUnderScope(live, scope)) continue;
      if (live.inlinePolicies.some(isDenyAll)) continue;
      const policy = {
        RoleName: live.name,
        PolicyName: endedPolicy,
        PolicyDocument: JSON.stringify(deniedToAllSessions),
      };
      await port.perform({ action: 'iam:PutRolePolicy', input: policy });
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      failures.push(`Sessions of ${arn} go on until it is deleted: ${error.message}`);
    }
  }
  return failures;
}
