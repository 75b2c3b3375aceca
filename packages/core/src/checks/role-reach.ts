import { compareEffectiveAccess, statementsOf } from '@rolecall/policy';
import type { Role } from '../model/snapshot.ts';
import { byDocument } from './by-document.ts';
import type { PartValues } from './check.ts';
import { type Held, heldDocuments } from './held-documents.ts';
import { meetsSample } from './meets-sample.ts';
import { allowedWrites, deniedWrites } from './writing-actions.ts';

/** `undecided`: a document that could make the difference is not in the snapshot. */
export type Reach = 'no' | 'yes' | 'undecided';

export interface RoleReach {
  /** Whether it may do anything that changes something, on anything, conditions or not. */
  readonly writes: (role: Role) => Reach;
  /** Whether it may read the contents of every bucket and every table. */
  readonly readsAll: (role: Role) => Reach;
}

export function indexReach(parts: Pick<PartValues, 'policies' | 'groups'>): RoleReach {
  const held = heldDocuments(parts);
  const allowed = byDocument(allowedWrites);
  const denied = byDocument(deniedWrites);
  return {
    writes: (role) => {
      const has = held(role);
      const { boundary } = has;
      const within = typeof boundary === 'object' ? allowed(boundary) : undefined;
      const taken = [...has.documents, ...(typeof boundary === 'object' ? [boundary] : [])].map(
        denied,
      );
      const may = has.documents.some((document) =>
        [...allowed(document)].some(
          (action) =>
            (within === undefined || within.has(action)) &&
            !taken.some((actions) => actions.has(action)),
        ),
      );
      return reach(has, may);
    },
    readsAll: (role) => {
      const has = held(role);
      return reach(has, has.documents.length > 0 && readingAll.every((read) => gives(has, read)));
    },
  };
}

const readingAll = ['s3:GetObject', 'dynamodb:GetItem'];

/** With a name that no policy has: who may do it on everything may do it here. */
const anyResource = 'arn:aws:none:none:*:none/*';

function reach({ unread, boundary }: Held, may: boolean): Reach {
  if (may) return boundary === 'unread' ? 'undecided' : 'yes';
  return unread.length > 0 ? 'undecided' : 'no';
}

/** Whether the action is allowed on everything, whatever the request. */
function gives({ documents, boundary }: Held, action: string): boolean {
  const statements = documents.flatMap(statementsOf);
  if (!meetsSample(statements, { action, resource: anyResource })) return false;
  const probe = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  };
  const layers = typeof boundary === 'object' ? [documents, [boundary]] : [documents];
  return compareEffectiveAccess({ layers }, { layers: [[probe]] }).verdict === 'none';
}
