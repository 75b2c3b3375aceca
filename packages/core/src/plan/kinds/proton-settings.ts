import { parseIamArn } from '@rolecall/policy';
import { type ProtonRole, protonRoles } from '../../model/kinds/proton-settings.ts';
import { type DesiredOf, type LiveOf, resourceKey } from '../../model/resource.ts';
import type { OperationDraft } from '../operation.ts';
import { settingChange } from '../setting-change.ts';
import type { KindSpec } from './kind-spec.ts';
import { protonFaults } from './proton-faults.ts';

type Desired = DesiredOf<'proton-settings'>;
type Live = LiveOf<'proton-settings'>;

/**
 * The roles that AWS Proton keeps for the account, in each region. They are never deleted: what is
 * declared empty is unset. The repository of pipelines is nobody's business here: it is never sent.
 */
export const protonSettingsSpec: KindSpec<'proton-settings'> = {
  parts: ['protonSettings'],
  live: (part) =>
    Object.entries(part('protonSettings') ?? {}).flatMap(([region, settings]) =>
      settings.status === 'known'
        ? [{ type: 'proton-settings' as const, name: region, roles: settings.value }]
        : [],
    ),
  faults: protonFaults,
  diff: (desired, live) => {
    const drafts = protonRoles.flatMap((role) => setRole(role, desired, live));
    if (drafts.length > 0 && isUnset(live)) return { kind: 'create', drafts };
    const replaces = drafts.some(({ before }) => before !== null);
    const what = 'role for pipelines of Proton';
    return settingChange(drafts, { adopt: desired.adopt || !replaces, what });
  },
  dependencies: ({ roles }) =>
    protonRoles.flatMap((role) => {
      const name = parseIamArn(roles[role])?.name;
      return name === undefined ? [] : [resourceKey({ type: 'role', name })];
    }),
  replaces: true,
  authorized: ({ action, after }) => [
    { action, resource: '*', context: {} },
    ...(typeof after === 'string'
      ? [
          {
            action: 'iam:PassRole',
            resource: after,
            context: { 'iam:PassedToService': ['proton.amazonaws.com'] },
          },
        ]
      : []),
  ],
};

function isUnset(live: Live | undefined): boolean {
  return live === undefined || protonRoles.every((role) => live.roles[role] === '');
}

/** A call of its own for each, so that what is not to change is not sent. */
function setRole(
  role: ProtonRole,
  { name: region, roles }: Desired,
  live: Live | undefined,
): readonly OperationDraft[] {
  const [before, after] = [live?.roles[role] ?? '', roles[role]];
  if (before === after) return [];
  const input =
    role === 'pipelineServiceRole'
      ? { pipelineServiceRoleArn: after }
      : { pipelineCodebuildRoleArn: after };
  return [
    {
      call: { action: 'proton:UpdateAccountSettings', region, input },
      facet: role,
      before: before || null,
      after: after || null,
    },
  ];
}
