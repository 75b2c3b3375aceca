import { RolecallError } from '../../model/errors.ts';

/** What stands in the way of a lease is not what stands in the way of the work. */
export function explainLease(error: unknown): never {
  if (!(error instanceof RolecallError) || error.code !== 'ACCESS_DENIED') throw error;
  throw new RolecallError('ACCESS_DENIED', `The lease on the account: ${error.message}`, {
    ...error.details,
    hint: `${error.details.hint ?? ''} Render the bootstrap again, or do without the lease (--no-lease).`,
  });
}
