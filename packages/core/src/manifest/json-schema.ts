import { z } from 'zod';
import { accountSections } from './accounts/accounts-schema.ts';
import { fragmentSchema, manifestSchema } from './schema.ts';

/** JSON Schema of `rolecall.yaml` as people write it, for editors. */
export function manifestJsonSchema(): object {
  const { account } = manifestSchema.shape;
  const either = manifestSchema.extend({ account: account.optional(), ...accountSections });
  return describe(
    either.meta({ id: 'Manifest' }),
    { id: 'urn:rolecall:manifest:1', title: 'Rolecall manifest' },
    { anyOf: ['account', 'accounts', 'discoverAccounts'].map((name) => ({ required: [name] })) },
  );
}

/** JSON Schema of a file that a manifest includes. */
export function fragmentJsonSchema(): object {
  return describe(fragmentSchema, {
    id: 'urn:rolecall:fragment:1',
    title: 'Rolecall manifest, included file',
  });
}

function describe(
  schema: z.ZodType,
  about: { readonly id: string; readonly title: string },
  more: object = {},
) {
  const { $schema, title: _title, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, $id: about.id, title: about.title, ...withSelectors(rest), ...more };
}

const selectors = {
  inAccounts: { $ref: '#/$defs/AccountSelectors', description: 'Only in these accounts.' },
  notInAccounts: { $ref: '#/$defs/AccountSelectors', description: 'Not in these accounts.' },
};

const text = { type: 'string', minLength: 1 };
const selectorsDefinition = {
  anyOf: [text, { type: 'array', minItems: 1, items: text }],
  description: 'Names, patterns with * and ?, ids, tag:TAG.',
};

/** Entries that a manifest for several accounts may keep to some: those of sections, by reference. */
function withSelectors(schema: { readonly $defs?: unknown; readonly properties?: unknown }) {
  const defs = recordSchema.parse(schema.$defs ?? {});
  const root = objectSchema.safeParse(defs['Manifest'] ?? schema);
  const sections = root.success ? Object.values(root.data.properties) : [];
  const entries = new Set(sections.flatMap((each) => entryName(each) ?? []));
  const $defs = Object.fromEntries(
    Object.entries(defs).map(([name, definition]) => {
      const entry = objectSchema.safeParse(definition);
      if (!entries.has(name) || !entry.success) return [name, definition];
      return [name, { ...entry.data, properties: { ...entry.data.properties, ...selectors } }];
    }),
  );
  return { ...schema, $defs: { ...$defs, AccountSelectors: selectorsDefinition } };
}

const recordSchema = z.record(z.string(), z.unknown());
const objectSchema = z.looseObject({ properties: recordSchema });
const reference = z.looseObject({ $ref: z.string() });
const section = z.union([reference, z.looseObject({ additionalProperties: reference })]);

function entryName(property: unknown): string | undefined {
  const parsed = section.safeParse(property);
  if (!parsed.success) return undefined;
  const found = reference.safeParse(parsed.data);
  const of = found.success ? found : reference.safeParse(parsed.data['additionalProperties']);
  const name = of.success ? of.data.$ref.split('/').at(-1) : undefined;
  return name === 'Account' ? undefined : name;
}
