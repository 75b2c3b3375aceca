import { arnOf } from '../../account/arn.ts';
import { hexadecimal, uuid } from '../../account/identifiers.ts';
import type { Loading } from '../loading.ts';

/** What runs in the account; after instance profiles and roles, which it names. */
export function loadWorkloads({ account, scenario, ago, region }: Loading): void {
  account.instances = scenario.instances.map((given, index) => {
    const profile = account.instanceProfiles.get(given.profile?.toLowerCase() ?? '');
    return {
      id: `i-${hexadecimal(`${account.id}/instance/${index}`, 17)}`,
      region: region(given.region),
      state: given.state,
      launchedAt: ago(given.launchedDaysAgo),
      profileArn: profile && arnOf(account, profile),
      tags: given.tags,
    };
  });
  account.appRunnerServices = scenario.appRunnerServices.map((given) => ({
    name: given.name,
    id: hexadecimal(`${account.id}/app-runner/${given.name}`, 32),
    region: region(given.region),
    status: given.status,
    createdAt: ago(given.createdDaysAgo),
  }));
  if (scenario.replicationSet !== undefined) {
    const { createdDaysAgo, ...given } = scenario.replicationSet;
    const id = uuid(`${account.id}/replication-set`);
    const arn = `arn:${account.partition}:ssm-incidents::${account.id}:replication-set/${id}`;
    account.replicationSets.set(arn, { ...given, arn, createdAt: ago(createdDaysAgo) });
  }
  account.stacks = scenario.stacks.map((given) => {
    const where = region(given.region);
    const role = account.roles.get(given.role?.toLowerCase() ?? '');
    const id = uuid(`${account.id}/stack/${where}/${given.name}`);
    const start = `arn:${account.partition}:cloudformation:${where}:${account.id}`;
    return {
      arn: `${start}:stack/${given.name}/${id}`,
      name: given.name,
      region: where,
      status: given.status,
      roleArn: role && arnOf(account, role),
      tags: given.tags,
      createdAt: ago(given.createdDaysAgo),
    };
  });
  const roleArn = (name: string | undefined): string => {
    const role = account.roles.get(name?.toLowerCase() ?? '');
    return role === undefined ? '' : arnOf(account, role);
  };
  for (const [where, given] of Object.entries(scenario.protonSettings)) {
    account.protonSettings.set(where, {
      pipelineServiceRoleArn: roleArn(given.pipelineServiceRole),
      pipelineCodebuildRoleArn: roleArn(given.pipelineCodebuildRole),
      repository: given.repository,
    });
  }
}
