import { canonicalJson } from '@rolecall/policy';
import { isOwned, resourceTag } from '../../model/ownership.ts';
import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import type { Tags } from '../../model/snapshot.ts';
import { adoptResource } from '../adopt-resource.ts';
import { spelled } from '../conflicts.ts';
import type { DiffContext } from '../diff-context.ts';
import { diffTags } from '../diff-tags.ts';
import { goneAs } from '../gone-from.ts';
import type { OperationDraft } from '../operation.ts';
import { updateOf } from '../setting-change.ts';
import { inOrder } from '../steps.ts';
import { analyzerCost } from './analyzer-cost.ts';
import { analyzerFacets, analyzerSettings, filterJson } from './analyzer-facets.ts';
import { analyzerFaults } from './analyzer-faults.ts';
import { authorizeAnalyzer } from './authorize-analyzer.ts';
import type { KindSpec } from './kind-spec.ts';
import { liveAnalyzers } from './live-analyzers.ts';

type Desired = DesiredOf<'analyzer'>;
type Live = LiveOf<'analyzer'>;

/** An analyzer of Access Analyzer, one of its region. */
export const analyzerSpec: KindSpec<'analyzer'> = {
  parts: ['analyzers', 'archiveRules'],
  live: liveAnalyzers,
  faults: analyzerFaults,
  diff: (desired, live, context) => {
    if (live === undefined) {
      return {
        kind: 'create',
        drafts: [createAnalyzer(desired)],
        warnings: [
          ...analyzerCost(desired.analyzerType, context.parts),
          ...hidingWarnings(desired),
        ],
      };
    }
    if (!isOwned(live, context.scope)) {
      if (!isAlike(desired, live)) return unlike(desired, live);
      return adoptResource(desired, live, context, {
        facets: analyzerFacets(live),
        mark: (tags) => ({
          action: 'access-analyzer:TagResource',
          region: live.region,
          input: { resourceArn: live.arn, tags },
        }),
        update: (marked) => updateAnalyzer(desired, { ...live, ...marked }, context),
      });
    }
    if (desired.name !== live.name) return spelled(live);
    if (isAlike(desired, live)) {
      const difference = updateOf(updateAnalyzer(desired, live, context));
      if (difference.kind !== 'update') return difference;
      const { warnings = [] } = difference;
      return { ...difference, warnings: [...warnings, ...hidingWarnings(desired)] };
    }
    return {
      kind: 'replace',
      drafts: [deleteAnalyzer(live), createAnalyzer(desired)],
      warnings: [
        'AWS cannot change its type, nor the age: it is made anew, and what it found is lost.',
        ...analyzerCost(desired.analyzerType, context.parts),
      ],
    };
  },
  removal: {
    // Analyzers have no path. A tag that was copied from another resource names that one.
    isOurs: (live, scope) => isOwned(live, scope) && namesIt(live.tags[resourceTag], live.name),
    drafts: (live) => [deleteAnalyzer(live)],
  },
  authorized: authorizeAnalyzer,
};

function namesIt(address: string | undefined, name: string): boolean {
  return address?.endsWith(`analyzer/${name}`) === true;
}

function isAlike(desired: Desired, live: Live): boolean {
  return (
    desired.analyzerType === live.analyzerType && desired.unusedAccessAge === live.unusedAccessAge
  );
}

function unlike(desired: Desired, { arn, analyzerType, unusedAccessAge }: Live) {
  const age = unusedAccessAge === undefined ? '' : `, unusedAccessAge: ${unusedAccessAge}`;
  return {
    kind: 'conflict',
    message: `${arn} exists as another analyzer than ${desired.analyzerType}; it is left alone.`,
    hint: `Declare it as it is (type: ${analyzerType}${age}), or under another name.`,
  } as const;
}

function createAnalyzer(desired: Desired): OperationDraft {
  const { region, analyzerName, analyzerType: type, unusedAccessAge, tags } = desired;
  const rules = Object.entries(desired.archiveRules);
  return {
    call: {
      action: 'access-analyzer:CreateAnalyzer',
      region,
      input: {
        analyzerName,
        type,
        ...(unusedAccessAge === undefined
          ? {}
          : { configuration: { unusedAccess: { unusedAccessAge } } }),
        archiveRules: rules.map(([ruleName, filter]) => ({ ruleName, filter })),
        tags,
      },
    },
    facet: '',
    before: null,
    after: {
      ...analyzerSettings(desired),
      archiveRules: Object.fromEntries(rules.map(([name, filter]) => [name, filterJson(filter)])),
      tags,
    },
  };
}

function deleteAnalyzer(live: Live): OperationDraft {
  const { region, analyzerName, arn } = live;
  return {
    call: { action: 'access-analyzer:DeleteAnalyzer', region, input: { analyzerName } },
    facet: '',
    ...goneAs(analyzerFacets(live), { arn }),
  };
}

function updateAnalyzer(
  desired: Desired,
  live: Live,
  context: DiffContext,
): readonly OperationDraft[] {
  const { region, arn: resourceArn } = live;
  return inOrder(
    [
      ...updateRules(desired, live),
      ...diffTags(
        desired.tags,
        live.tags,
        {
          add: (tags) => ({
            action: 'access-analyzer:TagResource',
            region,
            input: { resourceArn, tags: toMap(tags) },
          }),
          remove: (tagKeys) => ({
            action: 'access-analyzer:UntagResource',
            region,
            input: { resourceArn, tagKeys },
          }),
        },
        context,
      ),
    ],
    context,
  );
}

function toMap(tags: readonly { readonly Key: string; readonly Value: string }[]): Tags {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

function updateRules(desired: Desired, live: Live): readonly OperationDraft[] {
  const { region, analyzerName } = live;
  const there = new Map(Object.entries(live.archiveRules));
  const put = Object.entries(desired.archiveRules).flatMap(([ruleName, filter]) => {
    const before = there.get(ruleName);
    const [old, wanted] = [before && filterJson(before), filterJson(filter)];
    if (old !== undefined && canonicalJson(old) === canonicalJson(wanted)) return [];
    const input = { analyzerName, ruleName, filter };
    const draft: OperationDraft = {
      call:
        old === undefined
          ? { action: 'access-analyzer:CreateArchiveRule', region, input }
          : { action: 'access-analyzer:UpdateArchiveRule', region, input },
      facet: `archiveRules/${ruleName}`,
      before: old ?? null,
      after: wanted,
    };
    return [draft];
  });
  const surplus = desired.exclusive
    ? [...there].filter(([name]) => !Object.hasOwn(desired.archiveRules, name))
    : [];
  return [
    ...surplus.map(
      ([ruleName, filter]): OperationDraft => ({
        call: {
          action: 'access-analyzer:DeleteArchiveRule',
          region,
          input: { analyzerName, ruleName },
        },
        facet: `archiveRules/${ruleName}`,
        before: filterJson(filter),
        after: null,
      }),
    ),
    ...put,
  ];
}

/** What a rule archives nobody looks at: access for everyone should never be among it. */
function hidingWarnings({ analyzerType, archiveRules }: Desired): readonly string[] {
  if (analyzerType !== 'ACCOUNT' && analyzerType !== 'ORGANIZATION') return [];
  return Object.entries(archiveRules)
    .filter(([, { isPublic }]) => isPublic?.eq?.join() !== 'false')
    .map(
      ([name]) =>
        `Archive rule ${name} may hide public access: add "isPublic: { eq: ['false'] }" to it.`,
    );
}
