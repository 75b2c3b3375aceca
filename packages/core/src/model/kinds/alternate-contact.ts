import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { enforceSchema } from '../life-schema.ts';

export const contactNames = ['billing', 'operations', 'security'] as const;
type ContactName = (typeof contactNames)[number];

/** Whom AWS writes to beside the address of the account. */
export interface AlternateContact {
  /** Of the person or the team. */
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface DesiredAlternateContact extends Declared, Adopting {
  readonly type: 'alternate-contact';
  readonly name: ContactName;
  readonly contact: AlternateContact;
}

export interface LiveAlternateContact {
  readonly type: 'alternate-contact';
  readonly name: ContactName;
  readonly contact: AlternateContact;
}

/** Source: AWS Account Management API Reference (botocore 1.43.11). */
const alternateContact = z
  .strictObject({
    name: z.string().min(1).max(64).describe('Of the person or the team.'),
    title: z.string().min(1).max(50),
    email: z
      .string()
      .max(254)
      .regex(/^[\w+=.#|!&-]+@[\w.-]+\.\w+$/, 'must be an e-mail address')
      .describe('Better that of a team than that of one person.'),
    phone: z
      .string()
      .min(1)
      .max(25)
      .regex(/^[\s0-9()+-]+$/, 'may hold digits, spaces and ( ) + - only'),
    adopt: z.boolean().default(false).describe('Allows the contact that is there to be replaced.'),
    enforce: enforceSchema,
  })
  .meta({ id: 'AlternateContact' });

export const alternateContacts = z
  .strictObject({
    billing: alternateContact.optional(),
    operations: alternateContact.optional(),
    security: alternateContact.optional(),
  })
  .default({})
  .describe('Whom AWS writes to beside the address of the account.');
