import { type Delivery, RolecallError } from '@rolecall/core';
import { bundleJson, encryptArmored, fingerprintOf, type SecretDelivery } from '@rolecall/secrets';
import type { ApplicationRecord, SecretRecord } from '../../model/records.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import { serviceActor } from '../../work/service-actor.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { secretEvent } from './secret-event.ts';

type Deps = Pick<ServiceDeps, 'store' | 'now' | 'newId'>;
type Bundle = Parameters<SecretDelivery['keep']>[1];

/** What nobody fetched by then is deleted. */
const secretLifeMs = 24 * 3_600_000;

/**
 * Hands secrets over by keeping them, encrypted, until they are fetched. Whoever lost the account to
 * another worker keeps nothing, and so makes nothing come alive.
 */
export function keepSecrets(
  deps: Deps,
  {
    application,
    held,
  }: {
    readonly application: Pick<ApplicationRecord, 'id' | 'accountId'>;
    readonly held: HeldAccount;
  },
): SecretDelivery {
  const { store } = deps;
  const { accountId } = application;
  return {
    probe: async (to) => {
      const recipients = ageOnly(to);
      const ciphertext = await encryptArmored('', recipients);
      const about = { user: '', kind: 'password', accessKeyId: null } as const;
      const trial = makeRecord(deps, application, { ...about, recipients });
      await store.transaction(async (tx) => {
        await held.confirm(tx);
        await tx.secrets.insert(trial, ciphertext);
        await tx.secrets.discard(trial.id);
      });
    },
    keep: async (to, bundle) => {
      const recipients = ageOnly(to);
      const ciphertext = await encryptArmored(bundleJson(bundle), recipients);
      const secret = makeRecord(deps, application, { ...aboutOf(bundle), recipients });
      const place = `/v1/secrets/${secret.id}`;
      await store.transaction(async (tx) => {
        await held.confirm(tx);
        await tx.secrets.insert(secret, ciphertext);
        const event = secretEvent(secret, 'waiting');
        const { recipients: fingerprints, expiresAt } = secret;
        tx.audit({
          ...event,
          at: secret.createdAt,
          actor: serviceActor,
          data: { ...event.data, recipients: [...fingerprints], expiresAt },
        });
      });
      return {
        place,
        settle: async () => {
          await settle(deps, secret);
          return place;
        },
        discard: () => discard(deps, secret),
      };
    },
    has: (_to, { user, id }) => store.secrets.hasKey({ accountId, user, accessKeyId: id }),
  };
}

async function settle({ store, now }: Deps, secret: SecretRecord): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.secrets.settle(secret.id);
    if (secret.kind !== 'password') return;
    for (const older of await tx.secrets.discardPasswordsBut(secret.id, secret)) {
      const event = secretEvent({ ...secret, ...older }, 'discarded');
      tx.audit({ ...event, at: now().toISOString(), actor: serviceActor });
    }
  });
}

async function discard({ store, now }: Deps, secret: SecretRecord): Promise<void> {
  await store.transaction(async (tx) => {
    if (!(await tx.secrets.discard(secret.id))) return;
    const event = secretEvent(secret, 'discarded');
    tx.audit({ ...event, at: now().toISOString(), actor: serviceActor });
  });
}

function makeRecord(
  { now, newId }: Deps,
  { id: applicationId, accountId }: Pick<ApplicationRecord, 'id' | 'accountId'>,
  {
    recipients,
    ...about
  }: Pick<SecretRecord, 'user' | 'kind' | 'accessKeyId'> & {
    readonly recipients: readonly string[];
  },
): SecretRecord {
  const at = now();
  return {
    ...about,
    id: newId(),
    applicationId,
    accountId,
    recipients: recipients.map(fingerprintOf),
    state: 'waiting',
    settled: false,
    revision: 1,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + secretLifeMs).toISOString(),
    readBy: null,
    readAt: null,
  };
}

function aboutOf(bundle: Bundle): Pick<SecretRecord, 'user' | 'kind' | 'accessKeyId'> {
  const { user, kind } = bundle;
  return { user, kind, accessKeyId: kind === 'access-key' ? bundle.accessKeyId : null };
}

function ageOnly(to: Delivery): readonly string[] {
  if ('recipients' in to) return to.recipients;
  throw new RolecallError('USAGE', 'Secrets Manager is asked for, and age keys are needed here.', {
    hint: 'Name `recipients` in `delivery`.',
  });
}
