import { parseIamArn } from '@rolecall/policy';
import { assignmentName } from '../model/kinds/account-assignment.ts';
import { type ResourceType, resourceKey } from '../model/resource.ts';
import type { Group, Role, Snapshot, User } from '../model/snapshot.ts';
import { isCallOf } from '../plan/calls.ts';
import { administratorPaths } from '../plan/identity-center/administrators.ts';
import { projectSetup } from '../plan/identity-center/project-setup.ts';
import { type Setup, setupOf } from '../plan/identity-center/setup.ts';
import type { Change } from '../plan/plan.ts';
import { projectSnapshot } from '../plan/project-snapshot.ts';
import { type AccessParts, accessContext, accessParts, type Judging } from './access-parts.ts';
import { administratorWays } from './administrator-ways.ts';
import type { StandingWay, WaysAfter } from './new-way-first.ts';

/** By users, roles and what they have. */
export function iamWays(judging: Judging): WaysAfter {
  return (changes) => {
    const parts = accessParts(projectSnapshot(judging.snapshot, { changes }));
    if (parts === undefined) return [];
    const context = accessContext(judging);
    const behind = keysBehind(parts);
    return administratorWays(parts, context).map(({ source, by }) => ({
      id: `${source} ${by}`,
      behind: new Set([...behind(source), ...behind(by)]),
    }));
  };
}

/** What decides on the access of a principal: itself, its groups, and the policies of all of them. */
function keysBehind({ users, groups, roles }: AccessParts): (arn: string) => readonly string[] {
  const holders = new Map<string, User | Role>([...users, ...roles].map((one) => [one.arn, one]));
  const groupsByName = new Map(groups.map((group) => [group.name, group]));
  const known = new Map<string, readonly string[]>();
  return (arn) => {
    const keys = known.get(arn) ?? [arn, ...arnsOf(holders.get(arn), groupsByName)].flatMap(keyOf);
    known.set(arn, keys);
    return keys;
  };
}

function arnsOf(
  holder: User | Role | undefined,
  groups: ReadonlyMap<string, Group>,
): readonly string[] {
  if (holder === undefined) return [];
  const names = 'groups' in holder ? holder.groups : [];
  const joined = names.flatMap((name) => groups.get(name) ?? []);
  const held = [holder, ...joined].flatMap(({ attachedPolicies }) => attachedPolicies);
  const arns = [...joined, ...held].map(({ arn }) => arn);
  return holder.permissionsBoundary === undefined ? arns : [...arns, holder.permissionsBoundary];
}

const types = ['group', 'policy', 'role', 'saml-provider', 'user'] as const;

function keyOf(arn: string): readonly string[] {
  const parsed = parseIamArn(arn);
  const type = types.find((one) => one === parsed?.type);
  return parsed && type ? [keyFor(type, parsed.name)] : [];
}

/** By Identity Center, into each of the accounts that have an administrator by it. */
export function centerWays({ parts }: Snapshot): readonly WaysAfter[] {
  const setup = setupOf(parts);
  if (setup === undefined) return [];
  const accounts = new Set(administratorPaths(setup).map(({ account }) => account));
  return [...accounts].sort().map(
    (account): WaysAfter =>
      (changes) =>
        waysInto(account, changes.reduce(projectChange, setup)),
  );
}

function waysInto(account: string, setup: Setup): readonly StandingWay[] {
  return administratorPaths(setup)
    .filter((path) => path.account === account)
    .map(({ permissionSet, principal }) => {
      const [type = '', ...names] = principal.split('/');
      const name = names.join('/');
      const principalType = type === 'user' ? ('USER' as const) : ('GROUP' as const);
      const assignment = { account, permissionSet, principalType, principal: name };
      const members = setup.groups.find((group) => group.name === name)?.members ?? [];
      const people = principalType === 'USER' ? [name] : members;
      return {
        id: `${permissionSet} ${principal}`,
        behind: new Set([
          keyFor('account-assignment', assignmentName(assignment)),
          keyFor('permission-set', permissionSet),
          ...(principalType === 'GROUP' ? [keyFor('identity-center-group', name)] : []),
          ...people.map((person) => keyFor('identity-center-user', person)),
        ]),
      };
    });
}

function projectChange(setup: Setup, { operations }: Change): Setup {
  return operations.reduce(
    (now, call) =>
      isCallOf('sso', call) || isCallOf('identitystore', call) ? projectSetup(now, call) : now,
    setup,
  );
}

function keyFor(type: ResourceType, name: string): string {
  return resourceKey({ type, name });
}
