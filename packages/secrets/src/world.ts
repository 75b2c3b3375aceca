import type { Delivery, SignInPort } from '@rolecall/core';
import type { Receipt, SecretDelivery } from './delivery.ts';
import type { RandomBytes } from './random.ts';
import { fingerprintOf } from './recipients.ts';

/** What making and handing over credentials takes. */
export interface SignInWorld {
  readonly port: SignInPort;
  readonly delivery: SecretDelivery;
  readonly account: string;
  readonly partition: string;
  readonly random: RandomBytes;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onDelivered: (receipt: Receipt) => void;
  readonly onWarning: (message: string) => void;
}

export function recipientsOf(to: Delivery): readonly string[] {
  return 'recipients' in to ? to.recipients.map(fingerprintOf) : [];
}
