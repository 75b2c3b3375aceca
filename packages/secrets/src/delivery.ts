import type { Delivery } from '@rolecall/core';
import type { SignInBundle } from './sign-in-bundle.ts';

/**
 * Where credentials are handed over. The order of its calls is what makes sure that no password or
 * key is live that nobody holds: `probe`, then `keep`, then the credential comes alive, then
 * `settle`.
 */
export interface SecretDelivery {
  /** Fails where nothing could be kept for these; leaves nothing behind. */
  probe(to: Delivery): Promise<void>;
  /**
   * Encrypts and keeps, durably when it returns. What was kept before stays readable: until
   * `settle` the older one may be what holds.
   */
  keep(to: Delivery, bundle: SignInBundle): Promise<Kept>;
  /** Whether an access key was kept before. */
  has(to: Delivery, key: KeptKey): Promise<boolean>;
}

export interface KeptKey {
  readonly account: string;
  readonly user: string;
  readonly id: string;
}

export interface Kept {
  /** Where it lies until it is settled: a path, or the ARN of a secret. */
  readonly place: string;
  /** It is live: it takes the place of what was kept before. Gives where it lies now. */
  settle(): Promise<string>;
  /** It never came alive. */
  discard(): Promise<void>;
}

/** What may be told of a delivery. */
export interface Receipt {
  readonly user: string;
  readonly kind: SignInBundle['kind'];
  readonly accessKeyId?: string;
  readonly place: string;
  /** Fingerprints of the keys that can read it; empty for Secrets Manager. */
  readonly recipients: readonly string[];
}
