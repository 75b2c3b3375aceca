import type { SourcePosition } from '../model/errors.ts';
import type { Life } from '../model/life-schema.ts';
import type { ResourceType } from '../model/resource.ts';
import type { Tags } from '../model/snapshot.ts';
import type { SourcePath } from './yaml-places.ts';

/** Where a resource is declared, and what its entry says of its life. */
export interface Entry {
  readonly path: SourcePath;
  readonly life: Life;
}

/**
 * Gives a resource its name, its address, its place in the file, its life, which may be that of the
 * blueprint that makes it, and the tags that mark it as ours.
 */
export type DeclaredAs = <T extends ResourceType, N extends string>(
  type: T,
  name: N,
  entry: Entry,
) => Life & {
  readonly type: T;
  readonly name: N;
  readonly address: string;
  readonly position: SourcePosition;
  readonly mark: Tags;
};
