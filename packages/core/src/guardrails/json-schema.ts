import { z } from 'zod';
import { guardrailsSchema } from './schema.ts';

/** JSON Schema of `rolecall-guardrails.yaml` as people write it, for editors. */
export function guardrailsJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(guardrailsSchema, { io: 'input' });
  return { $schema, $id: 'urn:rolecall:guardrails:1', title: 'Rolecall guardrails', ...rest };
}
