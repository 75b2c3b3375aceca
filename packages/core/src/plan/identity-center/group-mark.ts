/** What stands at the end of the description of a group of ours. */
export interface GroupMark {
  readonly scope: string;
  /** Taken over, not made: such a group is never deleted. */
  readonly isAdopted: boolean;
}

/**
 * Our mark on a group of Identity Center, which can be neither tagged nor put under a path: the end
 * of its description. Part of our contract with accounts, as the tags are.
 */
export function markedDescription(
  description: string | undefined,
  { scope, isAdopted }: GroupMark,
): string {
  const mark = `[rolecall:${isAdopted ? 'adopted' : 'owner'}=${scope}]`;
  return description === undefined || description === '' ? mark : `${description} ${mark}`;
}

/** The mark that a description bears, if any, and the description without it. */
export function readMark(
  description: string | undefined,
): { readonly text: string } & (
  | GroupMark
  | { readonly scope: undefined; readonly isAdopted: false }
) {
  const [, text = '', word, scope] =
    /^(.*?) ?\[rolecall:(owner|adopted)=([a-z0-9-]+)\]$/s.exec(description ?? '') ?? [];
  if (scope === undefined) return { text: description ?? '', scope, isAdopted: false };
  return { text, scope, isAdopted: word === 'adopted' };
}
