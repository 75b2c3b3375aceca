import { type Call, isCallOf } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';
import type { Waiting } from '../identity-center/perform-and-read.ts';
import { performAccountCall } from './perform-account-call.ts';
import { performAnalyzerCall } from './perform-analyzer-call.ts';
import { performIamCall } from './perform-iam-call.ts';

/**
 * Carries out one call of a plan. An attempt that was cut off is not aborted: whether AWS did it
 * would be unknown.
 */
export async function performCall(
  clients: AwsClients,
  call: Call,
  waiting: Waiting,
): Promise<void> {
  if (isCallOf('iam', call)) return performIamCall(clients.iam, call);
  if (isCallOf('account', call)) return performAccountCall(clients, call);
  if (isCallOf('access-analyzer', call)) return performAnalyzerCall(clients, call);
  if (isCallOf('proton', call)) {
    const { performProtonCall } = await import('../proton/account-settings.ts');
    return performProtonCall(clients, call);
  }
  if (isCallOf('sso', call) || isCallOf('identitystore', call)) {
    const { performIdentityCenterCall } = await import('../identity-center/perform-and-read.ts');
    return performIdentityCenterCall(clients, call, waiting);
  }
  return call satisfies never;
}
