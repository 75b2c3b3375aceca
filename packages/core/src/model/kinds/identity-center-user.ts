import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { enforceSchema } from '../life-schema.ts';

interface Person {
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | undefined;
}

export interface DesiredIdentityCenterUser extends Declared, Adopting, Person {
  readonly type: 'identity-center-user';
}

export interface LiveIdentityCenterUser extends Person {
  readonly type: 'identity-center-user';
  /** User name. */
  readonly name: string;
  readonly id: string;
  /** Whether another directory keeps it. */
  readonly external: boolean;
}

/** Source: Identity Store API Reference (botocore 1.43.11). */
export const identityCenterUserName = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 'holds a character that user names may not have')
  .refine((name) => !/^(Administrator|AWSAdministrators)$/.test(name), 'is a name kept by AWS');

const attribute = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r {2}]+$/u, 'holds a character that AWS does not take');

export const identityCenterUser = z
  .strictObject({
    displayName: attribute.optional().describe('Left out, given name and family name.'),
    givenName: attribute,
    familyName: attribute,
    email: z.email().max(1024).optional().describe('Where AWS writes to: one per person.'),
    adopt: z
      .boolean()
      .default(false)
      .describe('Allows the names and address of one that is there to be changed.'),
    enforce: enforceSchema,
  })
  .meta({ id: 'IdentityCenterUser' });
