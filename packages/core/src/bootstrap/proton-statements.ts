import type { ReasonedStatement } from './bootstrap.ts';
import { chunksOf } from './grantee-statements.ts';
import type { ApplyNeeds } from './needs.ts';

/** Those that the roles of pipelines may be passed to. */
export const pipelineServices: readonly string[] = [
  'codebuild.amazonaws.com',
  'proton.amazonaws.com',
];

export function protonStatements({ protonSettings }: ApplyNeeds): readonly ReasonedStatement[] {
  const { regions, roles } = protonSettings;
  if (regions.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'SetProtonRoles',
        Effect: 'Allow',
        Action: 'proton:UpdateAccountSettings',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
      },
      why: 'Opted in (proton-settings): in the regions that the manifest names. Proton knows no resource for it.',
    },
    ...chunksOf(roles).map(({ items, number }) => ({
      statement: {
        Sid: `PassRolesToProton${number}`,
        Effect: 'Allow' as const,
        Action: 'iam:PassRole',
        Resource: items,
        Condition: { StringEquals: { 'iam:PassedToService': pipelineServices } },
      },
      why: 'Opted in (proton-settings): the roles that the manifest names, to Proton and CodeBuild only.',
    })),
  ];
}
