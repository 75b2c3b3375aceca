import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { PartValue } from '@rolecall/core';
import { required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';

const action = 'cloudformation:DescribeStacks';
const stackClient = keepClients((config) => new CloudFormationClient(config));

/** A paged call per region: only by this one, and not by ListStacks, are the roles told. */
export async function readProtonStacks(reader: Reader): Promise<PartValue<'protonStacks'>> {
  const { clients, signal } = reader;
  return readByRegion(await reader.regions(), async (region) => {
    const stacks = await readList({
      action,
      send: (NextToken) =>
        stackClient(clients, region).send(new DescribeStacksCommand({ NextToken }), {
          abortSignal: signal,
        }),
      list: (page) => page.Stacks,
    });
    return stacks.flatMap((stack) => {
      const name = required(stack.StackName, action, 'StackName');
      if (!name.startsWith('AWSProton-')) return [];
      const status = required(stack.StackStatus, action, 'StackStatus');
      return [{ name, status, roleArn: stack.RoleARN }];
    });
  });
}
