import type { DiffContext } from '../diff-context.ts';
import { setupOf } from './setup.ts';

/** Where people and groups are; without an instance nothing is ever called. */
export function storeOf({ parts }: Pick<DiffContext, 'parts'>): {
  readonly IdentityStoreId: string;
  readonly region: string;
} {
  const instance = setupOf(parts)?.instance;
  return { IdentityStoreId: instance?.identityStoreId ?? '', region: instance?.region ?? '' };
}
