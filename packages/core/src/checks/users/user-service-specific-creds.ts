import type { PartValue } from '../../model/snapshot.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { userArns } from '../user-arn.ts';

export const userServiceSpecificCreds = defineCheck({
  id: 'user-service-specific-creds',
  title: 'Credentials for single services are young and expire where they can',
  severity: 'medium',
  subject: 'user',
  rationale:
    'A Bedrock API key or a Git password is one string that works without a signature. Without ' +
    'an end it is valid wherever it was pasted; a stolen Bedrock key runs up the bill.',
  remedy:
    'Use a role, or short-term Bedrock keys. Where that cannot be, make a credential that ' +
    'expires, and delete this one (iam:DeleteServiceSpecificCredential).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html',
  settings: ['serviceCredentialMaxAgeDays'],
  needs: ['users', 'serviceSpecificCredentials'],
  run: ({ users, serviceSpecificCredentials }, context) => {
    const arnOf = userArns(users, context);
    const limit = context.settings.serviceCredentialMaxAgeDays;
    return serviceSpecificCredentials
      .filter(({ active }) => active)
      .map((credential): Verdict => {
        const { id, userName, service, createdAt, expiresAt } = credential;
        const age = ageInDays(createdAt, context.now);
        const fault = faultOf(credential, age, limit, context.now);
        const label = `The ${service} credential ${id} of ${userName}`;
        return {
          outcome: fault === undefined ? 'pass' : 'fail',
          subject: arnOf(userName),
          key: id,
          message: `${label} ${fault ?? `is ${inDays(age)} old; the limit is ${limit}`}.`,
          evidence: { service, createdAt, expiresAt: expiresAt ?? null },
          severity: service.startsWith('bedrock') ? 'high' : 'medium',
        };
      });
  },
});

type Credential = PartValue<'serviceSpecificCredentials'>[number];

/** For these AWS takes no expiry (CredentialAgeDays), so that only their age can be judged. */
const withoutExpiry: readonly string[] = ['codecommit.amazonaws.com', 'cassandra.amazonaws.com'];

function faultOf(
  { service, createdAt, expiresAt }: Credential,
  age: number,
  limit: number,
  now: Date,
): string | undefined {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()) return undefined;
  if (age > limit) return `is ${inDays(age)} old; the limit is ${limit}`;
  if (expiresAt !== undefined) {
    const life = ageInDays(createdAt, new Date(expiresAt));
    return life > limit ? `is made to live ${inDays(life)}; the limit is ${limit}` : undefined;
  }
  return withoutExpiry.includes(service) ? undefined : 'never expires';
}
