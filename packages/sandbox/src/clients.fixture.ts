import { IAMClient, IAMServiceException } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { scenarioSchema } from './scenario/scenario.ts';

export const start = new Date('2026-11-21T00:00:00Z');

/** A sandbox with the SDK's clients before it, and a clock that tests set. */
export function sandboxWithClients(
  options: Omit<SandboxOptions, 'now' | 'scenario'> & { readonly scenario?: unknown } = {},
) {
  const { scenario = {}, ...rest } = options;
  const clock = { now: start };
  const sandbox = createSandbox({
    ...rest,
    now: () => clock.now,
    scenario: scenarioSchema.parse(scenario),
  });
  return { sandbox, clock, ...clientsFor(sandbox) };
}

export function clientsFor(sandbox: Sandbox, accessKeyId = 'AKIDEXAMPLE') {
  const config = {
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'x' },
    maxAttempts: 1,
    requestHandler: sandbox.requestHandler,
  };
  return {
    iam: new IAMClient(config),
    sts: new STSClient(config),
    organizations: new OrganizationsClient(config),
  };
}

/** Code, status and message of a refusal; fails when the call succeeds. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof IAMServiceException || error instanceof STSServiceException) {
      return {
        // The SDK names some exceptions after their shape instead of their code.
        code: error.name.replace(/Exception$/, ''),
        status: error.$metadata.httpStatusCode,
        message: error.message,
      };
    }
    throw error;
  }
  throw new Error('the call succeeded');
}

/** A trust policy in one principal. */
export function trustIn(principal: unknown, condition?: unknown): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  });
}

/** An identity policy of about so many characters. */
export function policyOf(size = 0): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'b'.repeat(size)}/*` },
    ],
  });
}
