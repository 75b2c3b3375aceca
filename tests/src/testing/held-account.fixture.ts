import { IAMClient } from '@aws-sdk/client-iam';
import { parseScenario } from '@rolecall/sandbox';
import { account, openAccount, type TestAccount } from './account.fixture.ts';

/** What makes its holder administrator. */
export const admins = { managedPolicies: ['AdministratorAccess'] };

/** A trust policy that lets another account in. */
export const elsewhere = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 'sts:AssumeRole',
    },
  ],
};

export function manifest(sections: object): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, ...sections });
}

/** An account in which nobody is administrator but by what the first manifest makes. */
export async function openHeld(text: string): Promise<TestAccount> {
  const scenario = parseScenario(
    JSON.stringify({ roles: { Deployer: { trustService: 'ec2.amazonaws.com' } } }),
    'held',
  );
  const caller = 'arn:aws:sts::111122223333:assumed-role/Deployer/run';
  const opened = openAccount({ scenario, caller, authorize: () => 'allowed' });
  await opened.apply(text);
  return opened;
}

export function clientOptions({ sandbox }: TestAccount) {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  return { region: 'us-east-1', credentials, requestHandler: sandbox.requestHandler };
}

/** What people do by hand. */
export function iamOf(opened: TestAccount): IAMClient {
  return new IAMClient(clientOptions(opened));
}
