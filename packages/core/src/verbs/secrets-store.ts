import type { Secret } from '../model/secret.ts';
import type { Tags } from '../model/snapshot.ts';

/**
 * AWS Secrets Manager in one region, as far as handing over takes it. Every method fails with a
 * RolecallError that holds nothing of the request.
 */
export interface SecretsStore {
  /** `undefined` where there is no such secret. */
  describe(name: string): Promise<StoredSecret | undefined>;
  /** Makes a secret without a value; fails (`ENTITY_EXISTS`) where there is one. */
  create(name: string, made: NewSecret): Promise<void>;
  /** The same id with the same value is done once. Without a label the version is the current one. */
  put(name: string, version: SecretVersion): Promise<void>;
  moveLabel(name: string, move: LabelMove): Promise<void>;
}

export interface StoredSecret {
  readonly arn: string;
  readonly tags: Tags;
  /** As AWS shows it: the id of a key, or the ARN of it or of an alias; `undefined` for its own. */
  readonly kmsKeyId: string | undefined;
  readonly versions: SecretVersions;
}

/** Version id → its staging labels. */
export interface SecretVersions {
  readonly [id: string]: readonly string[];
}

export interface NewSecret {
  readonly kmsKeyId: string | undefined;
  readonly tags: Tags;
}

export interface SecretVersion {
  /** 32 to 64 characters. */
  readonly id: string;
  readonly value: Secret;
  readonly label: string | undefined;
}

export interface LabelMove {
  readonly label: string;
  /** The version that has it; `undefined` where none has. */
  readonly from: string | undefined;
  /** `undefined`: it is taken off. */
  readonly to: string | undefined;
}
