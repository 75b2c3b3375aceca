import { RolecallError } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';
import type { TakenSnapshot } from './take-snapshot.ts';

/** Says what of the account is missing, and gives the exit code: without any of it there is none. */
export function tellGaps(
  { missing, isBlind }: TakenSnapshot,
  presenter: Pick<Presenter, 'note' | 'fail'>,
): number {
  if (missing.length === 0) return 0;
  presenter.note(`Could not be read: ${missing.join(', ')}. See rolecall doctor.`);
  if (!isBlind) return 0;
  presenter.fail(new RolecallError('NOTHING_READABLE', 'Nothing of this account could be read.'));
  return 1;
}
