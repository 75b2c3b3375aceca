import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { lifeMembers } from '../life-schema.ts';
import { identityCenterUserName } from './identity-center-user.ts';

export interface DesiredIdentityCenterGroup extends Declared, Adopting {
  readonly type: 'identity-center-group';
  /** Without our mark. */
  readonly description: string | undefined;
  /** User names. */
  readonly members: readonly string[];
  /** Whether members beyond the declaration are taken out. */
  readonly exclusive: boolean;
}

export interface LiveIdentityCenterGroup {
  readonly type: 'identity-center-group';
  /** Display name. */
  readonly name: string;
  readonly id: string;
  /** With our mark, if it has it. */
  readonly description: string | undefined;
  /** Whether another directory keeps it. */
  readonly external: boolean;
  /** User names, or ids of users that are gone; absent where nobody asked. */
  readonly members: readonly string[] | undefined;
}

/** Source: Identity Store API Reference (botocore 1.43.11). */
export const identityCenterGroupName = z
  .string()
  .min(1)
  .max(1024)
  .regex(
    /^[\p{L}\p{M}\p{S}\p{N}\p{P} ]+$/u,
    'holds a character that Identity Center does not take',
  );

export const identityCenterGroup = z
  .strictObject({
    description: z
      .string()
      .min(1)
      // Our mark stands behind it.
      .max(900)
      .regex(
        /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r {2}]+$/u,
        'holds a character that AWS does not take',
      )
      .optional(),
    members: z.array(identityCenterUserName).default([]).describe('User names.'),
    exclusive: z
      .boolean()
      .default(true)
      .describe('Whether members beyond the declaration are taken out.'),
    adopt: z
      .boolean()
      .default(false)
      .describe('Allows one that is there and belongs to no scope to be taken over.'),
    ...lifeMembers,
  })
  .meta({ id: 'IdentityCenterGroup' });
