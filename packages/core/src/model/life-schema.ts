import { z } from 'zod';
import { instantSchema } from './instant-schema.ts';

const expiresAtSchema = instantSchema
  .describe('Instant in UTC from which on it counts as not declared, and is deleted.')
  .optional();
export const enforceSchema = z
  .boolean()
  .describe('Whether `rolecall drift --repair` makes it as declared again.')
  .optional();

/** Members of what can end. */
export const lifeMembers = { expiresAt: expiresAtSchema, enforce: enforceSchema };

/** How long a declaration holds, and whether it is held to. */
export interface Life {
  /** Instant in UTC. */
  readonly expiresAt?: string | undefined;
  readonly enforce?: boolean | undefined;
}
