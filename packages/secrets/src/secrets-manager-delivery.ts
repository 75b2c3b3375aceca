import {
  type Delivery,
  RolecallError,
  type SecretsStore,
  type SecretVersions,
  secretOf,
} from '@rolecall/core';
import { bundleJson } from './bundle-json.ts';
import type { SecretDelivery } from './delivery.ts';
import { ensureSecret, isOurs } from './ensure-secret.ts';
import { promoteVersion } from './promote-version.ts';
import type { RandomBytes } from './random.ts';

export interface SecretsManagerOptions {
  /** The store of a region. */
  readonly storeIn: (region: string) => SecretsStore;
  readonly random: RandomBytes;
  readonly sleep: (ms: number) => Promise<void>;
}

const pendingLabel = 'rolecall-pending-';

/**
 * Hands over to Secrets Manager: `NAME/USER/password` and `NAME/USER/access-key-ID`, each a sign-in
 * bundle, in secrets that carry our mark. A password is a version with a label of its own until it
 * is live, so that the current one is always the one that holds.
 */
export function secretsManagerDelivery(options: SecretsManagerOptions): SecretDelivery {
  const { storeIn, random, sleep } = options;
  const open = async (to: Delivery, ending: string) => {
    const { name, region, kmsKeyId } = target(to);
    const full = `${name}/${ending}`;
    const store = storeIn(region);
    const versions = await ensureSecret(full, { store, ending, kmsKeyId, sleep });
    return { store, full, versions, place: `secretsmanager:${region}:${full}` };
  };
  const probes = new Map<string, Promise<void>>();
  return {
    /** Once for each beginning: every version of a secret is there to stay for a day. */
    probe: async (to) => {
      const { name, region, kmsKeyId = '' } = target(to);
      const which = [region, name, kmsKeyId].join(' ');
      const probing =
        probes.get(which) ??
        open(to, 'probe').then(({ store, full }) =>
          store.put(full, { id: versionId(random), value: secretOf('{}'), label: undefined }),
        );
      probes.set(which, probing);
      await probing.catch((error) => {
        probes.delete(which);
        throw error;
      });
    },
    keep: async (to, bundle) => {
      const value = secretOf(bundleJson(bundle));
      const user = endingOf(bundle.user);
      if (bundle.kind === 'access-key') {
        const { store, full, place } = await open(to, keyEnding(user, bundle.accessKeyId));
        await store.put(full, { id: versionId(random), value, label: undefined });
        return { place, settle: async () => place, discard: async () => {} };
      }
      const { store, full, place, versions } = await open(to, `${user}/password`);
      const id = versionId(random);
      const label = `${pendingLabel}${id.slice(-12)}`;
      await store.put(full, { id, value, label });
      return {
        place: `${place} (${label})`,
        settle: async () => {
          await promoteVersion({ id, label, older: pendingIn(versions) }, { store, full, sleep });
          return place;
        },
        // It opens nothing: what has no label Secrets Manager forgets, and one too many does no harm.
        discard: () => store.moveLabel(full, { label, from: id, to: undefined }).catch(leave),
      };
    },
    has: async (to, { user, id }) => {
      const { name, region } = target(to);
      const ending = keyEnding(endingOf(user), id);
      const kept = await storeIn(region).describe(`${name}/${ending}`);
      if (kept === undefined || !isOurs(kept, ending)) return false;
      return Object.values(kept.versions).some((labels) => labels.includes('AWSCURRENT'));
    },
  };
}

/** Labels of passwords that runs which were cut off may have left. */
function pendingIn(versions: SecretVersions) {
  return Object.entries(versions).flatMap(([from, labels]) =>
    labels.filter((one) => one.startsWith(pendingLabel)).map((label) => ({ label, from })),
  );
}

function leave(error: unknown): void {
  if (!(error instanceof RolecallError)) throw error;
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
