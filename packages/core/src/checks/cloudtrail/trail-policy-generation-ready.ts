import { checkAccessNotGranted } from '@rolecall/policy';
import type { Role } from '../../model/snapshot.ts';
import { defineCheck } from '../check.ts';
import { type Held, heldDocuments } from '../held-documents.ts';
import { listNames, recordsAll, type Trail, trailsNotReadable } from './trail-state.ts';

export const trailPolicyGenerationReady = defineCheck({
  id: 'trail-policy-generation-ready',
  title: 'Policies can be generated from what CloudTrail recorded',
  severity: 'medium',
  subject: 'trail',
  rationale:
    'IAM Access Analyzer writes a policy from up to ninety days of a trail: the shortest way from ' +
    'a broad role to a narrow one.',
  remedy:
    'Have a trail that records all management events and delivers them, and a role ' +
    '/service-role/AccessAnalyzerMonitorServiceRole… that may read its bucket and use its key; the ' +
    'IAM console makes it at the first "Generate policy".',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_generate-policy.html',
  controls: ['LP-2'],
  needs: ['trails'],
  uses: ['roles', 'groups', 'policies', 'policyGenerations'],
  run: ({ trails }, { accountArn: subject, partition }, used) => {
    const last = used.policyGenerations.status === 'known' ? used.policyGenerations.value : null;
    const evidence = { lastGeneration: last === null ? null : { ...last } };
    const recording = trails.filter((trail) => recordsAll(trail)?.startsWith('all') === true);
    const fit = recording.filter(isDelivered);
    if (fit.length === 0) {
      const undecided = trails.filter((trail) => recordsAll(trail) === undefined);
      if (undecided.length > 0) return [trailsNotReadable(undecided, subject)];
      const message =
        recording.length > 0
          ? `${listNames(recording)} cannot deliver to the bucket.`
          : 'No trail records all management events.';
      return [{ outcome: 'fail', subject, message, evidence }];
    }
    const said = `${listNames(fit)} records what is needed`;
    const { roles, groups, policies } = used;
    if (
      roles.status === 'unknown' ||
      groups.status === 'unknown' ||
      policies.status === 'unknown'
    ) {
      const message = `${said}; the roles were not read.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    }
    const generating = roles.value.filter(isForGeneration);
    if (generating.length === 0) {
      const message = `${said}; the role for it is made at the first generation.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    }
    const held = heldDocuments({ groups: groups.value, policies: policies.value });
    const able = generating.some((role) =>
      fit.some((trail) => reads(held(role), trail, partition)),
    );
    const names = generating.map(({ name }) => name);
    return able
      ? [
          {
            outcome: 'pass',
            subject,
            message: `${said}, and ${names.join(', ')} reads it.`,
            evidence,
          },
        ]
      : [
          {
            outcome: generating.some((role) => held(role).unread.length > 0) ? 'unknown' : 'fail',
            subject,
            message: `${said}, but ${names.join(', ')} may not read the bucket or use the key.`,
            evidence,
          },
        ];
  },
});

function isDelivered({ status, bucket }: Trail): boolean {
  return bucket !== undefined && status.status === 'known' && !status.value.deliveryError;
}

function isForGeneration({ path, name }: Role): boolean {
  return path === '/service-role/' && name.startsWith('AccessAnalyzerMonitorServiceRole');
}

function reads({ documents }: Held, { bucket = '', kmsKey }: Trail, partition: string): boolean {
  const may = (action: string, resource: string) =>
    checkAccessNotGranted(documents, { actions: [action], resources: [resource] }).verdict ===
    'grants';
  return (
    may('s3:GetObject', `arn:${partition}:s3:::${bucket}/*`) &&
    may('s3:ListBucket', `arn:${partition}:s3:::${bucket}`) &&
    (kmsKey === undefined || !kmsKey.startsWith('arn:') || may('kms:Decrypt', kmsKey))
  );
}
