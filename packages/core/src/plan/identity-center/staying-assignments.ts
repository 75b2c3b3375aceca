import { assignmentKeys } from './assignment-keys.ts';

/** Keys of the assignments that are meant and that the plan does not take away. */
export function stayingAssignments(
  context: Parameters<typeof assignmentKeys>[0],
  leaving: ReadonlySet<string>,
  isMeant: Parameters<typeof assignmentKeys>[1],
): readonly string[] {
  return assignmentKeys(context, isMeant).filter((key) => !leaving.has(key));
}

/** Without it, AWS refuses; and what is ignored or not ours is not taken away for it. */
export function stillAssigned(
  what: string,
  keys: readonly string[],
): { readonly message: string; readonly hint: string } {
  return {
    message: `${what} is no longer declared, but still assigned: ${keys.join(', ')}.`,
    hint: 'These are ignored, or not ours: take them away first, or declare it again.',
  };
}
