import { readFile } from 'node:fs/promises';
import type { ClientOptions } from '@rolecall/aws';
import { RolecallError } from '@rolecall/core';
import { findPartition } from '@rolecall/policy';
import { builtinScenarios, createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import type { AccountRecord } from '../model/records.ts';

export type SandboxAccount = Pick<AccountRecord, 'id' | 'partition'> & {
  readonly scenario: string;
};

/** Accounts in memory, one for each registered account id, kept as long as the process runs. */
export interface Sandboxes {
  /** @throws RolecallError `PARAMETER_INVALID` where there is no such scenario */
  open(account: SandboxAccount): Promise<ClientOptions>;
  /** Forgets the account; opened again, it begins anew. */
  remove(id: string): void;
}

export function createSandboxes({ now }: { readonly now: () => Date }): Sandboxes {
  const held = new Map<string, Promise<Sandbox>>();
  const start = async ({ id, partition, scenario }: SandboxAccount): Promise<Sandbox> => {
    // Of the built-in ones alone: a name comes from a client, and a path would read our files.
    const file = new Map(Object.entries(builtinScenarios)).get(scenario);
    if (file === undefined) throw unknownScenario(scenario);
    const text = await readFile(file, 'utf8');
    return createSandbox({
      accountId: id,
      partition,
      now,
      scenario: parseScenario(text, scenario),
    });
  };
  return {
    open: async (account) => {
      const opening = held.get(account.id) ?? start(account);
      held.set(account.id, opening);
      try {
        const sandbox = await opening;
        return {
          region: findPartition(sandbox.partition)?.iamRegion ?? 'us-east-1',
          credentials: sandboxCredentials,
          requestHandler: sandbox.requestHandler,
        };
      } catch (error) {
        if (held.get(account.id) === opening) held.delete(account.id);
        throw error;
      }
    },
    remove: (id) => {
      held.delete(id);
    },
  };
}

/** A sandbox takes any, as those of its administrator; these say what they are. */
const sandboxCredentials = { accessKeyId: 'AKIASANDBOXSANDBOX00', secretAccessKey: 'sandbox' };

function unknownScenario(name: string): RolecallError {
  return new RolecallError('PARAMETER_INVALID', `There is no scenario "${name}".`, {
    hint: `There are ${Object.keys(builtinScenarios).join(', ')}.`,
  });
}
