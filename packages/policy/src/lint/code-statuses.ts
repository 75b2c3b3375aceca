import type { CodeStatus } from './code-status.ts';
import { meaningStatuses } from './rules/meaning/statuses.ts';
import { serviceStatuses } from './rules/services/statuses.ts';
import { structureStatuses } from './rules/structure/statuses.ts';

/** The status of every code of the catalogue, by code. */
export function codeStatuses(): ReadonlyMap<string, CodeStatus> {
  return new Map([...structureStatuses, ...meaningStatuses, ...serviceStatuses]);
}
