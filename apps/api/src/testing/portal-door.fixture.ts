import { createRolecallClient, type RolecallClient } from '@rolecall/contract';

/** A started service as a portal sees it: an address, and two people. */
export interface PortalDoor {
  /** Without a slash at the end. */
  readonly url: string;
  /** Asks for roles, and administers. */
  readonly ana: RolecallClient;
  /** Approves. */
  readonly ben: RolecallClient;
}

export function openDoor(url: string, tokens: readonly string[]): PortalDoor {
  const [ana, ben] = tokens;
  if (ana === undefined || ben === undefined) throw new Error('there are no tokens of two people');
  return {
    url,
    ana: createRolecallClient({ baseUrl: url, token: ana }),
    ben: createRolecallClient({ baseUrl: url, token: ben }),
  };
}
