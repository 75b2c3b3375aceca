import { parseArn } from '@rolecall/policy';
import { isLogging } from '../../checks/cloudtrail/trail-state.ts';
import type { Finding } from '../../model/finding.ts';
import { findingKey } from '../finding-subject.ts';
import type { ChangeFix, FixContext, FixWrite } from '../fix.ts';
import type { FixTarget } from '../fix-target.ts';
import type { FixMakers } from './maker.ts';

/** Services beside IAM's entities: central root access, Access Analyzer, CloudTrail. */
export const serviceMakers: FixMakers = {
  'org-root-credentials-management': (finding, context) =>
    enableFeature('RootCredentialsManagement', finding, context),
  'org-root-sessions': (finding, context) => enableFeature('RootSessions', finding, context),
  'analyzer-external': (finding) => {
    const region = findingKey(finding);
    // A warning says that there may be one already, of the organization.
    if (finding.outcome !== 'fail' || region === '') return undefined;
    return {
      kind: 'change',
      writes: [makeAnalyzer(finding, { kind: 'analyzer', region, type: 'ACCOUNT' })],
      cautions: [],
    };
  },
  'analyzer-unused': (finding, { snapshot, settings }) => {
    const { analyzers } = snapshot.parts;
    if (finding.outcome !== 'fail' || analyzers.status === 'unknown') return undefined;
    const regions = Object.keys(analyzers.value).toSorted();
    const home = regions.includes('us-east-1') ? 'us-east-1' : regions[0];
    const region = settings.regions[0] ?? home;
    if (region === undefined) return undefined;
    return {
      kind: 'change',
      onlyNamed: 'AWS bills an analyzer for unused access by the users and roles it looks at.',
      writes: [makeAnalyzer(finding, { kind: 'analyzer', region, type: 'ACCOUNT_UNUSED_ACCESS' })],
      cautions: [priceOf(snapshot)],
    };
  },
  'trail-log-validation': (finding, { snapshot }) => {
    const trail = ownTrails(snapshot).find(({ arn }) => arn === finding.subject);
    if (trail === undefined) return undefined;
    return {
      kind: 'change',
      writes: [
        {
          subject: trail.arn,
          target: { kind: 'trail-digests', arn: trail.arn, region: trail.homeRegion },
          before: false,
          after: true,
        },
      ],
      cautions: [],
    };
  },
  'trail-exists': ({ outcome }, { snapshot }) => {
    const stopped = ownTrails(snapshot).filter((trail) => isLogging(trail) === false);
    const trail = stopped.find(({ multiRegion }) => multiRegion) ?? stopped[0];
    if (outcome !== 'fail' || trail === undefined) return undefined;
    return {
      kind: 'change',
      writes: [
        {
          subject: trail.arn,
          target: { kind: 'trail-logging', arn: trail.arn, region: trail.homeRegion },
          before: false,
          after: true,
        },
      ],
      cautions: [
        'Ask who stopped it. Log files cost storage, and a second trail of management events costs by the event.',
      ],
    };
  },
};

function makeAnalyzer(
  { subject }: Finding,
  target: Extract<FixTarget, { readonly kind: 'analyzer' }>,
): FixWrite {
  return { subject, target, before: null, after: true };
}

/** Source: pricing page of IAM Access Analyzer, 0.20 USD a user or role and month (2026-11). */
function priceOf({ parts: { users, roles } }: FixContext['snapshot']): string {
  const price = 'It costs 0.20 USD a month for each user and role (price of November 2026)';
  if (users.status === 'unknown' || roles.status === 'unknown') return `${price}.`;
  const judged = roles.value.filter(({ path }) => !path.startsWith('/aws-service-role/'));
  const count = users.value.length + judged.length;
  return `${price}: here ${count} of them, about ${(count * 0.2).toFixed(2)} USD a month.`;
}

/** Trails of other accounts, which only those change, are left out. */
function ownTrails({ parts: { trails }, caller }: FixContext['snapshot']) {
  if (trails.status === 'unknown') return [];
  return trails.value.filter(({ arn }) => parseArn(arn)?.account === caller.account);
}

/** IAM takes features of an organization only with trusted access, which comes first. */
function enableFeature(
  feature: 'RootCredentialsManagement' | 'RootSessions',
  { subject }: Finding,
  { snapshot }: FixContext,
): ChangeFix | undefined {
  const { organization, organizationsFeatures } = snapshot.parts;
  if (organization.status === 'unknown' || organizationsFeatures.status === 'unknown') {
    return undefined;
  }
  const isManagement = organization.value?.managementAccountId === snapshot.caller.account;
  const hasTrust = organizationsFeatures.value !== null;
  if (!isManagement && !hasTrust) return undefined;
  return {
    kind: 'change',
    writes: [
      ...(hasTrust
        ? []
        : [
            {
              subject,
              target: { kind: 'trusted-access', service: 'iam.amazonaws.com' },
              before: false,
              after: true,
            } as const,
          ]),
      {
        subject,
        target: { kind: 'organization-feature', feature },
        before: false,
        after: true,
      },
    ],
    cautions: ['It holds for every member account of the organization.'],
  };
}
