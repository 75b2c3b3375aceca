import { z } from 'zod';
import { fragmentSchema, manifestSchema } from './schema.ts';

/** JSON Schema of `rolecall.yaml` as people write it, for editors. */
export function manifestJsonSchema(): object {
  return describe(manifestSchema, { id: 'urn:rolecall:manifest:1', title: 'Rolecall manifest' });
}

/** JSON Schema of a file that a manifest includes. */
export function fragmentJsonSchema(): object {
  return describe(fragmentSchema, {
    id: 'urn:rolecall:fragment:1',
    title: 'Rolecall manifest, included file',
  });
}

function describe(schema: z.ZodType, about: { readonly id: string; readonly title: string }) {
  const { $schema, title: _title, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, $id: about.id, title: about.title, ...rest };
}
