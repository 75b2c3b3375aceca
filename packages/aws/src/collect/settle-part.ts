import { type ErrorCode, known, type Part, RolecallError, unknown } from '@rolecall/core';

/**
 * What one read became. An error that stands in the way of every part alike ends the whole
 * collection, for a report full of it helps nobody; any other makes this part unknown.
 */
export async function settlePart<T>(read: Promise<T>): Promise<Part<T>> {
  try {
    return known(await read);
  } catch (error) {
    if (!(error instanceof RolecallError) || endsCollection.includes(error.code)) throw error;
    const { code, message, details } = error;
    return unknown({
      code,
      message,
      permission: code === 'ACCESS_DENIED' ? details.action : undefined,
    });
  }
}

const endsCollection: readonly ErrorCode[] = [
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_INVALID',
  'CREDENTIALS_MISSING',
  'INTERRUPTED',
  'REGION_MISSING',
];
