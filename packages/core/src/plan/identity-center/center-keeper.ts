import { ownerOf } from '../../model/ownership.ts';
import type { LiveOf } from '../../model/resource.ts';
import type { Keeper } from '../adoption-barrier.ts';
import { readMark } from './group-mark.ts';

/**
 * What AWS Control Tower makes when a landing zone is set up, and makes again where it is missing.
 * Source: AWS Control Tower User Guide, "IAM Identity Center Groups for AWS Control Tower", and what
 * they are assigned; 2026-11.
 */
const ofControlTower = {
  'permission-set': new Set([
    'AWSAdministratorAccess',
    'AWSOrganizationsFullAccess',
    'AWSPowerUserAccess',
    'AWSReadOnlyAccess',
    'AWSServiceCatalogAdminFullAccess',
    'AWSServiceCatalogEndUserAccess',
  ]),
  'identity-center-group': new Set([
    'AWSAccountFactory',
    'AWSAuditAccountAdmins',
    'AWSControlTowerAdmins',
    'AWSLogArchiveAdmins',
    'AWSLogArchiveViewers',
    'AWSSecurityAuditPowerUsers',
    'AWSSecurityAuditors',
    'AWSServiceCatalogAdmins',
  ]),
  'identity-center-user': new Set<string>(),
} as const;

type Kept = LiveOf<'permission-set' | 'identity-center-group' | 'identity-center-user'>;

/** Who keeps it, if not the people of the account. Who brings it by SCIM, `external` says. */
export function centerKeeperOf(
  live: Kept,
  scope: string,
): Exclude<Keeper, 'aws' | 'stack-sets'> | undefined {
  if (ofControlTower[live.type].has(live.name)) return 'control-tower';
  if (live.type === 'identity-center-user') return undefined;
  const tags = live.type === 'permission-set' ? live.tags : {};
  if (Object.hasOwn(tags, 'aws:cloudformation:stack-id')) return 'cloudformation';
  const owner =
    live.type === 'permission-set' ? ownerOf({ tags }) : readMark(live.description).scope;
  return owner === undefined || owner === scope ? undefined : 'another-scope';
}
