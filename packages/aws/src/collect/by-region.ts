import { isErrorCode, type Part, RolecallError, type UnknownReason } from '@rolecall/core';
import { mapLimit } from './map-limit.ts';
import { settleRegion } from './settle-part.ts';

/** Region → what it showed, or why it did not. */
export type ByRegion<T> = Record<string, Part<T>>;

/** Asks every region; the failure of one says nothing of the others. */
export async function readByRegion<T>(
  regions: readonly string[],
  read: (region: string) => Promise<T>,
): Promise<ByRegion<T>> {
  const parts = await mapLimit(
    regions,
    async (region) => [region, await settleRegion(read(region))] as const,
  );
  return Object.fromEntries(parts);
}

/** Reads on in the regions that answered; the others stay unknown for the reason they had. */
export async function readOnByRegion<A, B>(
  found: ByRegion<A>,
  read: (value: A, region: string) => Promise<B>,
): Promise<ByRegion<B>> {
  const parts = await mapLimit(
    Object.entries(found),
    async ([region, part]) =>
      [
        region,
        part.status === 'known' ? await settleRegion(read(part.value, region)) : part,
      ] as const,
  );
  return Object.fromEntries(parts);
}

/**
 * What the regions found together. Where that is nothing, it may lie in a region that did not
 * answer, and why that did not is thrown.
 */
export function searchRegions<T>(
  found: ByRegion<readonly T[]>,
): readonly { readonly region: string; readonly value: T }[] {
  const entries = Object.entries(found);
  const values = entries.flatMap(([region, part]) =>
    part.status === 'known' ? part.value.map((value) => ({ region, value })) : [],
  );
  const failed = entries.find(([, part]) => part.status === 'unknown')?.[1];
  if (values.length === 0 && failed?.status === 'unknown') throw errorOf(failed.reason);
  return values;
}

function errorOf({ code, message, permission }: UnknownReason): RolecallError {
  return new RolecallError(isErrorCode(code) ? code : 'AWS_ERROR', message, {
    action: permission,
  });
}
