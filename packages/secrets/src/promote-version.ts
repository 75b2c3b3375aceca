import { type ErrorCode, RolecallError, type SecretsStore } from '@rolecall/core';

export interface Promotion {
  readonly id: string;
  /** Its own label, by which it is found until it is the current one. */
  readonly label: string;
  /** Labels that are taken off with it. */
  readonly older: readonly { readonly label: string; readonly from: string }[];
}

interface Where {
  readonly store: SecretsStore;
  readonly full: string;
  readonly sleep: (ms: number) => Promise<void>;
}

const passing: readonly ErrorCode[] = ['AWS_UNREACHABLE', 'CONCURRENT_MODIFICATION', 'THROTTLED'];

/** Makes a version the current one, whatever it takes; fails naming the label that still has it. */
export async function promoteVersion(promotion: Promotion, where: Where): Promise<void> {
  const { id, label, older } = promotion;
  const { store, full, sleep } = where;
  for (const waitMs of [1_000, 4_000, 16_000, 0]) {
    try {
      await makeCurrent(id, where);
      break;
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      if (waitMs === 0 || !passing.includes(error.code)) throw stuck(error, { id, label, full });
      await sleep(waitMs);
    }
  }
  // A label too many does no harm, until there are twenty.
  for (const one of [{ label, from: id }, ...older]) {
    await store.moveLabel(full, { ...one, to: undefined }).catch((error) => {
      if (!(error instanceof RolecallError)) throw error;
    });
  }
}

/** Looks first: an answer may have been lost, or another run been faster. */
async function makeCurrent(id: string, { store, full }: Where): Promise<void> {
  const label = 'AWSCURRENT';
  const versions = (await store.describe(full))?.versions ?? {};
  const from = Object.keys(versions).find((one) => versions[one]?.includes(label));
  if (from !== id) await store.moveLabel(full, { label, from, to: id });
}

function stuck(
  error: RolecallError,
  { id, label, full }: { readonly id: string; readonly label: string; readonly full: string },
): RolecallError {
  return new RolecallError(
    error.code,
    `Version ${id} of ${full}, labelled ${label}, could not be made the current one: ${error.message}`,
    { ...error.details, hint: 'Give that version the label AWSCURRENT.' },
  );
}
