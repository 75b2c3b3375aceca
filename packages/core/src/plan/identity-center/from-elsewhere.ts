import type { ConflictFound } from '../conflicts.ts';

/** What SCIM brought, its directory would put back: it is changed there. */
export function fromElsewhere(what: 'user' | 'group', name: string): ConflictFound {
  return {
    kind: 'conflict',
    message: `The ${what} ${name} comes from another directory, which keeps it by SCIM.`,
    hint: `Change it there. Take the declaration out: assignments may name the ${what} without it.`,
  };
}
