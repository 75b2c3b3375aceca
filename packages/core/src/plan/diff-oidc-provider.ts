import type { DesiredOidcProvider, LiveOidcProvider } from '../model/resource.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffTags } from './diff-tags.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

export function createOidcProvider(desired: DesiredOidcProvider): readonly OperationDraft[] {
  const { url, clientIds, thumbprints, tags } = desired;
  return [
    {
      call: {
        action: 'iam:CreateOpenIDConnectProvider',
        input: {
          Url: `https://${url}`,
          ClientIDList: [...clientIds],
          Tags: toTagList(tags),
          ...(thumbprints === undefined ? {} : { ThumbprintList: [...thumbprints] }),
        },
      },
      facet: '',
      before: null,
      after: { url, clientIds, thumbprints: thumbprints ?? null, tags },
    },
  ];
}

export function updateOidcProvider(
  desired: DesiredOidcProvider,
  live: LiveOidcProvider,
  context: DiffContext,
): readonly OperationDraft[] {
  const OpenIDConnectProviderArn = live.arn;
  return inOrder(
    [
      ...addAudiences(desired, live),
      ...live.clientIds
        .filter((id) => !desired.clientIds.includes(id))
        .map((ClientID): OperationDraft => {
          return {
            call: {
              action: 'iam:RemoveClientIDFromOpenIDConnectProvider',
              input: { OpenIDConnectProviderArn, ClientID },
            },
            facet: `clientIds/${ClientID}`,
            before: ClientID,
            after: null,
          };
        }),
      ...updateThumbprints(desired, live),
      ...diffTags(
        desired.tags,
        live.tags,
        {
          add: (Tags) => ({
            action: 'iam:TagOpenIDConnectProvider',
            input: { OpenIDConnectProviderArn, Tags },
          }),
          remove: (TagKeys) => ({
            action: 'iam:UntagOpenIDConnectProvider',
            input: { OpenIDConnectProviderArn, TagKeys },
          }),
        },
        context,
      ),
    ],
    context,
  );
}

export function deleteOidcProvider(live: LiveOidcProvider): readonly OperationDraft[] {
  return [
    {
      call: {
        action: 'iam:DeleteOpenIDConnectProvider',
        input: { OpenIDConnectProviderArn: live.arn },
      },
      facet: '',
      ...goneFrom(live, { arn: live.arn }),
    },
  ];
}

function addAudiences(
  desired: DesiredOidcProvider,
  live: LiveOidcProvider,
): readonly OperationDraft[] {
  return desired.clientIds
    .filter((id) => !live.clientIds.includes(id))
    .map((ClientID) => ({
      call: {
        action: 'iam:AddClientIDToOpenIDConnectProvider',
        input: { OpenIDConnectProviderArn: live.arn, ClientID },
      },
      facet: `clientIds/${ClientID}`,
      before: null,
      after: ClientID,
    }));
}

function updateThumbprints(
  desired: DesiredOidcProvider,
  live: LiveOidcProvider,
): readonly OperationDraft[] {
  if (desired.thumbprints === undefined) return [];
  const before = live.thumbprints.map((print) => print.toLowerCase()).sort();
  const after = desired.thumbprints.map((print) => print.toLowerCase()).sort();
  if (before.join() === after.join()) return [];
  return [
    {
      call: {
        action: 'iam:UpdateOpenIDConnectProviderThumbprint',
        input: { OpenIDConnectProviderArn: live.arn, ThumbprintList: after },
      },
      facet: 'thumbprints',
      before,
      after,
    },
  ];
}
