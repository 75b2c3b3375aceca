import { ownerOf, ownershipTags, ownerTag, resourceTag } from '../../model/ownership.ts';
import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import { kept } from '../adopt-resource.ts';
import { toTagList } from '../calls.ts';
import { foreign, spelled } from '../conflicts.ts';
import type { DiffContext } from '../diff-context.ts';
import { diffTags } from '../diff-tags.ts';
import type { Difference } from '../difference.ts';
import { facetsAfter } from '../live-facets.ts';
import { looseningWarnings } from '../loosening-warnings.ts';
import type { OperationDraft } from '../operation.ts';
import { updateOf } from '../setting-change.ts';
import { inOrder } from '../steps.ts';
import { centerKeeperOf } from './center-keeper.ts';
import { durationSeconds, sessionDurationOf } from './duration.ts';
import { permissionSetFacets } from './permission-set-facets.ts';
import { diffPolicies, noPolicies } from './permission-set-policies.ts';
import { adoptedAs, isAdopted } from './removal.ts';
import { type SetCalls, setCalls } from './set-calls.ts';

type Desired = DesiredOf<'permission-set'>;
type Live = LiveOf<'permission-set'>;

/** Compares a declared permission set with the one that is there under its name. */
export function diffPermissionSet(
  desired: Desired,
  live: Live | undefined,
  context: DiffContext,
): Difference {
  const calls = setCalls(desired.name, context);
  if (live === undefined) {
    const policies = diffPolicies(desired, noPolicies, { calls, context });
    return { kind: 'create', drafts: inOrder([createDraft(desired, calls), ...policies], context) };
  }
  const owner = ownerOf({ tags: live.tags });
  if (owner === context.scope) {
    return live.name === desired.name
      ? withAccounts(updateOf(updateDrafts(desired, live, { calls, context })), live)
      : spelled(live);
  }
  if (owner !== undefined || !desired.adopt) return foreign(live, context);
  const keeper = centerKeeperOf(live, context.scope);
  if (keeper !== undefined && keeper !== 'another-scope') return kept(live, keeper);
  if (live.name !== desired.name) return spelled(live);
  return withAccounts(adopt(desired, live, { calls, context }), live);
}

interface Making {
  readonly calls: SetCalls;
  readonly context: DiffContext;
}

function createDraft(desired: Desired, calls: SetCalls): OperationDraft {
  const { description, relayState, sessionDuration, tags } = desired;
  return {
    call: calls.create({
      SessionDuration: sessionDuration,
      Tags: toTagList(tags),
      ...(description === undefined ? {} : { Description: description }),
      ...(relayState === undefined ? {} : { RelayState: relayState }),
    }),
    facet: '',
    before: null,
    after: {
      description: description ?? '',
      sessionDuration,
      ...(relayState === undefined ? {} : { relayState }),
      tags,
    },
  };
}

function updateDrafts(
  desired: Desired,
  live: Live,
  { calls, context }: Making,
): readonly OperationDraft[] {
  const reaching = [
    ...updateSettings(desired, live, calls),
    ...diffPolicies(desired, live, { calls, context }),
  ];
  const isBehind = live.outdated.length > 0 || (reaching.length > 0 && live.accounts.length > 0);
  return inOrder(
    [
      ...reaching,
      ...(isBehind ? [provisionDraft(calls)] : []),
      ...diffTags(
        // That it was taken over stays said.
        { ...desired.tags, ...(isAdopted(live) ? keptMark(live) : {}) },
        live.tags,
        { add: calls.tag, remove: calls.untag },
        context,
      ),
    ],
    context,
  );
}

function keptMark({ tags }: Live) {
  const mark = tags[resourceTag];
  return mark === undefined ? {} : { [resourceTag]: mark };
}

/** What AWS cannot take away, a description or a relay state, stays where none is declared. */
function updateSettings(
  { description, relayState, sessionDuration }: Desired,
  live: Live,
  calls: SetCalls,
): readonly OperationDraft[] {
  const same =
    durationSeconds(sessionDuration) === live.sessionSeconds &&
    (description === undefined || description === live.description) &&
    (relayState === undefined || relayState === live.relayState);
  if (same) return [];
  const before = settings(live.description, live.relayState, live.sessionSeconds);
  return [
    {
      call: calls.update({
        SessionDuration: sessionDuration,
        ...(description === undefined ? {} : { Description: description }),
        ...(relayState === undefined ? {} : { RelayState: relayState }),
      }),
      facet: 'settings',
      before,
      after: settings(
        description ?? live.description,
        relayState ?? live.relayState,
        durationSeconds(sessionDuration),
      ),
    },
  ];
}

function settings(
  description: string | undefined,
  relayState: string | undefined,
  sessionSeconds: number,
) {
  return {
    description: description ?? '',
    sessionDuration: sessionDurationOf(sessionSeconds),
    relayState: relayState ?? '',
  };
}

/** Which accounts are behind changes with every write, so the operation does not say. */
function provisionDraft(calls: SetCalls): OperationDraft {
  return {
    call: calls.provision(),
    facet: 'provisioning',
    before: 'as it was',
    after: 'as it is now',
  };
}

/** First the mark, then what differs; who approves it approves the set as it is shown. */
function adopt(desired: Desired, live: Live, { calls, context }: Making): Difference {
  const mark = {
    ...ownershipTags(context.scope, desired.address),
    [resourceTag]: adoptedAs(desired.address),
  };
  const before = permissionSetFacets(live);
  const marked = { ...live, tags: { ...live.tags, ...mark } };
  const drafts: readonly OperationDraft[] = [
    {
      call: calls.tag(toTagList(mark)),
      facet: 'ownership',
      before: {
        [ownerTag]: live.tags[ownerTag] ?? null,
        [resourceTag]: live.tags[resourceTag] ?? null,
      },
      after: mark,
      compared: { before, after: mark },
      step: 'own',
    },
    ...updateDrafts(desired, marked, { calls, context }),
  ];
  return {
    kind: 'adopt',
    drafts,
    warnings: looseningWarnings(drafts),
    adopted: { before, after: facetsAfter(before, drafts) },
  };
}

/** Changing a set that is in use changes what people may do in other accounts. */
function withAccounts(difference: Difference, { accounts }: Live): Difference {
  if (difference.kind !== 'update' && difference.kind !== 'adopt') return difference;
  if (!difference.drafts.some(({ facet }) => facet === 'provisioning')) return difference;
  const many =
    accounts.length > 5 ? `${accounts.length} accounts` : [...accounts].sort().join(', ');
  const warning = `It changes what people who have it may do in ${many}.`;
  return { ...difference, warnings: [...(difference.warnings ?? []), warning] };
}
