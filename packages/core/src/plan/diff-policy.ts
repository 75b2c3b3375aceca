import { samePolicy } from '@rolecall/policy';
import type { DesiredPolicy, LivePolicy } from '../model/resource.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffTags } from './diff-tags.ts';
import { documentChange, documentJson, documentText } from './document-change.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';

/** A managed policy has at most five versions; source: IAM quotas. */
const maxVersions = 5;

export function createPolicy(desired: DesiredPolicy): readonly OperationDraft[] {
  const { name, path, document, description, tags } = desired;
  return [
    {
      call: {
        action: 'iam:CreatePolicy',
        input: {
          PolicyName: name,
          Path: path,
          PolicyDocument: documentText(document),
          Tags: toTagList(tags),
          ...(description === undefined ? {} : { Description: description }),
        },
      },
      facet: '',
      before: null,
      after: { path, document: documentJson(document), description: description ?? '', tags },
    },
  ];
}

export function updatePolicy(
  desired: DesiredPolicy,
  live: LivePolicy,
  context: DiffContext,
): readonly OperationDraft[] {
  const PolicyArn = live.arn;
  const former = live.versions.find(
    ({ id, document: held }) =>
      id !== live.defaultVersionId && held && samePolicy(held, desired.document, context),
  );
  const document = documentChange(
    {
      facet: 'document',
      before: live.document,
      after: desired.document,
      // A version that says the same is gone back to: that is faster, and takes no other's place.
      call: former
        ? { action: 'iam:SetDefaultPolicyVersion', input: { PolicyArn, VersionId: former.id } }
        : {
            action: 'iam:CreatePolicyVersion',
            input: {
              PolicyArn,
              PolicyDocument: documentText(desired.document),
              SetAsDefault: true,
            },
          },
    },
    context,
  );
  return [
    ...(document.length > 0 && former === undefined ? makeRoom(live) : []),
    ...document,
    ...diffTags(
      desired.tags,
      live.tags,
      {
        add: (Tags) => ({ action: 'iam:TagPolicy', input: { PolicyArn, Tags } }),
        remove: (TagKeys) => ({ action: 'iam:UntagPolicy', input: { PolicyArn, TagKeys } }),
      },
      context,
    ),
  ];
}

/** Drops the oldest version that is not the default, so that the one before stays to go back to. */
function makeRoom(live: LivePolicy): readonly OperationDraft[] {
  const spare = live.versions.filter(({ id }) => id !== live.defaultVersionId);
  const oldest = spare.at(-1);
  if (live.versions.length < maxVersions || oldest === undefined) return [];
  return [deleteVersion(live.arn, oldest.id)];
}

function deleteVersion(PolicyArn: string, VersionId: string): OperationDraft {
  return {
    call: { action: 'iam:DeletePolicyVersion', input: { PolicyArn, VersionId } },
    facet: `versions/${VersionId}`,
    before: VersionId,
    after: null,
  };
}

/** Versions but the default, then the policy; nothing may be attached any more. */
export function deletePolicy(live: LivePolicy): readonly OperationDraft[] {
  return [
    ...live.versions
      .filter(({ id }) => id !== live.defaultVersionId)
      .map(({ id }) => deleteVersion(live.arn, id)),
    {
      call: { action: 'iam:DeletePolicy', input: { PolicyArn: live.arn } },
      facet: '',
      ...goneFrom(live, { arn: live.arn, id: live.id }),
    },
  ];
}

/** The description of a policy cannot be changed; one that is not declared may be anything. */
export function describedAnew(desired: DesiredPolicy, live: LivePolicy): boolean {
  return desired.description !== undefined && desired.description !== (live.description ?? '');
}
