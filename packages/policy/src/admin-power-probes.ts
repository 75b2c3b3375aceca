/** The account whose policies are judged; its number decides what `user/*` is. */
export interface PolicyAccount {
  readonly partition: string;
  readonly account: string;
}

/** An action, in lower case, on resources of one kind: whoever may do it to all of them. */
export interface Probe {
  readonly action: string;
  /** An ARN with wildcards. */
  readonly resource: string;
}

/** Kind of resource → actions on all of them by which one makes oneself administrator. */
type ProbeTable = { readonly [resource: string]: readonly string[] };

/** A variable of the policy language. */
const oneself = 'user/${aws:username}';

/**
 * Who may give itself a policy, join any group, or sign in as anyone. To manage one's *own*
 * credentials leads nowhere, and policies that allow it are common.
 */
const waysUp: ProbeTable = {
  'user/*': [
    'attachuserpolicy',
    'putuserpolicy',
    'createaccesskey',
    'createloginprofile',
    'updateloginprofile',
  ],
  [oneself]: ['attachuserpolicy', 'putuserpolicy'],
  'group/*': ['attachgrouppolicy', 'putgrouppolicy', 'addusertogroup'],
  'role/*': ['attachrolepolicy', 'putrolepolicy', 'updateassumerolepolicy'],
  'policy/*': ['createpolicyversion', 'setdefaultpolicyversion'],
};

/** Actions that take the permissions boundary off, or put another in its place. */
export const wayOutOfBoundary: ProbeTable = {
  'user/*': ['deleteuserpermissionsboundary', 'putuserpermissionsboundary'],
  [oneself]: ['deleteuserpermissionsboundary', 'putuserpermissionsboundary'],
  'role/*': ['deleterolepermissionsboundary', 'putrolepermissionsboundary'],
};

/** The actions of all probes. */
export const probedActions: readonly string[] = [
  ...new Set([waysUp, wayOutOfBoundary].flatMap((table) => Object.values(table).flat())),
].map(actionOf);

/** Whose power is asked for. */
export interface Judged {
  readonly account: PolicyAccount;
  /** Whether `aws:username` may have a value. */
  readonly isNamed: boolean;
}

export function probesIn(
  { account: { partition, account }, isNamed }: Judged,
  table: ProbeTable = waysUp,
): readonly Probe[] {
  const kinds = Object.entries(table).filter(([resource]) => isNamed || resource !== oneself);
  return kinds.flatMap(([resource, actions]) =>
    actions.map((action) => ({
      action: actionOf(action),
      resource: `arn:${partition}:iam::${account}:${resource}`,
    })),
  );
}

function actionOf(name: string): string {
  return `iam:${name}`;
}
