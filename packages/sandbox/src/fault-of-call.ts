import { AwsError } from './aws-error.ts';
import type { CallFault, Faults } from './faults.ts';

/** Counts the calls, and gives what happens to this one. */
export function faultOfCall(faults: Faults): CallFault['fault'] | undefined {
  const { atCall } = faults;
  if (atCall === undefined) return undefined;
  atCall.in -= 1;
  return atCall.in === -1 ? atCall.fault : undefined;
}

export function refuseOnPurpose(
  fault: CallFault['fault'] | undefined,
  caller: string,
  action: string,
): void {
  switch (fault) {
    case 'throttled':
      throw new AwsError('Throttling', 400, 'Rate exceeded');
    case 'concurrent':
      throw new AwsError(
        isOfIam(action) ? 'ConcurrentModification' : 'ConflictException',
        409,
        'Another request is changing this entity; try again.',
      );
    case 'failure':
      throw new AwsError('ServiceFailure', 500, 'The request could not be completed.');
    case 'denied':
      throw new AwsError(
        'AccessDenied',
        403,
        `User: ${caller} is not authorized to perform: ${action} with an explicit deny in a service control policy`,
      );
    case 'unseen':
      throw new AwsError(
        isOfIam(action) ? 'NoSuchEntity' : 'ResourceNotFoundException',
        404,
        'The entity cannot be found.',
      );
    default:
      return;
  }
}

/** Services that came later have other words for the same. */
function isOfIam(action: string): boolean {
  return /^(?:iam|sts):/.test(action);
}
