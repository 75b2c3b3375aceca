import { leaseArn } from '../model/lease-marker.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { marked, owned } from './conditions.ts';
import { type ApplyNeeds, reaches } from './needs.ts';

/** The marker is a policy of the scope; where policies are granted, nothing more is needed. */
export function leaseStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  if (reaches(needs, 'policies')) return [];
  const Resource = leaseArn(needs);
  return [
    {
      statement: {
        Sid: 'TakeLease',
        Effect: 'Allow',
        Action: ['iam:CreatePolicy', 'iam:TagPolicy'],
        Resource,
        Condition: marked(needs.scope),
      },
      why: 'A policy that nobody has marks that a run is under way, so that two take turns.',
    },
    {
      statement: {
        Sid: 'KeepLease',
        Effect: 'Allow',
        Action: [
          'iam:CreatePolicyVersion',
          'iam:DeletePolicyVersion',
          'iam:DeletePolicy',
          'iam:TagPolicy',
        ],
        Resource,
        Condition: owned(needs.scope),
      },
      why: 'The mark is renewed, taken over from a run that died, and taken away at the end.',
    },
  ];
}
