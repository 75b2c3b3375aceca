import type { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { WebhookEndpoint } from '../model/records.ts';
import type { Sealer } from './sealer.ts';

/** After a rotation deliveries are signed by the old secret too for so long. */
const rotationMs = 24 * 60 * 60_000;

/** What `WebhookEndpoint.secret` holds, sealed. The first is the newest. */
const stored = z.array(z.object({ secret: z.string(), until: z.iso.datetime().nullable() }));

export interface NewSecret {
  /** `whsec_…`, to be shown once. */
  readonly shown: string;
  /** To be stored in the endpoint. */
  readonly sealed: string;
}

interface SecretTools {
  readonly sealer: Sealer;
  readonly random: typeof randomBytes;
}

export function newEndpointSecret(endpointId: string, { sealer, random }: SecretTools): NewSecret {
  const shown = makeSecret(random);
  const sealed = sealer.seal(JSON.stringify([{ secret: shown, until: null }]), endpointId);
  return { shown, sealed };
}

/** A new secret; the one before goes on for a day, those before that end now. */
export function rotateEndpointSecret(
  endpoint: Pick<WebhookEndpoint, 'id' | 'secret'>,
  { sealer, random, now }: SecretTools & { readonly now: Date },
): NewSecret {
  const [newest] = openSecrets(endpoint, sealer);
  const shown = makeSecret(random);
  const until = new Date(now.getTime() + rotationMs).toISOString();
  const secrets = [
    { secret: shown, until: null },
    ...(newest === undefined ? [] : [{ secret: newest.secret, until }]),
  ];
  return { shown, sealed: sealer.seal(JSON.stringify(secrets), endpoint.id) };
}

/** The secrets to sign with. */
export function endpointSecrets(
  endpoint: Pick<WebhookEndpoint, 'id' | 'secret'>,
  { sealer, now }: { readonly sealer: Sealer; readonly now: Date },
): readonly string[] {
  return openSecrets(endpoint, sealer)
    .filter(({ until }) => until === null || now.getTime() < Date.parse(until))
    .map(({ secret }) => secret);
}

function openSecrets({ id, secret }: Pick<WebhookEndpoint, 'id' | 'secret'>, sealer: Sealer) {
  return stored.parse(JSON.parse(sealer.open(secret, id)));
}

function makeSecret(random: typeof randomBytes): string {
  return `whsec_${random(32).toString('base64')}`;
}
