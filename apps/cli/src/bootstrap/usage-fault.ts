import { RolecallError, type RolecallErrorDetails } from '@rolecall/core';

export function usageFault(message: string, details: RolecallErrorDetails): RolecallError {
  return new RolecallError('USAGE', message, details);
}
