import { adminPower, type PolicyDocument, rightsLeft } from '@rolecall/policy';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Setup, SetupPermissionSet } from './setup.ts';

/** Somebody who gets into an account by Identity Center as an administrator. */
interface AdministratorPath {
  readonly account: string;
  readonly permissionSet: string;
  /** `group/Admins`; undefined where the assignments of the account were not read. */
  readonly principal: string | undefined;
  /** False where that, a policy that was not read, or a condition leaves it open. */
  readonly isSure: boolean;
}

/** Whether a permission set makes people administrators of an account. */
export type JudgeSet = (
  set: Pick<SetupPermissionSet, 'name' | 'managedPolicies' | 'details'>,
  account: string,
) => 'surely' | 'perhaps' | 'no';

/**
 * Assignments that make somebody an administrator, as far as is known: the set allows everything, and
 * the group has somebody in it. Of whom nothing is known counts for nobody.
 */
export function administratorPaths(setup: Setup, judge: JudgeSet): readonly AdministratorPath[] {
  const sets = new Map(setup.permissionSets.map((set) => [set.name, set]));
  const ofUnread = (setup.unreadAssignments ?? []).flatMap(({ account, permissionSet }) => {
    const set = sets.get(permissionSet);
    const mayBe = set !== undefined && judge(set, account) !== 'no';
    return mayBe ? [{ account, permissionSet, principal: undefined, isSure: false }] : [];
  });
  const known = setup.assignments.flatMap((assignment) => {
    const { account, permissionSet, principalType, principal } = assignment;
    const set = sets.get(permissionSet);
    const standing = set === undefined ? 'no' : judge(set, account);
    if (standing === 'no' || !reachesSomebody(assignment, setup)) return [];
    return [
      {
        account,
        permissionSet,
        principal: `${principalType.toLowerCase()}/${principal}`,
        isSure: standing === 'surely',
      },
    ];
  });
  return [...known, ...ofUnread];
}

/**
 * Judges by all that is known of the policies of a set: they have to allow everything, and leave a
 * way to give rights out. A boundary has to be known, and to leave that too; policies that were not
 * read, of an account or of AWS, might deny it.
 */
export function judgeSets({ parts, caller }: Pick<Snapshot, 'parts' | 'caller'>): JudgeSet {
  const documents = documentsIn(parts);
  const kept = new WeakMap<object, Map<string, ReturnType<JudgeSet>>>();
  return (set, account) => {
    const answers = kept.get(set) ?? new Map<string, ReturnType<JudgeSet>>();
    kept.set(set, answers);
    const answer = answers.get(account) ?? judgeSet(set, { ...caller, account, documents });
    answers.set(account, answer);
    return answer;
  };
}

type Documents = (arn: string) => PolicyDocument | undefined;

interface Judging {
  readonly partition: string;
  readonly account: string;
  readonly documents: Documents;
}

function judgeSet(
  { name, managedPolicies, details }: Parameters<JudgeSet>[0],
  { partition, account, documents }: Judging,
): ReturnType<JudgeSet> {
  if (details === undefined) return 'no';
  const { customerPolicies, inlinePolicy, permissionsBoundary } = details;
  const boundary = permissionsBoundary === undefined ? undefined : documents(permissionsBoundary);
  if (permissionsBoundary !== undefined && boundary === undefined) return 'no';
  const read = managedPolicies.map(documents);
  const identity = [...read, inlinePolicy].flatMap((document) => document ?? []);
  const holder = { partition, account, boundary };
  if (adminPower(identity, holder, { boundary, kind: 'role' }) !== 'full') return 'no';
  const principal = `arn:${partition}:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${name}_0123456789abcdef`;
  const left = rightsLeft({ ...holder, principal, identity });
  if (left === 'none') return 'no';
  const isRead = customerPolicies.length === 0 && !read.includes(undefined);
  return left === 'surely' && isRead ? 'surely' : 'perhaps';
}

/** Those of AWS that the account has attached, or that a declaration names. */
function documentsIn({ policies, managedDocuments }: Snapshot['parts']): Documents {
  const attached = policies.status === 'known' ? policies.value : [];
  const named = managedDocuments.status === 'known' ? managedDocuments.value : {};
  const known = new Map([
    ...attached.map(({ arn, document }) => [arn, document] as const),
    ...Object.entries(named).map(([arn, { document }]) => [arn, document] as const),
  ]);
  return (arn) => known.get(arn) ?? wellKnown(arn);
}

/** What these do, their names promise; they are not always read. */
function wellKnown(arn: string): PolicyDocument | undefined {
  const [, name] = /^arn:[^:]+:iam::aws:policy\/(AdministratorAccess|AWSDenyAll)$/.exec(arn) ?? [];
  if (name === undefined) return undefined;
  const Effect = name === 'AWSDenyAll' ? 'Deny' : 'Allow';
  return { Statement: [{ Effect, Action: '*', Resource: '*' }] };
}

type Assignment = Setup['assignments'][number];

export function reachesSomebody(
  { principalType, principal }: Pick<Assignment, 'principalType' | 'principal'>,
  { users, groups }: Setup,
): boolean {
  if (principalType === 'USER') {
    return users.some(({ name, enabled }) => name === principal && enabled !== false);
  }
  const group = groups.find(({ name }) => name === principal);
  // Who is in a group of another directory is decided there.
  return group !== undefined && (group.external || (group.members ?? []).length > 0);
}
