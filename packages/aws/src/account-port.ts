import type { AccountPort } from '@rolecall/core';
import { type AwsClients, askingOnce } from './clients.ts';
import { type CollectOptions, collectSnapshot } from './collect-snapshot.ts';
import { identifyCaller } from './identify-caller.ts';
import { createLeasePort } from './lease-port.ts';
import { performCall } from './perform/perform-call.ts';
import { readResource } from './read-resource.ts';
import { simulateCalls } from './simulate-calls.ts';

/** The account behind the clients, as the verbs of the core see it. */
export function createAccountPort(clients: AwsClients, options: CollectOptions): AccountPort {
  const { sleep, signal = new AbortController().signal } = options;
  let writing: AwsClients | undefined;
  return {
    identify: () => identifyCaller(clients, options.signal),
    collect: (request) => collectSnapshot(clients, request, options),
    readResource: (resource) => readResource(clients, resource),
    perform: (call) => {
      writing ??= askingOnce(clients);
      return performCall(writing, call, { sleep, signal });
    },
    lease: (place) => createLeasePort(clients, place),
    simulate: (caller, requests) => simulateCalls(clients.iam, caller, requests),
  };
}
