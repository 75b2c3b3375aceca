import type { RecertificationTerms } from '../../role-requests/recertification.ts';

/** How long things take; seconds where nothing else is said. Configuration. */
export interface RoleRequestTerms {
  /** Approvers have so long where the requester says nothing else. */
  readonly answerWithin: number;
  /** The longest that a requester may let them have. */
  readonly longestAnswer: number;
  /** Holders are warned so long before the end. */
  readonly warnBefore: number;
  /** The longest that somebody may decide in another's place. */
  readonly longestDelegation: number;
  /** What was begun and has not ended is begun again so often, should its job be gone. */
  readonly resumeEvery: number;
  /** How often work that may go well another time is tried before it counts as failed. */
  readonly attempts: number;
  /** When it has to be said again that a grant is needed; null: never. */
  readonly recertify: RecertificationTerms | null;
}

const hour = 3600;
const day = 24 * hour;

export const defaultTerms: RoleRequestTerms = {
  answerWithin: 3 * day,
  longestAnswer: 30 * day,
  warnBefore: hour / 4,
  longestDelegation: 90 * day,
  resumeEvery: hour / 4,
  attempts: 5,
  recertify: { everySeconds: 90 * day, graceSeconds: 14 * day },
};
