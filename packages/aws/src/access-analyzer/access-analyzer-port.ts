import type { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { type AccessAnalyzerPort, noPaidCalls, type PaidCalls } from '@rolecall/core';
import { checkAccessNotGranted, checkNoNewAccess, checkNoPublicAccess } from './check-access.ts';
import {
  cancelPolicyGeneration,
  getGeneratedPolicy,
  startPolicyGeneration,
} from './policy-generation.ts';
import { validatePolicy } from './validate-policy.ts';

export interface AccessAnalyzerOptions {
  /** The calls that somebody agreed to pay for; without it every paid call is refused. */
  readonly paidCalls?: PaidCalls | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Access Analyzer of the client's account and Region, as the verbs of the core see it. */
export function createAccessAnalyzerPort(
  client: AccessAnalyzerClient,
  { paidCalls = noPaidCalls, signal }: AccessAnalyzerOptions = {},
): AccessAnalyzerPort {
  const access = { client, paidCalls, signal };
  return {
    validatePolicy: (request) => validatePolicy(client, request, signal),
    checkNoNewAccess: (request) => checkNoNewAccess(access, request),
    checkAccessNotGranted: (request) => checkAccessNotGranted(access, request),
    checkNoPublicAccess: (request) => checkNoPublicAccess(access, request),
    startPolicyGeneration: (request) => startPolicyGeneration(client, request),
    getGeneratedPolicy: (jobId) => getGeneratedPolicy(client, jobId, signal),
    cancelPolicyGeneration: (jobId) => cancelPolicyGeneration(client, jobId),
  };
}
