import {
  fragmentJsonSchema,
  manifestJsonSchema,
} from '../../packages/core/src/manifest/json-schema.ts';

/** The JSON Schema of a manifest, for editors and for other tools. */
export function produceManifestSchema(): string {
  return `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
}

export function produceFragmentSchema(): string {
  return `${JSON.stringify(fragmentJsonSchema(), null, 2)}\n`;
}
