import { isOwned } from '../../model/ownership.ts';
import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import { adoptResource } from '../adopt-resource.ts';
import { toTagList } from '../calls.ts';
import { spelled } from '../conflicts.ts';
import type { DiffContext } from '../diff-context.ts';
import { diffTags } from '../diff-tags.ts';
import { goneAs } from '../gone-from.ts';
import type { OperationDraft } from '../operation.ts';
import { updateOf } from '../setting-change.ts';
import { inOrder } from '../steps.ts';
import type { KindSpec } from './kind-spec.ts';
import { expiryWarnings } from './saml-expiry.ts';
import { samlFacets } from './saml-facets.ts';
import { metadataOf, readSamlMetadata, type SamlMetadata, showMetadata } from './saml-metadata.ts';

type Desired = DesiredOf<'saml-provider'>;
type Live = LiveOf<'saml-provider'>;

/** Whom it vouches for, role trusts can let in. Prune leaves it, for it has no path; it may end. */
export const samlProviderSpec: KindSpec<'saml-provider'> = {
  parts: ['samlMetadata'],
  live: (part) =>
    Object.entries(part('samlMetadata') ?? {}).map(([arn, { metadata, tags }]) => ({
      type: 'saml-provider',
      name: arn.slice(arn.lastIndexOf('/') + 1),
      arn,
      metadata,
      tags,
    })),
  faults: ({ address, position, metadata }) =>
    readSamlMetadata(metadata) === undefined
      ? [
          {
            code: 'MANIFEST_INVALID',
            message: `${address}: this is not the metadata of a SAML identity provider.`,
            position,
            hint: 'Download the XML anew; its root is an EntityDescriptor with an IDPSSODescriptor.',
          },
        ]
      : [],
  diff: (desired, live, context) => {
    const metadata = metadataOf(desired.metadata);
    const warnings = expiryWarnings(metadata, context.takenAt);
    if (live === undefined) {
      return { kind: 'create', drafts: [createProvider(desired, metadata)], warnings };
    }
    if (!isOwned(live, context.scope)) {
      return adoptResource(desired, live, context, {
        facets: { metadata: showMetadata(metadataOf(live.metadata)), tags: live.tags },
        mark: (tags) => ({
          action: 'iam:TagSAMLProvider',
          input: { SAMLProviderArn: live.arn, Tags: toTagList(tags) },
        }),
        update: (marked) => updateProvider(desired, { ...live, ...marked }, context),
      });
    }
    if (desired.name !== live.name) return spelled(live);
    const difference = updateOf(updateProvider(desired, live, context));
    if (difference.kind === 'update') return { ...difference, warnings };
    return warnings.length > 0
      ? { kind: 'none', note: `saml-provider/${live.name}: ${warnings.join(' ')}` }
      : difference;
  },
  removal: {
    isOursByWord: isOwned,
    drafts: (live) => [
      {
        call: { action: 'iam:DeleteSAMLProvider', input: { SAMLProviderArn: live.arn } },
        facet: '',
        ...goneAs(samlFacets(live), { arn: live.arn }),
      },
    ],
  },
};

function createProvider(
  { name, metadata: text, tags }: Desired,
  metadata: SamlMetadata,
): OperationDraft {
  return {
    call: {
      action: 'iam:CreateSAMLProvider',
      input: { Name: name, SAMLMetadataDocument: text, Tags: toTagList(tags) },
    },
    facet: '',
    before: null,
    after: { metadata: showMetadata(metadata), tags },
    compared: { before: null, after: { metadata: metadata.canonical, tags } },
  };
}

function updateProvider(
  desired: Desired,
  live: Live,
  context: DiffContext,
): readonly OperationDraft[] {
  const SAMLProviderArn = live.arn;
  return inOrder(
    [
      ...updateMetadata(desired, live),
      ...diffTags(
        desired.tags,
        live.tags,
        {
          add: (Tags) => ({ action: 'iam:TagSAMLProvider', input: { SAMLProviderArn, Tags } }),
          remove: (TagKeys) => ({
            action: 'iam:UntagSAMLProvider',
            input: { SAMLProviderArn, TagKeys },
          }),
        },
        context,
      ),
    ],
    context,
  );
}

function updateMetadata(desired: Desired, live: Live): readonly OperationDraft[] {
  const [before, after] = [metadataOf(live.metadata), metadataOf(desired.metadata)];
  if (before.canonical === after.canonical) return [];
  return [
    {
      call: {
        action: 'iam:UpdateSAMLProvider',
        input: { SAMLProviderArn: live.arn, SAMLMetadataDocument: desired.metadata },
      },
      facet: 'metadata',
      before: showMetadata(before),
      after: showMetadata(after),
      previous: live.metadata,
      compared: { before: before.canonical, after: after.canonical },
    },
  ];
}
