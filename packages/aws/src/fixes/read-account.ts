import { ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { DescribeTrailsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { GetAccountSummaryCommand, ListOrganizationsFeaturesCommand } from '@aws-sdk/client-iam';
import { ListAWSServiceAccessForOrganizationCommand } from '@aws-sdk/client-organizations';
import type { FixTargetOf } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { ask, nothingOn, required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readList } from '../collect/read-list.ts';
import { analyzerClient, trailClient } from '../collect/service-clients.ts';

export async function readTokenVersion({ iam }: AwsClients): Promise<Json> {
  const action = 'iam:GetAccountSummary';
  const { SummaryMap } = await ask(action, () => iam.send(new GetAccountSummaryCommand({})));
  const summary: { readonly [name: string]: number } = required(SummaryMap, action, 'SummaryMap');
  return summary['GlobalEndpointTokenVersion'] ?? null;
}

export async function readFeature(
  { iam }: AwsClients,
  { feature }: FixTargetOf<'organization-feature'>,
): Promise<Json> {
  const command = new ListOrganizationsFeaturesCommand({});
  const answer = await ask('iam:ListOrganizationsFeatures', () => iam.send(command)).catch(
    nothingOn('ServiceAccessNotEnabled', 'ServiceAccessNotEnabledException'),
  );
  return answer?.EnabledFeatures?.includes(feature) ?? false;
}

export async function readTrustedAccess(
  { organizations }: AwsClients,
  { service }: FixTargetOf<'trusted-access'>,
): Promise<Json> {
  const enabled = await readList({
    action: 'organizations:ListAWSServiceAccessForOrganization',
    send: (NextToken) =>
      organizations.send(new ListAWSServiceAccessForOrganizationCommand({ NextToken })),
    list: (page) => page.EnabledServicePrincipals,
  });
  return enabled.some(({ ServicePrincipal }) => ServicePrincipal === service);
}

/** One that is being made is there. */
export async function readAnalyzer(
  clients: AwsClients,
  { region, type }: FixTargetOf<'analyzer'>,
): Promise<Json> {
  const analyzers = await readList({
    action: 'access-analyzer:ListAnalyzers',
    send: (nextToken) =>
      analyzerClient(clients, region).send(new ListAnalyzersCommand({ nextToken, type })),
    list: (page) => page.analyzers,
  });
  const isThere = analyzers.some(({ status }) => status === 'ACTIVE' || status === 'CREATING');
  return isThere ? true : null;
}

export async function readDigests(
  clients: AwsClients,
  { arn, region }: FixTargetOf<'trail-digests'>,
): Promise<Json> {
  const action = 'cloudtrail:DescribeTrails';
  const command = new DescribeTrailsCommand({ trailNameList: [arn], includeShadowTrails: false });
  const answer = await ask(action, () => trailClient(clients, region).send(command));
  const [trail] = required(answer.trailList, action, 'trailList');
  return trail === undefined ? null : (trail.LogFileValidationEnabled ?? false);
}

export async function readLogging(
  clients: AwsClients,
  { arn, region }: FixTargetOf<'trail-logging'>,
): Promise<Json> {
  const action = 'cloudtrail:GetTrailStatus';
  const command = new GetTrailStatusCommand({ Name: arn });
  const answer = await ask(action, () => trailClient(clients, region).send(command)).catch(
    nothingOn('TrailNotFoundException', 'TrailNotFound'),
  );
  return answer === undefined ? null : required(answer.IsLogging, action, 'IsLogging');
}
