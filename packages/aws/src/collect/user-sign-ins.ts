import { credentialsTag, type PartValue } from '@rolecall/core';
import { readSignIn } from '../resources/read-sign-in.ts';
import { leavingUsers } from './leaving-users.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';

/**
 * Passwords and access keys of the users of which the manifest says something, and of those that go
 * and have some that Rolecall made: two calls each.
 */
export async function readUserSignIns(reader: Reader): Promise<PartValue<'userSignIns'>> {
  const { clients, request } = reader;
  const leaving = await leavingUsers(reader);
  const names = new Set([
    ...(request.planning?.signInUserNames ?? []),
    ...leaving.filter(({ tags }) => tags.has(credentialsTag)).map(({ name }) => name),
  ]);
  const found = await mapLimit([...names], async (name) => [name, await readSignIn(clients, name)]);
  return Object.fromEntries(found);
}
