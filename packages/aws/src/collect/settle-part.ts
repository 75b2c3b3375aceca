import { type ErrorCode, known, type Part, RolecallError, unknown } from '@rolecall/core';

/**
 * What one read became. An error that stands in the way of every part alike ends the whole
 * collection, for a report full of it helps nobody; any other makes this part unknown.
 */
export function settlePart<T>(read: Promise<T>): Promise<Part<T>> {
  return settle(read, ['CREDENTIALS_INVALID', ...endsCollection]);
}

/**
 * What a read in one region became. Credentials that served elsewhere may be invalid in this one:
 * it is not enabled, or tokens of the global STS endpoint do not reach it.
 */
export function settleRegion<T>(read: Promise<T>): Promise<Part<T>> {
  return settle(read, endsCollection);
}

async function settle<T>(read: Promise<T>, ends: readonly ErrorCode[]): Promise<Part<T>> {
  try {
    return known(await read);
  } catch (error) {
    if (!(error instanceof RolecallError) || ends.includes(error.code)) throw error;
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
  'CREDENTIALS_MISSING',
  'INTERRUPTED',
  'REGION_MISSING',
];
