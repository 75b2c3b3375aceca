import type { SnapshotParts } from '../../model/snapshot.ts';
import { type Setup, setupOf } from './setup.ts';

type Unread = NonNullable<Setup['unreadAssignments']>[number];

/** Where nobody knows who is assigned a permission set. */
export function unreadAssignments(parts: SnapshotParts): readonly Unread[] {
  return setupOf(parts)?.unreadAssignments ?? [];
}

/** Why nothing is planned that hangs on these; `undefined` where there are none. */
export function notRead(
  unread: readonly Unread[],
): { readonly message: string; readonly hint: string } | undefined {
  const [first] = unread;
  if (first === undefined) return undefined;
  const others = unread.length === 1 ? '' : ` So it is in ${unread.length - 1} other places.`;
  return {
    message: `Assignments that it hangs on could not be read. ${first.message}${others}`,
    hint: 'Where the account has left the organization, declare nothing for it, and take away in the console what is left there.',
  };
}

/** What a plan says of them in any case. */
export function unreadNotes(parts: SnapshotParts): readonly string[] {
  return unreadAssignments(parts).map(
    ({ message }) => `Nothing is planned of assignments that were not read. ${message}`,
  );
}
