import type { PartValue } from '@rolecall/core';
import { readSignIn } from '../resources/read-sign-in.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';

/** Passwords and access keys of the users of which the manifest says something: two calls each. */
export async function readUserSignIns({
  clients,
  request,
}: Reader): Promise<PartValue<'userSignIns'>> {
  const names = request.planning?.signInUserNames ?? [];
  const found = await mapLimit(names, async (name) => [name, await readSignIn(clients, name)]);
  return Object.fromEntries(found);
}
