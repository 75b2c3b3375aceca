import {
  RolecallError,
  type SecretsStore,
  type SecretVersions,
  type StoredSecret,
  secretTag,
} from '@rolecall/core';

export function isOurs({ tags }: Pick<StoredSecret, 'tags'>, ending: string): boolean {
  return tags[secretTag] === ending;
}

export interface Ensuring {
  readonly store: SecretsStore;
  readonly ending: string;
  readonly kmsKeyId: string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Makes the secret where it is not there, and gives the versions that it has. One that is there has
 * to be ours, and encrypted with the key that is asked for: who may use the key may read it.
 */
export async function ensureSecret(name: string, ensuring: Ensuring): Promise<SecretVersions> {
  const { store, ending, kmsKeyId } = ensuring;
  const found = (await store.describe(name)) ?? (await create(name, ensuring));
  if (found === undefined) return {};
  if (!isOurs(found, ending)) {
    throw new RolecallError('CONFLICT', `There is a secret ${name} that Rolecall did not make.`, {
      hint: `Give "delivery" another name. If it may be written over, tag it ${secretTag}=${ending}.`,
    });
  }
  const [asked, actual] = [kmsKeyId, found.kmsKeyId].map((key) => wholeKey(key, found.arn));
  if (asked === actual) return found.versions;
  throw new RolecallError(
    'CONFLICT',
    `The secret ${name} is encrypted with ${actual}, and "delivery" asks for ${asked}.`,
    { hint: 'Name the key that it has, in the same words, or give the secret the other one.' },
  );
}

/** What is there after all, made by another user's delivery, or by a call whose answer got lost. */
async function create(
  name: string,
  { store, ending, kmsKeyId, sleep }: Ensuring,
): Promise<StoredSecret | undefined> {
  try {
    await store.create(name, { kmsKeyId, tags: { [secretTag]: ending } });
    return undefined;
  } catch (error) {
    if (!(error instanceof RolecallError) || error.code !== 'ENTITY_EXISTS') throw error;
    for (const waitMs of [0, 1_000, 4_000]) {
      if (waitMs > 0) await sleep(waitMs);
      const found = await store.describe(name);
      if (found !== undefined) return found;
    }
    throw error;
  }
}

/** Keys are named by id, alias or ARN; Secrets Manager shows an alias that it was given as an ARN. */
function wholeKey(key = 'alias/aws/secretsmanager', secretArn: string): string {
  if (key.startsWith('arn:')) return key;
  const [, partition, , region, account] = secretArn.split(':');
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return `arn:${partition}:kms:${region}:${account}:${resource}`;
}
