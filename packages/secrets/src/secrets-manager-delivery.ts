import { type Delivery, RolecallError, type SecretsStore, secretOf } from '@rolecall/core';
import { bundleJson } from './bundle-json.ts';
import type { SecretDelivery } from './delivery.ts';
import type { RandomBytes } from './random.ts';

export interface SecretsManagerOptions {
  /** The store of a region. */
  readonly storeIn: (region: string) => SecretsStore;
  readonly random: RandomBytes;
}

/**
 * Hands over to Secrets Manager: `NAME/USER/password` and `NAME/USER/access-key-ID`, each a sign-in
 * bundle. A password is a version with a label of its own until it is live, so that the current one
 * is always the one that holds.
 */
export function secretsManagerDelivery({ storeIn, random }: SecretsManagerOptions): SecretDelivery {
  const ensure = async (to: Delivery, ending: string) => {
    const { name, region, kmsKeyId } = target(to);
    const full = `${name}/${ending}`;
    const store = storeIn(region);
    if ((await store.versions(full)) === undefined) await store.create(full, kmsKeyId);
    return { store, full, place: `secretsmanager:${region}:${full}` };
  };
  return {
    probe: async (to) => {
      const { store, full } = await ensure(to, 'probe');
      await store.put(full, { id: versionId(random), value: secretOf('{}'), label: undefined });
    },
    keep: async (to, bundle) => {
      const value = secretOf(bundleJson(bundle));
      const user = endingOf(bundle.user);
      if (bundle.kind === 'access-key') {
        const { store, full, place } = await ensure(to, keyEnding(user, bundle.accessKeyId));
        await store.put(full, { id: versionId(random), value, label: undefined });
        return { place, settle: async () => place, discard: async () => {} };
      }
      const { store, full, place } = await ensure(to, `${user}/password`);
      const id = versionId(random);
      const label = `rolecall-pending-${id.slice(-12)}`;
      await store.put(full, { id, value, label });
      return {
        place: `${place} (${label})`,
        settle: async () => {
          const versions = (await store.versions(full)) ?? {};
          const from = Object.keys(versions).find((one) => versions[one]?.includes('AWSCURRENT'));
          await store.promote(full, { id, from, label });
          return place;
        },
        // It opens nothing. Without a label Secrets Manager forgets it; with one it does no harm.
        discard: async () => {},
      };
    },
    has: async (to, { user, id }) => {
      const { name, region } = target(to);
      const kept = await storeIn(region).versions(`${name}/${keyEnding(endingOf(user), id)}`);
      return Object.values(kept ?? {}).some((labels) => labels.includes('AWSCURRENT'));
    },
  };
}

/** Secret names have all characters of user names but one. */
function endingOf(user: string): string {
  if (!user.includes(',')) return user;
  throw new RolecallError('PARAMETER_INVALID', `No secret can be named after the user "${user}".`, {
    hint: 'Secrets Manager takes no comma in a name: deliver to age keys.',
  });
}

function keyEnding(user: string, id: string): string {
  return `${user}/access-key-${id}`;
}

function versionId(random: RandomBytes): string {
  return Buffer.from(random(20)).toString('hex');
}

function target(to: Delivery) {
  if ('secretsManager' in to) return to.secretsManager;
  throw new RolecallError('USAGE', 'Age keys are asked for, and nothing says where files go.', {
    hint: 'Name a folder of your own with --secrets-dir.',
  });
}
