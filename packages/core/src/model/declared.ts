import type { SourcePosition } from './errors.ts';

/** What every declared resource has. */
export interface Declared {
  readonly name: string;
  /** Where it is declared: `role/deployer`, or `web/role/app` for what a blueprint `web` makes. */
  readonly address: string;
  readonly position: SourcePosition | undefined;
  /** Instant in UTC from which on it counts as not declared. */
  readonly expiresAt?: string | undefined;
  /** Whether drift is repaired without anybody's word. */
  readonly enforce?: boolean | undefined;
}

/** What can carry our mark, or is taken for ours while it is declared so. */
export interface Adopting {
  /** Allows what is there already and belongs to no scope to be taken over. */
  readonly adopt: boolean;
}
