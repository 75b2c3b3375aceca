import { z } from 'zod';
import { RolecallError } from '../../model/errors.ts';
import { isPlanSet } from '../plan-set.ts';

const setSchema = z.looseObject({
  accounts: z.array(z.looseObject({ name: z.string(), account: z.string(), plan: z.unknown() })),
});

const aboutOne = z.looseObject({ account: z.string() });
const single = z.union([
  z.looseObject({ plan: aboutOne }).transform(({ plan }) => plan.account),
  aboutOne.transform(({ account }) => account),
]);

/** Ids of the accounts of which a kept plan, or a report of applying, tells. */
export function appliedAccounts(value: unknown): readonly string[] {
  if (isPlanSet(value)) {
    const parsed = setSchema.safeParse(value);
    return parsed.success ? parsed.data.accounts.map(({ account }) => account) : [];
  }
  const parsed = single.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

/**
 * What the file says of one account, in the form of a file of that account alone. Fails
 * (`PLAN_INVALID`) where a file of several says nothing of it.
 */
export function appliedIn(
  value: unknown,
  { file, account }: { readonly file: string; readonly account: string },
): unknown {
  if (!isPlanSet(value)) return value;
  const parsed = setSchema.safeParse(value);
  const found = parsed.success && parsed.data.accounts.find((one) => one.account === account);
  if (found && found.plan !== null) return found;
  throw new RolecallError('PLAN_INVALID', `${file} tells of nothing done in account ${account}.`, {
    hint: 'Name one of its accounts with --account.',
  });
}
