import type { Secret } from '../model/secret.ts';

/**
 * AWS Secrets Manager in one region, as far as handing over takes it. Every method fails with a
 * RolecallError that holds nothing of the request.
 */
export interface SecretsStore {
  /** Version id → its staging labels; `undefined` where there is no such secret. */
  versions(name: string): Promise<SecretVersions | undefined>;
  /** Makes a secret without a value. */
  create(name: string, kmsKeyId: string | undefined): Promise<void>;
  /** The same id with the same value is done once. Without a label the version is the current one. */
  put(name: string, version: SecretVersion): Promise<void>;
  /** Makes a version the current one, in the place of another, and takes its label off. */
  promote(name: string, move: SecretPromotion): Promise<void>;
}

export interface SecretVersions {
  readonly [id: string]: readonly string[];
}

export interface SecretVersion {
  /** 32 to 64 characters. */
  readonly id: string;
  readonly value: Secret;
  readonly label: string | undefined;
}

export interface SecretPromotion {
  readonly id: string;
  /** The one that is current now; `undefined` where it is this one already. */
  readonly from: string | undefined;
  readonly label: string;
}
