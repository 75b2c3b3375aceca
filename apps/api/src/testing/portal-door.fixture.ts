import { createRolecallClient, type RolecallClient } from '@rolecall/contract';
import { trialPeople } from '../config/trial.ts';

/** A started service as a portal sees it: an address, and two people. */
export interface PortalDoor {
  /** Without a slash at the end. */
  readonly url: string;
  /** Asks for roles, and administers. */
  readonly ana: RolecallClient;
  /** Approves, and asks too. */
  readonly ben: RolecallClient;
}

/** What the service is started with, so that Ben could approve what he asks for. */
export const doorEnv = {
  PORT: '0',
  ROLECALL_ROLE_ASSIGNMENTS: JSON.stringify([
    { who: [trialPeople.ben.actor.id], roles: ['requester'] },
  ]),
};

export function openDoor(url: string, tokens: readonly string[]): PortalDoor {
  const [ana, ben] = tokens;
  if (ana === undefined || ben === undefined) throw new Error('there are no tokens of two people');
  return {
    url,
    ana: createRolecallClient({ baseUrl: url, token: ana }),
    ben: createRolecallClient({ baseUrl: url, token: ben }),
  };
}
