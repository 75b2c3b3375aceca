import type { PolicyDocument } from '@rolecall/policy';
import type { IamCall } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { documentChange, documentText } from './document-change.ts';
import type { OperationDraft } from './operation.ts';

export type Holder = 'role' | 'user' | 'group';

interface DesiredGrants {
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: { readonly [name: string]: PolicyDocument };
  readonly exclusive: boolean;
}

export interface LiveGrants {
  readonly attachedPolicies: readonly { readonly arn: string }[];
  readonly inlinePolicies: readonly { readonly name: string; readonly document: PolicyDocument }[];
}

export const noGrants: LiveGrants = { attachedPolicies: [], inlinePolicies: [] };

export interface GrantsOf {
  readonly holder: Holder;
  readonly name: string;
}

/** Attachments and inline policies: what to add, change and, where exclusive, take away. */
export function diffGrants(
  of: GrantsOf,
  desired: DesiredGrants,
  live: LiveGrants,
  context: DiffContext,
): readonly OperationDraft[] {
  const attached = new Set(live.attachedPolicies.map(({ arn }) => arn));
  const wanted = new Set(desired.managedPolicies);
  const inline = new Map(live.inlinePolicies.map(({ name, document }) => [name, document]));
  return [
    ...desired.managedPolicies.filter((arn) => !attached.has(arn)).map((arn) => attachOf(of, arn)),
    ...Object.entries(desired.inlinePolicies).flatMap(([name, document]) =>
      documentChange(
        {
          facet: `inlinePolicies/${name}`,
          before: inline.get(name),
          after: document,
          call: putCall(of, name, documentText(document)),
        },
        context,
      ),
    ),
    ...(desired.exclusive
      ? removeGrants(
          of,
          {
            attachedPolicies: live.attachedPolicies.filter(({ arn }) => !wanted.has(arn)),
            inlinePolicies: live.inlinePolicies.filter(
              ({ name }) => !Object.hasOwn(desired.inlinePolicies, name),
            ),
          },
          context,
        )
      : []),
  ];
}

/** Takes grants away: those that allow are gone before an entity is. */
export function removeGrants(
  of: GrantsOf,
  { attachedPolicies, inlinePolicies }: LiveGrants,
  context: DiffContext,
): readonly OperationDraft[] {
  return [
    ...attachedPolicies.map(({ arn }) => detachOf(of, arn)),
    ...inlinePolicies.flatMap(({ name, document }) =>
      documentChange(
        {
          facet: `inlinePolicies/${name}`,
          before: document,
          after: undefined,
          call: deleteInlineCall(of, name),
        },
        context,
      ),
    ),
  ];
}

export function attachOf(of: GrantsOf, arn: string): OperationDraft {
  return { call: attachCall(of, arn), facet: `managedPolicies/${arn}`, before: null, after: arn };
}

export function detachOf(of: GrantsOf, arn: string): OperationDraft {
  return { call: detachCall(of, arn), facet: `managedPolicies/${arn}`, before: arn, after: null };
}

function attachCall({ holder, name }: GrantsOf, PolicyArn: string): IamCall {
  switch (holder) {
    case 'role':
      return { action: 'iam:AttachRolePolicy', input: { RoleName: name, PolicyArn } };
    case 'user':
      return { action: 'iam:AttachUserPolicy', input: { UserName: name, PolicyArn } };
    case 'group':
      return { action: 'iam:AttachGroupPolicy', input: { GroupName: name, PolicyArn } };
    default:
      return holder satisfies never;
  }
}

function detachCall({ holder, name }: GrantsOf, PolicyArn: string): IamCall {
  switch (holder) {
    case 'role':
      return { action: 'iam:DetachRolePolicy', input: { RoleName: name, PolicyArn } };
    case 'user':
      return { action: 'iam:DetachUserPolicy', input: { UserName: name, PolicyArn } };
    case 'group':
      return { action: 'iam:DetachGroupPolicy', input: { GroupName: name, PolicyArn } };
    default:
      return holder satisfies never;
  }
}

function putCall({ holder, name }: GrantsOf, PolicyName: string, PolicyDocument: string): IamCall {
  const policy = { PolicyName, PolicyDocument };
  switch (holder) {
    case 'role':
      return { action: 'iam:PutRolePolicy', input: { RoleName: name, ...policy } };
    case 'user':
      return { action: 'iam:PutUserPolicy', input: { UserName: name, ...policy } };
    case 'group':
      return { action: 'iam:PutGroupPolicy', input: { GroupName: name, ...policy } };
    default:
      return holder satisfies never;
  }
}

function deleteInlineCall({ holder, name }: GrantsOf, PolicyName: string): IamCall {
  switch (holder) {
    case 'role':
      return { action: 'iam:DeleteRolePolicy', input: { RoleName: name, PolicyName } };
    case 'user':
      return { action: 'iam:DeleteUserPolicy', input: { UserName: name, PolicyName } };
    case 'group':
      return { action: 'iam:DeleteGroupPolicy', input: { GroupName: name, PolicyName } };
    default:
      return holder satisfies never;
  }
}
