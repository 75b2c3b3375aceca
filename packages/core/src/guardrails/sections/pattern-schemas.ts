import { z } from 'zod';
import { resourceTypes } from '../../model/resource.ts';

export const text = z.string({
  error: ({ input }) =>
    typeof input === 'number' ? 'must be text: put the number in quotes' : undefined,
});

export const accountId = text.regex(/^\d{12}$/, 'must be the 12 digits of an account id');

export const pattern = text.min(1);

/** A bare name would be taken for the name of anything, so a kind that does not exist is a slip. */
export const resourcePattern = pattern
  .refine(
    (value) =>
      value.startsWith('/') ||
      value.startsWith('arn:') ||
      !value.includes('/') ||
      resourceTypes.some((type) => value.startsWith(`${type}/`)),
    'begins with no kind of resource: write role/NAME, a path that begins with "/", or an ARN',
  )
  .refine(
    (value) => !/^arn:[^:]*:identitystore:/.test(value),
    'tells people and groups by ids that AWS makes up: write identity-center-group/NAME',
  )
  .describe('role/NAME, NAME of any kind, /path/*, or an ARN; * and ? are wildcards.');

export const exceptions = z.array(resourcePattern).default([]);
