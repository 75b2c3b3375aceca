import { parseIamArn } from '@rolecall/policy';
import { assignmentName } from '../model/kinds/account-assignment.ts';
import { type ResourceType, resourceKey } from '../model/resource.ts';
import type { Group, Role, Snapshot, User } from '../model/snapshot.ts';
import { isCallOf } from '../plan/calls.ts';
import { administratorPaths, judgeSets } from '../plan/identity-center/administrators.ts';
import { projectSetup } from '../plan/identity-center/project-setup.ts';
import { type Setup, setupOf } from '../plan/identity-center/setup.ts';
import type { Change } from '../plan/plan.ts';
import {
  type AccessParts,
  accessAfter,
  accessContext,
  accessParts,
  type Judging,
} from './access-parts.ts';
import { administratorWays, type WaysChoice } from './administrator-ways.ts';
import { deciding } from './may-narrow-access.ts';
import type { StandingWay, WaysAfter } from './new-way-first.ts';
import { whoCounts } from './who-counts.ts';

/** By users, roles and what they have; by those who count. */
export function iamWays(judging: Judging): readonly WaysAfter[] {
  const before = accessParts(judging.snapshot);
  const choices = before === undefined ? [{}] : whoCounts(before, accessContext(judging));
  return choices.map((choice) => waysBy(choice, judging));
}

/** By all who might count, whatever those whom nobody has asked yet have to sign in with. */
export function possibleWays(judging: Judging): WaysAfter {
  const before = accessParts(judging.snapshot);
  const choices = before === undefined ? [] : whoCounts(before, accessContext(judging));
  const withoutMeans = choices.some((choice) => choice.withoutMeans === true);
  return waysBy({ withoutMeans, withTokens: true }, judging);
}

function waysBy(choice: WaysChoice, judging: Judging): WaysAfter {
  const context = accessContext(judging);
  return (changes) => {
    const parts = accessAfter(judging.snapshot, changes);
    if (parts === undefined) return [];
    const behind = keysBehind(parts);
    return administratorWays(parts, context, choice).map(({ source, by }) => ({
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

function keyOf(arn: string): readonly string[] {
  const parsed = parseIamArn(arn);
  const type = deciding.find((one) => one === parsed?.type);
  if (!parsed || !type) return [];
  // What has the form of a path belongs to the issuer.
  const isIssuer = type === 'oidc-provider';
  return [keyFor(type, isIssuer ? `${parsed.path.slice(1)}${parsed.name}` : parsed.name)];
}

/**
 * By Identity Center, into each of the accounts that have an administrator by it; who is perhaps one
 * counts where nobody surely is.
 */
export function centerWays(snapshot: Snapshot): readonly WaysAfter[] {
  const setup = setupOf(snapshot.parts);
  if (setup === undefined) return [];
  const judge = judgeSets(snapshot);
  const paths = administratorPaths(setup, judge);
  const accounts = new Set(paths.map(({ account }) => account));
  return [...accounts].sort().map((account): WaysAfter => {
    const isSure = paths.some((path) => path.account === account && path.isSure);
    return (changes) => {
      const after = changes.reduce(projectChange, setup);
      return administratorPaths(after, judge)
        .filter((path) => path.account === account && (path.isSure || !isSure))
        .map((path) => centerWay(path, after));
    };
  });
}

function centerWay(
  { account, permissionSet, principal }: ReturnType<typeof administratorPaths>[number],
  { groups }: Setup,
): StandingWay {
  const id = `${permissionSet} ${principal ?? 'unread'}`;
  const set = keyFor('permission-set', permissionSet);
  if (principal === undefined) return { id, behind: new Set([set]) };
  const [type = '', ...names] = principal.split('/');
  const name = names.join('/');
  const principalType = type === 'user' ? ('USER' as const) : ('GROUP' as const);
  const assigned = { account, permissionSet, principalType, principal: name };
  const assignment = keyFor('account-assignment', assignmentName(assigned));
  if (principalType === 'USER') {
    return { id, behind: new Set([set, assignment, keyFor('identity-center-user', name)]) };
  }
  const members = groups.find((group) => group.name === name)?.members ?? [];
  const people = members.map((person) => keyFor('identity-center-user', person));
  const group = keyFor('identity-center-group', name);
  return { id, behind: new Set([set, assignment, group, ...people]) };
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
