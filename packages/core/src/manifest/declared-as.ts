import type { SourcePosition } from '../model/errors.ts';
import type { ResourceType } from '../model/resource.ts';
import type { Tags } from '../model/snapshot.ts';
import type { SourcePath } from './yaml-places.ts';

/** Gives a resource its name, its address, its place in the file and the tags that mark it as ours. */
export type DeclaredAs = <T extends ResourceType, N extends string>(
  type: T,
  name: N,
  path: SourcePath,
) => {
  readonly type: T;
  readonly name: N;
  readonly address: string;
  readonly position: SourcePosition;
  readonly mark: Tags;
};
