import type { Caller } from '../identity/caller.ts';

/** The caller of operations that everybody may use. */
export const anonymous: Caller = {
  actor: { kind: 'service', id: 'anonymous', name: 'anonymous' },
  roles: [],
  permissions: new Set(),
  groups: [],
  names: [],
  restrictions: { approves: [] },
  tokenId: null,
};
