import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { lifeMembers } from '../life-schema.ts';
import type { Tags } from '../snapshot.ts';

export interface DesiredSamlProvider extends Declared, Adopting {
  readonly type: 'saml-provider';
  /** The identity provider's metadata, XML. */
  readonly metadata: string;
  readonly tags: Tags;
}

export interface LiveSamlProvider {
  readonly type: 'saml-provider';
  readonly name: string;
  readonly arn: string;
  /** As IAM has it, XML. */
  readonly metadata: string;
  readonly tags: Tags;
}

/** A file beside the manifest, or below; no pattern. */
const metadataFile = z
  .strictObject({
    file: z.string().regex(/^[\w. /-]+$/, 'may hold letters, digits and . _ - / only'),
  })
  .meta({ id: 'MetadataFile' });

/** Source: IAM API Reference, CreateSAMLProvider (botocore 1.43.11). */
export function samlProvidersWith<T extends z.ZodType>(tags: T) {
  const samlProvider = z
    .strictObject({
      metadata: z
        .union([z.string().min(1000).max(10_000_000), metadataFile])
        .describe("The identity provider's metadata: the XML itself, or { file: idp.xml }."),
      tags,
      adopt: z
        .boolean()
        .default(false)
        .describe('Allows one that is there and belongs to no scope to be taken over.'),
      ...lifeMembers,
    })
    .meta({ id: 'SamlProvider' });
  return z
    .record(
      z
        .string()
        .min(1)
        .max(128)
        .regex(/^[\w.-]+$/, 'may hold letters, digits and . _ - only'),
      samlProvider,
    )
    .default({});
}
