import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { PartValue } from '@rolecall/core';
import { required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';

const action = 'ec2:DescribeInstances';
const ec2Client = keepClients((config) => new EC2Client(config));

/** A paged call per region. */
export async function readInstances(reader: Reader): Promise<PartValue<'instances'>> {
  const { clients, caller, signal } = reader;
  return readByRegion(await reader.regions(), async (region) => {
    const reservations = await readList({
      action,
      send: (NextToken) =>
        ec2Client(clients, region).send(
          new DescribeInstancesCommand({ MaxResults: 1000, NextToken }),
          { abortSignal: signal },
        ),
      list: (page) => page.Reservations,
    });
    return reservations.flatMap(({ OwnerId, Instances }) =>
      required(Instances, action, 'Instances').map((instance) => {
        const id = required(instance.InstanceId, action, 'InstanceId');
        const owner = required(OwnerId, action, 'OwnerId');
        return {
          id,
          arn: `arn:${caller.partition}:ec2:${region}:${owner}:instance/${id}`,
          state: required(instance.State?.Name, action, 'State'),
          instanceProfileArn: instance.IamInstanceProfile?.Arn,
        };
      }),
    );
  });
}
