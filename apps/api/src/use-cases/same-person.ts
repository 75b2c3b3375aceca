import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { Actor, PrincipalMapping } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { mappingsOf } from './mappings-of.ts';

type Knowing = Pick<Readers, 'principalMappings' | 'settings'>;

/**
 * Whether a subject is the caller, perhaps under another name: the same subject, the same verified
 * e-mail address, or the same principal of AWS. What is not known of one of them says nothing.
 */
export async function isSamePerson(
  readers: Knowing,
  caller: Pick<Caller, 'actor' | 'email'>,
  subject: string,
): Promise<boolean> {
  const { id } = caller.actor;
  if (subject === id) return true;
  const emails = [emailOf(caller) ?? (await notedEmail(readers, id))];
  const theirs = await notedEmail(readers, subject);
  if (theirs !== undefined && emails.includes(theirs)) return true;
  const mine = new Set((await mappingsOf(readers, id)).map(principalOf));
  if (mine.size === 0) return false;
  return (await mappingsOf(readers, subject)).some((mapping) => mine.has(principalOf(mapping)));
}

/** Those of these subjects that are the caller. */
export async function sameAs(
  readers: Knowing,
  caller: Pick<Caller, 'actor' | 'email'>,
  subjects: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const subject of new Set(subjects))
    if (await isSamePerson(readers, caller, subject)) found.add(subject);
  return found;
}

/** The person who answers for an actor: of an API token of a machine, whoever made it. */
export async function personBehind(
  { apiTokens }: Pick<Readers, 'apiTokens'>,
  { id }: Pick<Actor, 'id'>,
): Promise<string> {
  if (!id.startsWith(tokenPrefix)) return id;
  return (await apiTokens.get(id.slice(tokenPrefix.length)))?.createdBy.id ?? id;
}

/** Of the ids of actors that are API tokens of machines. */
export const tokenPrefix = 'token:';

/** Keeps a digest of the verified address of somebody who has done something that others decide. */
export async function notePerson(
  tx: Pick<Transaction, 'settings'>,
  caller: Pick<Caller, 'actor' | 'email'>,
  now: Date,
): Promise<void> {
  const email = emailOf(caller);
  if (email === undefined) return;
  const key = keyOf(caller.actor.id);
  const held = await tx.settings.get(key);
  if (held !== undefined && noted.parse(held.value).email === email) return;
  // Stale: the same person did something else at this moment.
  const setting = { value: { email }, updatedAt: now.toISOString() };
  await tx.settings.putIf(key, held?.revision ?? 0, setting);
}

const noted = z.object({ email: z.string() });

async function notedEmail(
  { settings }: Pick<Readers, 'settings'>,
  subject: string,
): Promise<string | undefined> {
  const held = await settings.get(keyOf(subject));
  return held && noted.parse(held.value).email;
}

function keyOf(subject: string): string {
  return `person/${subject}`;
}

function emailOf({ email }: Pick<Caller, 'email'>): string | undefined {
  return email && createHash('sha256').update(email).digest('hex');
}

/** IAM tells no two names apart by their case. */
function principalOf({ principal }: PrincipalMapping): string {
  const name =
    principal.kind === 'role-session'
      ? `${principal.roleArn}|${principal.sessionName}`
      : principal.arn;
  return name.toLowerCase();
}
