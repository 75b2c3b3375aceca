import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import { kept } from '../adopt-resource.ts';
import type { Call } from '../calls.ts';
import { spelled } from '../conflicts.ts';
import type { DiffContext } from '../diff-context.ts';
import type { Difference } from '../difference.ts';
import type { OperationDraft } from '../operation.ts';
import { updateOf } from '../setting-change.ts';
import { inOrder } from '../steps.ts';
import { centerKeeperOf } from './center-keeper.ts';
import { fromElsewhere } from './from-elsewhere.ts';
import { groupFacets } from './group-facets.ts';
import { markedDescription, readMark } from './group-mark.ts';
import { storeOf } from './store.ts';

type Desired = DesiredOf<'identity-center-group'>;
type Live = LiveOf<'identity-center-group'>;

/** Compares a declared group of Identity Center with the one that is there under its name. */
export function diffIdentityCenterGroup(
  desired: Desired,
  live: Live | undefined,
  context: DiffContext,
): Difference {
  if (live === undefined) {
    const mark = { scope: context.scope, isAdopted: false };
    const description = markedDescription(desired.description, mark);
    const make = createDraft(desired.name, description, context);
    const members = memberDrafts(desired, [], context);
    return { kind: 'create', drafts: inOrder([make, ...members], context) };
  }
  if (live.external) return fromElsewhere('group', live.name);
  const { scope: owner, isAdopted, text } = readMark(live.description);
  const mark = { scope: context.scope, isAdopted: isAdopted || owner === undefined };
  const description = markedDescription(desired.description, mark);
  if (owner !== undefined && owner !== context.scope) {
    return {
      kind: 'conflict',
      message: `Group ${live.name} belongs to scope "${owner}"; it is left alone.`,
      hint: 'Declare it under another name, or remove the one that is there.',
    };
  }
  if (owner === undefined && !desired.adopt) {
    return {
      kind: 'conflict',
      message: `Group ${live.name} exists and is not ours; it is left alone.`,
      hint: 'Declare it under another name, or take it over as it is with "adopt: true".',
    };
  }
  const keeper = centerKeeperOf(live, context.scope);
  if (owner === undefined && keeper !== undefined && keeper !== 'another-scope') {
    return kept({ arn: `Group ${live.name}` }, keeper);
  }
  if (live.name !== desired.name) return spelled({ ...live, arn: `Group ${live.name}` });
  const members = memberDrafts(desired, live.members ?? [], context);
  if (owner !== undefined) {
    const described =
      text === (desired.description ?? '')
        ? []
        : [describeDraft(live, description, { facet: 'description', context })];
    return updateOf(inOrder([...described, ...members], context));
  }
  const own = describeDraft(live, description, { facet: 'ownership', context });
  const before = groupFacets(live);
  return {
    kind: 'adopt',
    drafts: [{ ...own, step: 'own' }, ...inOrder(members, context)],
    warnings: [],
    adopted: {
      before,
      after: groupFacets({
        description: desired.description,
        members: [...desired.members, ...(desired.exclusive ? [] : (live.members ?? []))],
      }),
    },
  };
}

function createDraft(name: string, Description: string, context: DiffContext): OperationDraft {
  const { IdentityStoreId, region } = storeOf(context);
  return {
    call: {
      action: 'identitystore:CreateGroup',
      region,
      input: { IdentityStoreId, GroupName: name, Description },
    },
    facet: '',
    before: null,
    after: { description: Description },
  };
}

function describeDraft(
  live: Live,
  Description: string,
  { facet, context }: { readonly facet: string; readonly context: DiffContext },
): OperationDraft {
  const { IdentityStoreId, region } = storeOf(context);
  return {
    call: {
      action: 'identitystore:UpdateGroup',
      region,
      input: { IdentityStoreId, GroupName: live.name, Description },
    },
    facet,
    before: live.description ?? '',
    after: Description,
    ...(facet === 'ownership'
      ? {
          // Who approves the taking over approves the group with those who are in it.
          compared: {
            before: {
              description: live.description ?? '',
              members: [...(live.members ?? [])].sort(),
            },
            after: Description,
          },
        }
      : {}),
  };
}

function memberDrafts(
  { name, members, exclusive }: Desired,
  there: readonly string[],
  context: DiffContext,
): readonly OperationDraft[] {
  const { IdentityStoreId, region } = storeOf(context);
  const draft = (UserName: string, isAdded: boolean): OperationDraft => {
    const input = { IdentityStoreId, GroupName: name, UserName };
    const call: Call = isAdded
      ? { action: 'identitystore:CreateGroupMembership', region, input }
      : { action: 'identitystore:DeleteGroupMembership', region, input };
    return {
      call,
      facet: `members/${UserName}`,
      before: isAdded ? null : UserName,
      after: isAdded ? UserName : null,
    };
  };
  const wanted = [...new Set(members)];
  return [
    ...wanted.filter((one) => !there.includes(one)).map((one) => draft(one, true)),
    ...(exclusive ? there.filter((one) => !wanted.includes(one)) : []).map((one) =>
      draft(one, false),
    ),
  ];
}
