import type { PolicyCondition } from '@rolecall/policy';
import type { ReasonedStatement } from './bootstrap.ts';
import { allOf, marked, owned } from './conditions.ts';
import type { ApplyNeeds, Grantees } from './needs.ts';

/** So many ARNs go into one statement, so that each fits into a policy. */
const chunkSize = 30;

/** Roles and users that carry an approved boundary, and those that are named one by one. */
export function roleStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  return [
    ...boundedStatements('Role', needs.bounded.roles, needs),
    ...namedStatements('Role', needs.named.roles, needs),
    ...tendingStatements('Role', ['iam:UpdateAssumeRolePolicy', 'iam:UpdateRole'], needs),
  ];
}

export function userStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  return [
    ...boundedStatements('User', needs.bounded.users, needs),
    ...namedStatements('User', needs.named.users, needs),
    ...tendingStatements('User', ['iam:UpdateUser'], needs),
  ];
}

type Noun = 'Role' | 'User';

function boundedStatements(
  noun: Noun,
  grantees: Grantees,
  { scope }: ApplyNeeds,
): readonly ReasonedStatement[] {
  const { resources, attach, boundaries } = grantees;
  const bounded: PolicyCondition = {
    StringEquals: { 'iam:PermissionsBoundary': boundaries },
  };
  return [
    {
      statement: {
        Sid: `CreateBounded${noun}s`,
        Effect: 'Allow',
        Action: `iam:Create${noun}`,
        Resource: resources,
        Condition: allOf(creating(scope), bounded),
      },
      why: `A ${noun.toLowerCase()} begins with the mark of the scope and with an approved boundary, or not at all.`,
    },
    {
      statement: {
        Sid: `GrantToBounded${noun}s`,
        Effect: 'Allow',
        Action: grantActions(noun),
        Resource: resources,
        Condition: allOf(owned(scope), bounded),
      },
      why: `Inline policies of owned ${noun.toLowerCase()}s, as long as the boundary is on: it holds whatever they say.`,
    },
    ...chunksOf(attach).map(({ items, number }) => ({
      statement: {
        Sid: `AttachToBounded${noun}s${number}`,
        Effect: 'Allow' as const,
        Action: `iam:Attach${noun}Policy`,
        Resource: resources,
        Condition: allOf(owned(scope), bounded, attaching(items)),
      },
      why: 'Only the policies of the scope and those listed here can be attached. Others take another bootstrap.',
    })),
    {
      statement: {
        Sid: `Bind${noun}s`,
        Effect: 'Allow',
        Action: `iam:Put${noun}PermissionsBoundary`,
        Resource: resources,
        Condition: allOf(owned(scope), bounded),
      },
      why: 'Puts an approved boundary on, which never widens beyond it.',
    },
  ];
}

function namedStatements(
  noun: Noun,
  { resources: all, attach, boundaries }: Grantees,
  { scope }: ApplyNeeds,
): readonly ReasonedStatement[] {
  const perhaps: PolicyCondition = {
    StringEqualsIfExists: { 'iam:PermissionsBoundary': boundaries },
  };
  const why = `Opted in (unbounded): these ${noun.toLowerCase()}s stand in the manifest without an approved boundary.`;
  return chunksOf(all).flatMap(({ items: resources, number }): readonly ReasonedStatement[] => [
    {
      statement: {
        Sid: `CreateNamed${noun}s${number}`,
        Effect: 'Allow',
        Action: `iam:Create${noun}`,
        Resource: resources,
        Condition: allOf(creating(scope), perhaps),
      },
      why: `${why} Created with the mark of the scope.`,
    },
    {
      statement: {
        Sid: `GrantToNamed${noun}s${number}`,
        Effect: 'Allow',
        Action: grantActions(noun),
        Resource: resources,
        Condition: owned(scope),
      },
      why: `${why} What their inline policies say, only reviews limit.`,
    },
    ...chunksOf(attach).map((policies) => ({
      statement: {
        Sid: `AttachToNamed${noun}s${number}${policies.number && `P${policies.number}`}`,
        Effect: 'Allow' as const,
        Action: `iam:Attach${noun}Policy`,
        Resource: resources,
        Condition: allOf(owned(scope), attaching(policies.items)),
      },
      why: `${why} Only what the manifest attaches to them now.`,
    })),
    {
      statement: {
        Sid: `BindNamed${noun}s${number}`,
        Effect: 'Allow',
        Action: `iam:Put${noun}PermissionsBoundary`,
        Resource: resources,
        Condition: allOf(owned(scope), {
          StringEquals: { 'iam:PermissionsBoundary': boundaries },
        }),
      },
      why: `${why} A boundary that is approved, or that the manifest gives them.`,
    },
  ]);
}

/** What does not depend on boundaries: no key for them is confirmed for these calls. */
function tendingStatements(
  noun: Noun,
  updates: readonly string[],
  { scope, bounded, named, allowed }: ApplyNeeds,
): readonly ReasonedStatement[] {
  // What was unbounded once has to be cleared before it can be deleted, named no longer or not.
  const takings = allowed.has('unbounded') ? takeActions(noun) : [];
  const key = noun === 'Role' ? 'roles' : 'users';
  const resources = [...new Set([...bounded[key].resources, ...named[key].resources])];
  return chunksOf(resources).flatMap(({ items, number }): readonly ReasonedStatement[] => [
    {
      statement: {
        Sid: `TagNew${noun}s${number}`,
        Effect: 'Allow',
        Action: `iam:Tag${noun}`,
        Resource: items,
        Condition: marked(scope),
      },
      why: `Creating with tags takes iam:Tag${noun} as well. IAM cannot tell a new ${noun.toLowerCase()} from one without a mark, so nothing else belongs under this path.`,
    },
    {
      statement: {
        Sid: `ChangeOwned${noun}s${number}`,
        Effect: 'Allow',
        Action: [...updates, ...takings, `iam:Tag${noun}`, `iam:Untag${noun}`, `iam:Delete${noun}`],
        Resource: items,
        Condition: owned(scope),
      },
      why:
        noun === 'Role'
          ? 'Trust, settings, tags and the end of owned roles. No condition key looks into a trust policy: that is guarded by reviews and guardrails.'
          : 'Path, tags and the end of owned users.',
    },
  ]);
}

/** Taking off is limited like putting on: it could be a Deny that goes. */
function grantActions(noun: Noun): readonly string[] {
  return [`iam:Put${noun}Policy`, ...takeActions(noun)];
}

function takeActions(noun: Noun): readonly string[] {
  return [`iam:Delete${noun}Policy`, `iam:Detach${noun}Policy`];
}

function creating(scope: string): PolicyCondition {
  return { StringEquals: { 'aws:RequestTag/rolecall:owner': scope } };
}

export function attaching(arns: readonly string[]): PolicyCondition {
  return { ArnLike: { 'iam:PolicyARN': arns } };
}

/** In pieces, the first without a number so that its Sid is plain. */
export function chunksOf<T>(
  items: readonly T[],
): readonly { readonly items: readonly T[]; readonly number: string }[] {
  const count = Math.ceil(items.length / chunkSize);
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * chunkSize, (index + 1) * chunkSize),
    number: index === 0 ? '' : `${index + 1}`,
  }));
}
