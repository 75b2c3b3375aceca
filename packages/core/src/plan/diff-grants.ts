import type { PolicyDocument } from '@rolecall/policy';
import { policyNameable } from '../model/ignored.ts';
import type { IamCall } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { documentChange, documentText } from './document-change.ts';
import { isRevocation, keepingRevocation } from './kept-revocation.ts';
import type { OperationDraft } from './operation.ts';
import { containsStatements, effectOf } from './steps.ts';

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
  /** Who may use it, or within which bounds, changes in the same plan. */
  readonly reshaped?: boolean;
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
    ...Object.entries(keepingRevocation(desired.inlinePolicies, inline, context)).flatMap(
      ([name, document]) =>
        putInline(of, { name, before: inline.get(name), after: document }, context),
    ),
    ...(desired.exclusive
      ? removeGrants(
          of,
          {
            attachedPolicies: live.attachedPolicies.filter(
              ({ arn }) => !wanted.has(arn) && !context.ignores(policyNameable(arn)),
            ),
            inlinePolicies: live.inlinePolicies.filter(
              (one) =>
                !Object.hasOwn(desired.inlinePolicies, one.name) && !isRevocation(of, one, context),
            ),
          },
          context,
        )
      : []),
  ];
}

interface InlineChange {
  readonly name: string;
  readonly before: PolicyDocument | undefined;
  readonly after: PolicyDocument;
}

/**
 * A document that gives some and takes some is deleted first and put again at the end where the
 * trust or the boundary changes as well: neither those who leave may have the new, nor those who
 * come the old.
 */
function putInline(
  of: GrantsOf,
  { name, before, after }: InlineChange,
  context: DiffContext,
): readonly OperationDraft[] {
  const facet = `inlinePolicies/${name}`;
  const call = putCall(of, name, documentText(after));
  const change = documentChange({ facet, before, after, call }, context);
  if (change.length === 0 || before === undefined || of.reshaped !== true) return change;
  const comparable =
    containsStatements(before, after, context) || containsStatements(after, before, context);
  const narrows = effectOf([after]) === 'denies';
  if (comparable || narrows || effectOf([before]) !== 'allows') return change;
  const removal = { facet, before, after: undefined, call: deleteInlineCall(of, name) };
  return [
    ...documentChange(removal, context),
    ...documentChange({ facet, before: undefined, after, call }, context),
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
