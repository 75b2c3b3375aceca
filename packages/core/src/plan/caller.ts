import { parseArn } from '@rolecall/policy';
import type { LiveIndex } from './live-index.ts';
import type { OperationDraft } from './operation.ts';
import type { Conflict } from './plan.ts';
import { isNarrowing, stepOf } from './steps.ts';

/** Keys of the caller's own user or role, and of the groups it is in. */
export function callerKeys(callerArn: string, live: LiveIndex): ReadonlySet<string> {
  const resource = parseArn(callerArn)?.resource ?? '';
  const role = /^assumed-role\/([^/]+)\//.exec(resource)?.[1];
  if (role !== undefined) return new Set([`role/${role.toLowerCase()}`]);
  const user = live.all('user').find(({ arn }) => arn === callerArn);
  if (user === undefined) return new Set();
  const groups = user.groups.map((name) => `group/${name.toLowerCase()}`);
  return new Set([`user/${user.name.toLowerCase()}`, ...groups]);
}

/**
 * Whether a change would take access from those who carry it out: half-way through they could not
 * go on, nor back.
 */
export function touchesCaller(
  { resource }: { readonly resource: string },
  drafts: readonly OperationDraft[],
  own: ReadonlySet<string>,
): boolean {
  if (!own.has(resource)) return false;
  return drafts.some(
    (draft) => isNarrowing(draft) || stepOf(draft) === 'unmake' || draft.facet === 'trust',
  );
}

export function ownAccess(callerArn: string): Pick<Conflict, 'message' | 'hint'> {
  return {
    message: `It gives access to ${callerArn}, which makes this plan, and would be narrowed by it.`,
    hint: 'Plan and apply with other credentials, such as another administrator.',
  };
}
