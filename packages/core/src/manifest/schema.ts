import { z } from 'zod';
import { lifeMembers } from '../model/life-schema.ts';
import { prunableTypes, resourceTypes } from '../model/resource.ts';

import { resourceSections } from '../model/resource-sections.ts';
import { checkSettingsSchema } from '../model/settings.ts';
import { deliverySchema } from '../model/sign-in.ts';

const blueprintUse = z
  .strictObject({
    use: z.string().min(1).describe('Id of the blueprint; `rolecall blueprint list` shows them.'),
    with: z.record(z.string(), z.unknown()).default({}).describe('Its parameters.'),
    includeRetired: z
      .boolean()
      .default(false)
      .describe('Allows a blueprint of a service that AWS has closed.'),
    ...lifeMembers,
  })
  .meta({ id: 'BlueprintUse' });

const blueprintUses = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'may hold lower-case letters, digits and hyphens'),
    blueprintUse,
  )
  .default({});

/** A file that the root manifest includes: resources, nothing about the account. */
export const fragmentSchema = z.strictObject({ blueprints: blueprintUses, ...resourceSections });

const ignorePattern = z
  .string()
  .regex(
    new RegExp(`^(arn:.+|(${[...resourceTypes, '\\*'].join('|')})/.+)$`),
    'must be an ARN or type/name, such as role/legacy-*',
  );
const movable = z
  .string()
  .regex(
    new RegExp(`^(${prunableTypes.join('|')})/[\\w+=,.@-]+$`),
    `must be type/name, the type one of ${prunableTypes.join(', ')}`,
  );

/** `rolecall.yaml`. */
export const manifestSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    scope: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/,
        'may hold up to 32 lower-case letters, digits and hyphens',
      )
      .describe('Marks what this manifest owns. Never changes.'),
    account: z
      .string({
        error: ({ input }) =>
          input === undefined ? undefined : 'must be text: put the account id in quotes',
      })
      .regex(/^\d{12}$/, 'must be the 12 digits of an account id')
      .describe('The account this describes; any other is refused.'),
    partition: z
      .enum([
        'aws',
        'aws-cn',
        'aws-us-gov',
        'aws-eusc',
        'aws-iso',
        'aws-iso-b',
        'aws-iso-e',
        'aws-iso-f',
      ])
      .default('aws'),
    include: z.array(z.string().min(1)).default([]).describe('Further files, as glob patterns.'),
    prune: z
      .strictObject({
        enabled: z.boolean().default(true),
        maxDeletes: z.number().int().min(0).default(5),
        maxDeletePercent: z
          .number()
          .min(0)
          .max(100)
          .optional()
          .describe('Of all that the scope owns; both limits hold.'),
        allowEmpty: z
          .boolean()
          .default(false)
          .describe('Lets a manifest that declares nothing delete all of the scope.'),
      })
      .optional()
      .describe('Delete what this scope owns and no longer declares.'),
    ignore: z
      .array(ignorePattern)
      .default([])
      .describe('What is never touched: type/name or ARN, with * and ?.'),
    moved: z
      .array(z.strictObject({ from: movable, to: movable }).meta({ id: 'Move' }))
      .default([])
      .describe('Resources declared under a new name: the new is made, then the old deleted.'),
    expiryNoticeDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .default(14)
      .describe('How long before its end a resource is noted in plans.'),
    ignoreTags: z
      .array(z.string().min(1))
      .default([])
      .describe('Tag keys (with * and ?) that others set on our resources and that stay.'),
    delivery: deliverySchema.optional(),
    checks: checkSettingsSchema.prefault({}),
    blueprints: blueprintUses,
    ...resourceSections,
  })
  .meta({ id: 'Manifest', title: 'Rolecall manifest' });

export type ManifestDocument = z.infer<typeof manifestSchema>;
export type BlueprintUse = z.infer<typeof blueprintUse>;
