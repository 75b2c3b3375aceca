import type { ResourceType } from '../model/resource.ts';

/** A resource by what the manifest calls it. */
export interface Imported {
  readonly type: ResourceType;
  readonly name: string;
}
