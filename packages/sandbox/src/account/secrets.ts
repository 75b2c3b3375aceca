import type { Tag } from './entities.ts';

/** A secret of Secrets Manager, in one Region. */
export interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  /** As DescribeSecret shows it; missing for the key of Secrets Manager itself. */
  readonly kmsKey?: string | undefined;
  tags: readonly Tag[];
  /** By version id, in the order in which they were made. */
  readonly versions: Map<string, SecretVersion>;
}

export interface SecretVersion {
  readonly value: string;
  labels: readonly string[];
}
