import type { AccountPort } from '@rolecall/core';
import type { AwsClients } from './clients.ts';
import { type CollectOptions, collectSnapshot } from './collect-snapshot.ts';
import { identifyCaller } from './identify-caller.ts';
import { performCall } from './perform/perform-call.ts';
import { readResource } from './read-resource.ts';
import { simulateCalls } from './simulate-calls.ts';

/** The account behind the clients, as the verbs of the core see it. */
export function createAccountPort(clients: AwsClients, options: CollectOptions): AccountPort {
  const { sleep, signal = new AbortController().signal } = options;
  return {
    identify: () => identifyCaller(clients, options.signal),
    collect: (request) => collectSnapshot(clients, request, options),
    readResource: (resource) => readResource(clients, resource),
    perform: (call) => performCall(clients, call, { sleep, signal }),
    simulate: (caller, requests) => simulateCalls(clients.iam, caller, requests),
  };
}
