import type { Delivery } from '@rolecall/core';
import type { SecretDelivery } from './delivery.ts';

export interface Deliveries {
  /** For age keys. */
  readonly files: SecretDelivery;
  readonly secretsManager: SecretDelivery;
}

/** Hands over by the way that each user's delivery names. */
export function eitherDelivery({ files, secretsManager }: Deliveries): SecretDelivery {
  const by = (to: Delivery) => ('recipients' in to ? files : secretsManager);
  return {
    probe: (to) => by(to).probe(to),
    keep: (to, bundle) => by(to).keep(to, bundle),
    has: (to, key) => by(to).has(to, key),
  };
}
