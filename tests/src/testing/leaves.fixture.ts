/** Values by their paths, `/alternateContacts/billing/title`; members of lists by name. */
export type Leaves = ReadonlyMap<string, unknown>;

/** What is empty is not there, and what AWS makes up anew each time does not count. */
export function leavesOf(state: unknown): Leaves {
  return new Map(leaves(state, ''));
}

const history = /[./](?:id|arn|createdAt|instanceId|principalId)$/;

function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (value === undefined || value === null || value === '' || history.test(path)) return [];
  if (typeof value !== 'object') return [[path, value]];
  const members = Array.isArray(value)
    ? value.map((one: unknown) => [nameOf(one), one] as const)
    : Object.entries(value);
  return members.flatMap(([key, member]) => leaves(member, `${path}/${key}`));
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const about = new Map<string, unknown>(Object.entries(value));
  return ['account', 'permissionSet', 'principal', 'name', 'url']
    .flatMap((member) => about.get(member) ?? [])
    .join(' ');
}

/** Paths of what is not alike. */
export function differing(one: Leaves, other: Leaves) {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
}
