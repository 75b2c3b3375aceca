import {
  type AccessAnalyzerClient,
  ValidatePolicyCommand,
  type ValidatePolicyResponse,
} from '@aws-sdk/client-accessanalyzer';
import { type AnalyzerFinding, type PolicyToValidate, RolecallError } from '@rolecall/core';
import { badResponse, required } from '../ask.ts';
import { askAnalyzer } from './ask-analyzer.ts';
import { checkPolicyText } from './policy-limits.ts';
import { readFinding } from './read-finding.ts';

const validateAction = 'access-analyzer:ValidatePolicy';

/** Asks for the findings of one policy, page by page to the last. */
export async function validatePolicy(
  client: AccessAnalyzerClient,
  request: PolicyToValidate,
  signal?: AbortSignal,
): Promise<readonly AnalyzerFinding[]> {
  checkRequest(request);
  const findings: AnalyzerFinding[] = [];
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await askPage(client, { request, token, signal });
    findings.push(...required(page.findings, validateAction, 'findings').map(readFinding));
    token = page.nextToken || undefined;
    if (token === undefined) return findings;
    if (tokens.has(token)) throw badResponse(validateAction, 'with the same nextToken twice');
    tokens.add(token);
  }
}

function checkRequest({ policy, policyType, resourceType }: PolicyToValidate): void {
  checkPolicyText(policy, { action: validateAction, of: 'the policy' });
  if (resourceType === undefined || policyType === 'RESOURCE_POLICY') return;
  throw new RolecallError(
    'PARAMETER_INVALID',
    `${validateAction} was not sent: a resource type goes only with RESOURCE_POLICY.`,
    { action: validateAction, hint: `Leave ${resourceType} out, or name the policy's real type.` },
  );
}

interface PageRequest {
  readonly request: PolicyToValidate;
  readonly token: string | undefined;
  readonly signal: AbortSignal | undefined;
}

function askPage(
  client: AccessAnalyzerClient,
  { request, token, signal }: PageRequest,
): Promise<ValidatePolicyResponse> {
  const command = new ValidatePolicyCommand({
    policyDocument: request.policy,
    policyType: request.policyType,
    validatePolicyResourceType: request.resourceType,
    locale: 'EN',
    nextToken: token,
  });
  return askAnalyzer(validateAction, () =>
    client.send(command, { ...(signal && { abortSignal: signal }) }),
  );
}
