import {
  ListPoliciesCommand,
  ListTargetsForPolicyCommand,
  type PolicySummary,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import type { PartValue } from '@rolecall/core';
import { nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';

const listAction = 'organizations:ListPolicies';
const targetsAction = 'organizations:ListTargetsForPolicy';

/** Those that bound what accounts may do; tags, backups and the like are none of ours. */
const boundingTypes: readonly PolicyType[] = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'DECLARATIVE_POLICY_EC2',
];

/** A paged call per type and one per policy. */
export async function readOrganizationPolicies(
  reader: Reader,
): Promise<PartValue<'organizationPolicies'>> {
  const lists = await mapLimit(boundingTypes, (type) => readType(type, reader)).catch(
    nothingOn('AWSOrganizationsNotInUse'),
  );
  if (lists === undefined) return null;
  const policies = await mapLimit(lists.flat(), async (policy) => {
    const id = required(policy.Id, listAction, 'Id');
    return {
      id,
      name: required(policy.Name, listAction, 'Name'),
      type: required(policy.Type, listAction, 'Type'),
      awsManaged: required(policy.AwsManaged, listAction, 'AwsManaged'),
      targets: await readTargets(id, reader),
    };
  });
  return policies.filter(({ targets }) => targets.length > 0);
}

/** None where a partition does not have the type: AWS answers then that the input is invalid. */
async function readType(
  Filter: PolicyType,
  { clients, signal }: Reader,
): Promise<readonly PolicySummary[]> {
  const absent = Filter === 'SERVICE_CONTROL_POLICY' ? [] : ['InvalidInput'];
  const policies = await readList({
    action: listAction,
    send: (NextToken) =>
      clients.organizations.send(new ListPoliciesCommand({ Filter, NextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.Policies,
  }).catch(nothingOn(...absent, 'UnsupportedAPIEndpoint'));
  return policies ?? [];
}

/** None where the policy was deleted since. */
async function readTargets(PolicyId: string, { clients, signal }: Reader) {
  const targets = await readList({
    action: targetsAction,
    send: (NextToken) =>
      clients.organizations.send(new ListTargetsForPolicyCommand({ PolicyId, NextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.Targets,
  }).catch(nothingOn('PolicyNotFound'));
  return (targets ?? []).map((target) => ({
    id: required(target.TargetId, targetsAction, 'TargetId'),
    type: required(target.Type, targetsAction, 'Type'),
  }));
}
