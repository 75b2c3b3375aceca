import { type Scenario, scenarioShape } from './scenario.ts';

const services = ['lambda', 'ec2', 'ecs-tasks', 'states', 'codebuild'];

/** The scenario with as many more users, groups, roles and policies as it asks for. */
export function generateBulk(scenario: Scenario): Scenario {
  const { users, groups, roles, policies } = scenario.generate;
  const more = scenarioShape.parse({
    users: many(users, 'user', (index) => ({
      createdDaysAgo: index % 400,
      ...(groups === 0 ? {} : { groups: [`group-${number(index % groups)}`] }),
      ...(index % 3 === 0 ? { password: { changedDaysAgo: index % 120 }, mfa: ['virtual'] } : {}),
      ...(index % 4 === 0 ? { keys: [{ createdDaysAgo: index % 200, usedDaysAgo: 1 }] } : {}),
    })),
    groups: many(groups, 'group', () => ({ attach: ['aws:ReadOnlyAccess'] })),
    roles: many(roles, 'role', (index) => ({
      createdDaysAgo: index % 700,
      trustService: `${services[index % services.length]}.amazonaws.com`,
      attach: policies === 0 ? [] : [`policy-${number(index % policies)}`],
      ...(index % 3 === 0 ? { inline: { own: oneBucket(`role-${index}`) } } : {}),
      ...(index % 2 === 0 ? { lastUsedDaysAgo: index % 30 } : {}),
    })),
    policies: many(policies, 'policy', (index) => ({
      createdDaysAgo: index % 500,
      document: oneBucket(`policy-${index}`),
    })),
  });
  return {
    ...scenario,
    users: { ...scenario.users, ...more.users },
    groups: { ...scenario.groups, ...more.groups },
    roles: { ...scenario.roles, ...more.roles },
    policies: { ...scenario.policies, ...more.policies },
  };
}

function many(count: number, kind: string, make: (index: number) => unknown) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${kind}-${number(index)}`, make(index)]),
  );
}

function number(index: number): string {
  return String(index).padStart(4, '0');
}

function oneBucket(name: string) {
  return {
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:{partition}:s3:::${name}/*` },
    ],
  };
}
