import type { AwsClients } from '../clients.ts';

const lines = new WeakMap<AwsClients, Map<string, Promise<unknown>>>();

/** One after the other for each key: Identity Center refuses a second change of a permission set. */
export async function inTurn<T>(
  clients: AwsClients,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const line = lines.get(clients) ?? new Map<string, Promise<unknown>>();
  lines.set(clients, line);
  const before = line.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  line.set(key, settled);
  try {
    return await mine;
  } finally {
    if (line.get(key) === settled) line.delete(key);
  }
}
