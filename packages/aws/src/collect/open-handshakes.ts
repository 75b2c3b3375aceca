import { ListHandshakesForAccountCommand } from '@aws-sdk/client-organizations';
import type { PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';

const action = 'organizations:ListHandshakesForAccount';

/** AWS lists those that were answered for thirty days more. */
export async function readOpenHandshakes({
  clients,
  signal,
}: Reader): Promise<PartValue<'openHandshakes'>> {
  const handshakes = await readList({
    action,
    send: (NextToken) =>
      clients.organizations.send(new ListHandshakesForAccountCommand({ NextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.Handshakes,
  });
  return handshakes
    .filter(({ State }) => ['OPEN', 'REQUESTED'].includes(required(State, action, 'State')))
    .map((handshake) => ({
      id: required(handshake.Id, action, 'Id'),
      action: required(handshake.Action, action, 'Action'),
      expiresAt: handshake.ExpirationTimestamp?.toISOString(),
    }));
}
