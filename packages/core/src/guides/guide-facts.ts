import { findPartition, parseIamArn } from '@rolecall/policy';
import { isIdentityCenterRole } from '../checks/identity-center-role.ts';
import { readRegions } from '../checks/regional.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import type { Sign } from './guide.ts';
import { readSign } from './read-sign.ts';

/** What instructions are filled in with; a text in capitals stands for what nobody here knows. */
export type GuideFacts = { readonly [name: string]: string };

/** The parts that the facts come from; each can be missing. */
export const factParts: readonly PartName[] = [
  'accountAliases',
  'identityCenterInstances',
  'roles',
];

/** Account, addresses and names as far as the snapshot tells them. */
export function guideFacts(snapshot: Snapshot, settings: CheckSettings): GuideFacts {
  const { account, partition } = snapshot.caller;
  const { accountAliases, roles } = snapshot.parts;
  const alias = accountAliases.status === 'known' ? accountAliases.value[0] : undefined;
  const host = findPartition(partition)?.signInHost ?? 'SIGN-IN-HOST';
  const portal = findPortal(snapshot);
  const seenRole = (sign: Sign) => readSign(sign, { snapshot, settings }).seen[0];
  const supportArn = seenRole({ sign: 'role', policy: 'job-function/SupportUser' });
  const supportRole = supportArn === undefined ? undefined : parseIamArn(supportArn);
  const permissionSet =
    roles.status === 'known'
      ? roles.value.filter(isIdentityCenterRole).map(({ name }) => permissionSetOf(name))
      : [];
  return {
    account,
    partition,
    signInUrl: `https://${alias ?? account}.${host}/console`,
    switchRoleUrl: `https://${host}/switchrole?account=${alias ?? account}`,
    portalUrl: portal?.url ?? 'https://YOUR-PORTAL.awsapps.com/start',
    ssoRegion: portal?.region ?? 'REGION-OF-IDENTITY-CENTER',
    permissionSet: permissionSet.toSorted(administratorsFirst)[0] ?? 'AdministratorAccess',
    operationsAccount: settings.operationsAccount ?? 'not named yet',
    emergencyUser: emergencyUserOf(settings) ?? 'EmergencyAccess',
    supportRole:
      supportRole === undefined
        ? 'SupportUserRole'
        : `${supportRole.path.slice(1)}${supportRole.name}`,
    githubRole:
      seenRole({ sign: 'role', trusts: githubHost }) ??
      `arn:${partition}:iam::${account}:role/rolecall/platform/GitHubActionsRole`,
  };
}

const githubHost = 'token.actions.githubusercontent.com';

function emergencyUserOf({ emergencyPrincipals }: CheckSettings): string | undefined {
  return emergencyPrincipals.flatMap(
    (name) => /(?:^|:)user\/(?:.*\/)?([^/]+)$/.exec(name)?.[1] ?? [],
  )[0];
}

interface Portal {
  readonly url: string;
  readonly region: string;
}

/** An instance of this account alone has no portal that leads to accounts. */
function findPortal({ caller, parts }: Snapshot): Portal | undefined {
  const { identityCenterInstances: instances } = parts;
  // Other partitions have portals of other forms.
  if (instances.status === 'unknown' || caller.partition !== 'aws') return undefined;
  return readRegions(instances.value)
    .flatMap(({ region, value }) =>
      value
        .filter(({ status }) => status === 'ACTIVE')
        .map(({ identityStoreId }) => ({
          region,
          url: `https://${identityStoreId}.awsapps.com/start`,
        })),
    )
    .at(0);
}

/** `AWSReservedSSO_{permission set}_{16 hex}`. */
function permissionSetOf(roleName: string): string {
  return roleName.replace(/^AWSReservedSSO_/, '').replace(/_[0-9a-f]+$/i, '');
}

function administratorsFirst(a: string, b: string): number {
  const rank = (name: string) => (/admin/i.test(name) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
