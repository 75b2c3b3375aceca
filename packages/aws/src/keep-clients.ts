import { type AwsClients, clientConfig, itself } from './clients.ts';

type ClientConfig = ReturnType<typeof clientConfig>;

/**
 * Clients of one service: made when first asked for, one per region, and kept as long as the clients
 * they go with. Without a region they ask where those do.
 */
export function keepClients<C extends object>(make: (config: ClientConfig) => C) {
  const kept = new WeakMap<AwsClients, Map<string | undefined, C>>();
  return (clients: AwsClients, region?: string): C => {
    const byRegion = kept.get(clients) ?? new Map<string | undefined, C>();
    kept.set(clients, byRegion);
    const { options } = clients;
    const { wrap = itself } = options;
    const client =
      byRegion.get(region) ??
      wrap(make(clientConfig(region === undefined ? options : { ...options, region })));
    byRegion.set(region, client);
    return client;
  };
}
