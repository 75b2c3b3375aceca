import {
  ConflictException,
  InvalidParameterException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  UnprocessableEntityException,
  ValidationException,
} from '@aws-sdk/client-accessanalyzer';
import { RolecallError } from '@rolecall/core';
import { ask } from '../ask.ts';

/**
 * Sends one request to Access Analyzer. The errors that only this service has come out in codes of
 * the one table; all others as those of every service. `action` is e.g.
 * `access-analyzer:ValidatePolicy`, also the permission that is missing after a denial.
 */
export async function askAnalyzer<T>(action: string, send: () => Promise<T>): Promise<T> {
  return ask(action, async () => {
    try {
      return await send();
    } catch (error) {
      throw ownError(error, action) ?? error;
    }
  });
}

function ownError(error: unknown, action: string): RolecallError | undefined {
  if (error instanceof ServiceQuotaExceededException) {
    return new RolecallError('QUOTA_EXCEEDED', `${action} would go beyond a quota. ${say(error)}`, {
      action,
      cause: error,
      subject: error.resourceId || undefined,
      hint: quotaHint,
    });
  }
  if (error instanceof ConflictException) {
    return new RolecallError('CONFLICT', `${action} conflicts with what is there. ${say(error)}`, {
      action,
      cause: error,
      subject: error.resourceId || undefined,
      hint: quotaHint,
    });
  }
  if (error instanceof ResourceNotFoundException) {
    return new RolecallError('ENTITY_MISSING', `${action}: it does not exist. ${say(error)}`, {
      action,
      cause: error,
      subject: error.resourceId || undefined,
      hint: 'A job is known only in the account and Region that started it; results are not kept for ever.',
    });
  }
  if (error instanceof ValidationException) return invalidInput(error, action);
  if (error instanceof InvalidParameterException) {
    return new RolecallError('PARAMETER_INVALID', `${action} refuses its input. ${say(error)}`, {
      action,
      cause: error,
      hint: 'See that the policy is valid and of the type that was named; validate it first.',
    });
  }
  if (error instanceof UnprocessableEntityException) {
    return new RolecallError('AWS_ERROR', `${action} cannot process the policy. ${say(error)}`, {
      action,
      cause: error,
      hint: 'Make the policy simpler or ask again later; until then there is the offline answer.',
    });
  }
  return undefined;
}

/** Source: IAM User Guide, "IAM Access Analyzer quotas", read 2026-11-20. */
const quotaHint =
  'One policy generation runs at a time, and 50 start a day (5 in Cape Town, Hong Kong, Jakarta, ' +
  'Milan and Bahrain); cancelled ones count. Wait for the one that runs, or go on tomorrow.';

function invalidInput(error: ValidationException, action: string): RolecallError {
  const fields = (error.fieldList ?? []).flatMap(({ name, message }) =>
    name === undefined ? [] : [message === undefined ? name : `${name}: ${message}`],
  );
  const about = fields.length === 0 ? '' : ` (${fields.join('; ')})`;
  const isUnknown = error.reason === 'unknownOperation' || error.reason === 'notSupported';
  return new RolecallError(
    isUnknown ? 'AWS_ERROR' : 'PARAMETER_INVALID',
    `${action} refuses its input${about}. ${say(error)}`,
    {
      action,
      cause: error,
      hint: isUnknown
        ? 'This endpoint does not offer it; try another Region.'
        : 'Correct what AWS names and run again.',
    },
  );
}

function say({ message }: Error): string {
  return `AWS says: ${message}`;
}
