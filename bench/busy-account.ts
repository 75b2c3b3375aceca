import type { Bulk } from './large-account.ts';

const services = ['lambda', 'ec2', 'ecs-tasks', 'states', 'codebuild'];

/**
 * A scenario in which no two documents are the same, and each has what real ones have: lists,
 * conditions, wildcards, a Deny; a role has two policies and one inline, a user its group's.
 */
export function busyAccount({ users, roles, policies }: Bulk) {
  return {
    groups: many(20, 'team', (at) => ({ attach: [`policy-${at}`], inline: { own: document(at) } })),
    users: many(users, 'user', (at) => ({
      createdDaysAgo: at % 400,
      groups: [`team-${at % 20}`],
      ...(at % 3 === 0 ? { password: { changedDaysAgo: at % 120 }, mfa: ['virtual'] } : {}),
      ...(at % 4 === 0 ? { keys: [{ createdDaysAgo: at % 200, usedDaysAgo: 1 }] } : {}),
    })),
    roles: many(roles, 'role', (at) => ({
      createdDaysAgo: at % 700,
      lastUsedDaysAgo: at % 150,
      attach: [`policy-${at % policies}`, `policy-${(at * 7 + 1) % policies}`],
      inline: { own: document(at + policies) },
      trust: trust(at),
    })),
    policies: many(policies, 'policy', (at) => ({
      createdDaysAgo: at % 500,
      document: document(at),
    })),
  };
}

function many(count: number, kind: string, make: (at: number) => unknown) {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${kind}-${at}`, make(at)]));
}

function document(at: number) {
  const bucket = `arn:{partition}:s3:::data-${at}`;
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `${bucket}/*` },
      {
        Effect: 'Allow',
        Action: ['s3:List*', 'dynamodb:Query', 'logs:*'],
        Resource: [bucket, '*'],
      },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:{partition}:iam::{account}:role/role-${at}`,
        Condition: { StringEquals: { 'iam:PassedToService': `${service(at)}.amazonaws.com` } },
      },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'sts:AssumeRole', 'lambda:InvokeFunction'],
        Resource: `arn:{partition}:*:*:{account}:*/app-${at}-*`,
      },
      ...(at % 5 === 0 ? [{ Effect: 'Deny', Action: 's3:Delete*', Resource: `${bucket}/*` }] : []),
      ...(at % 9 === 0 ? [{ Effect: 'Allow', Action: ['ec2:*', 'lambda:*'], Resource: '*' }] : []),
    ],
  };
}

/** Of services, and every tenth of a caller elsewhere, half of these with an external id. */
function trust(at: number) {
  const Principal =
    at % 10 === 0
      ? { AWS: `arn:{partition}:iam::${444400000000 + at}:role/caller` }
      : { Service: `${service(at)}.amazonaws.com` };
  const Condition = { StringEquals: { 'sts:ExternalId': `tenant-${at}` } };
  return {
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: 'sts:AssumeRole',
        ...(at % 20 === 10 ? { Condition } : {}),
      },
    ],
  };
}

function service(at: number): string {
  return services[at % services.length] ?? 'lambda';
}
