import type { Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * The name, or one like it where the account has it already: what exists is nobody's to take over
 * unasked. Which kind it names shows in the parameter: `userName`, `executionRoleName`.
 */
export function freeName(parameter: string, wanted: string, { parts }: Snapshot): string {
  const kind = /(role|user|group|policy)Name$/i.exec(parameter)?.[1]?.toLowerCase();
  const taken = new Set(
    namesOf(
      kind === 'role'
        ? parts.roles
        : kind === 'user'
          ? parts.users
          : kind === 'group'
            ? parts.groups
            : parts.policies,
    ),
  );
  if (kind === undefined || !taken.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`.toLowerCase())) number += 1;
  return `${wanted}${number}`;
}

function namesOf(part: Part<readonly { readonly name: string }[]>): readonly string[] {
  return part.status === 'known' ? part.value.map(({ name }) => name.toLowerCase()) : [];
}
