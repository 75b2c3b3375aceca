import type { SyntaxNode } from '@rolecall/policy';
import { canonicalDraft, type Draft, listOf, memberIn, shownDraft, textIn } from './draft.ts';
import { documentIn } from './embedded-json.ts';
import {
  bind,
  elsewhere,
  type FoundPolicy,
  managedDocument,
  type PolicyCollector,
} from './policy-collector.ts';
import {
  inlineKind,
  managedKind,
  organizationKind,
  resourceKind,
  trustKind,
} from './policy-kinds.ts';
import { type HolderNames, holderNames } from './terraform-holders.ts';
import {
  terraformAttachments,
  terraformHolders,
  terraformInline,
  terraformResourcePolicies,
} from './terraform-resources.ts';
import { statesOf, type TerraformResource, type TerraformState } from './terraform-state.ts';

/** Collects the policies of a plan: of the account as it is and as it would be. */
export function collectPlan(root: SyntaxNode, collector: PolicyCollector): void {
  for (const state of statesOf(root)) collectState(state, collector);
}

interface Context {
  readonly names: HolderNames;
  readonly add: (policy: FoundPolicy) => void;
}

function collectState({ side, resources }: TerraformState, collector: PolicyCollector): void {
  const names = holderNames(collector.file, resources);
  const context = { names, add: (policy: FoundPolicy) => collector.add({ ...policy, side }) };
  for (const resource of resources) {
    const { type } = resource;
    if (terraformHolders.has(type)) collectHolder(resource, context);
    if (terraformInline.has(type)) collectInline(resource, context);
    if (type === 'aws_iam_policy') collectManaged(resource, context);
    if (terraformAttachments.has(type) || type === 'aws_iam_policy_attachment')
      collectAttachment(resource, context);
    if (type === 'aws_iam_user_group_membership') collectMembership(resource, resources, context);
    if (terraformResourcePolicies.has(type)) collectResourcePolicy(resource, context);
    collectOthers(resource, context);
  }
}

/** The document of an argument; one that has to be there and is not is as good as unknown. */
function documentOf({ address, values }: TerraformResource, argument: string): Draft {
  const value = given(values, argument);
  return value === undefined
    ? elsewhere(`policy of ${address}`, `missing ${address}`, values)
    : documentIn(value);
}

/** Terraform writes `null`, an empty text or nothing for what is not given. */
function given(values: Draft, argument: string): Draft | undefined {
  const value = memberIn(values, argument);
  if (value?.kind === 'null' || (value?.kind === 'string' && value.value === '')) return undefined;
  return value;
}

/**
 * An argument that the configuration gives. Others show what the account had when it was read last,
 * by whichever resource: a policy that is about to change would stand there unchanged.
 */
function configured(resource: TerraformResource, argument: string): Draft | undefined {
  return resource.isConfigured(argument) ? given(resource.values, argument) : undefined;
}

function collectHolder(resource: TerraformResource, { names, add }: Context): void {
  const { address, type, values } = resource;
  const word = terraformHolders.get(type) ?? 'role';
  const holder = names.ownerOf(resource);
  if (given(values, 'assume_role_policy') !== undefined)
    add({
      address: `${address}.assume_role_policy`,
      label: 'trust policy',
      kind: trustKind,
      document: documentOf(resource, 'assume_role_policy'),
      bindings: [bind(holder, 'trust')],
    });
  for (const [index, one] of listOf(configured(resource, 'inline_policy')).entries()) {
    const document = given(one, 'policy') ?? (one.kind === 'unknown' ? one : undefined);
    if (document === undefined) continue;
    add({
      address: `${address}.inline_policy.${textIn(one, 'name') ?? index}`,
      label: `inline policy ${textIn(one, 'name') ?? index}`,
      kind: inlineKind(word),
      document: documentIn(document),
      bindings: [bind(holder, 'policy')],
    });
  }
  const references = resource.referencesOf('managed_policy_arns');
  for (const arn of listOf(configured(resource, 'managed_policy_arns')))
    if (arn.kind !== 'null')
      add({
        ...attached(resource, { arn, references }, names),
        bindings: [bind(holder, 'policy')],
      });
  const boundary = given(values, 'permissions_boundary');
  if (boundary === undefined) return;
  const of = { arn: boundary, references: resource.referencesOf('permissions_boundary') };
  add({
    ...attached(resource, of, names),
    label: `boundary ${shownDraft(boundary)}`,
    bindings: [bind(holder, 'boundary')],
  });
}

function collectInline(resource: TerraformResource, { names, add }: Context): void {
  const { address, type, values } = resource;
  const word = terraformInline.get(type) ?? 'role';
  const holders = names.holdersOf(resource, word, memberIn(values, word), word);
  add({
    address: `${address}.policy`,
    label: `inline policy ${textIn(values, 'name') ?? address}`,
    kind: inlineKind(word),
    document: documentOf(resource, 'policy'),
    bindings: holders.map((holder) => bind(holder, 'policy')),
  });
}

function collectManaged(resource: TerraformResource, { names, add }: Context): void {
  const { address, values } = resource;
  add({
    address: `${address}.policy`,
    label: `managed policy ${textIn(values, 'name') ?? address}`,
    kind: managedKind,
    document: documentOf(resource, 'policy'),
    bindings: [bind(names.ownerOf(resource), 'policy', { isHeld: names.isHeld(resource) })],
  });
}

function collectAttachment(resource: TerraformResource, { names, add }: Context): void {
  const { type, values } = resource;
  const one = terraformAttachments.get(type);
  const places =
    one === undefined
      ? ([
          ['roles', 'role'],
          ['users', 'user'],
          ['groups', 'group'],
        ] as const)
      : ([[one, one]] as const);
  const holders = places.flatMap(([argument, word]) =>
    listOf(memberIn(values, argument))
      .filter(({ kind }) => kind !== 'null')
      .flatMap((holder) => names.holdersOf(resource, argument, holder, word)),
  );
  const arn = memberIn(values, 'policy_arn');
  if (arn === undefined) return;
  const references = resource.referencesOf('policy_arn');
  add({
    ...attached(resource, { arn, references }, names),
    bindings: holders.map((holder) => bind(holder, 'policy')),
  });
}

interface PolicyReference {
  readonly arn: Draft;
  readonly references: readonly string[];
}

/** A managed policy by its ARN: the plan's own, AWS's, or one that is somewhere else. */
function attached(
  { address, values }: TerraformResource,
  { arn, references }: PolicyReference,
  names: HolderNames,
): Omit<FoundPolicy, 'bindings'> {
  const own = names.policyOf(arn, references);
  const shown = own?.address ?? shownDraft(arn);
  return {
    address: `${address}(${shown})`,
    label: `managed policy ${own === undefined ? shown : (textIn(own.values, 'name') ?? shown)}`,
    kind: managedKind,
    document:
      own !== undefined
        ? documentOf(own, 'policy')
        : arn.kind === 'string'
          ? managedDocument(arn.value, arn)
          : elsewhere(shown, canonicalDraft(arn), values),
    isReference: true,
  };
}

/** A user has what its groups have: each policy of a group is also the user's. */
function collectMembership(
  resource: TerraformResource,
  resources: readonly TerraformResource[],
  { names, add }: Context,
): void {
  const users = names.holdersOf(resource, 'user', memberIn(resource.values, 'user'), 'user');
  const bindings = users.map((user) => bind(user, 'policy'));
  for (const item of listOf(memberIn(resource.values, 'groups')))
    for (const group of names.holdersOf(resource, 'groups', item, 'group')) {
      const identity = `group ${group} of ${resources.length === 0 ? '' : groupContent(group, resources, names)}`;
      add({
        address: `${resource.address}(${shownDraft(item)})`,
        label: `policies of group ${shownDraft(item)}`,
        kind: inlineKind('group'),
        document: elsewhere(`policies of group ${shownDraft(item)}`, identity, item),
        bindings,
        isReference: true,
      });
    }
}

/** Changes with each policy of the group; what the group itself gains is compared there. */
function groupContent(group: string, resources: readonly TerraformResource[], names: HolderNames) {
  return resources
    .filter(({ type }) => /^aws_iam_group_policy/.test(type))
    .filter((one) =>
      names.holdersOf(one, 'group', memberIn(one.values, 'group'), 'group').includes(group),
    )
    .map(({ values }) => canonicalDraft(values))
    .sort()
    .join();
}

function collectResourcePolicy(resource: TerraformResource, { names, add }: Context): void {
  const { address, type, values } = resource;
  const place = terraformResourcePolicies.get(type);
  if (place === undefined) return;
  const { document, target, resourceType } = place;
  const isThere = configured(resource, document) !== undefined;
  if (!isThere && target === undefined) return;
  const on = target === undefined ? undefined : memberIn(values, target);
  add({
    address: `${address}.${document}`,
    label: `resource policy of ${on?.kind === 'string' ? on.value : address}`,
    kind: resourceKind(resourceType),
    document: documentOf(resource, document),
    bindings: [bind(names.targetOf(resource, on), 'resource-policy')],
    isReference: !isThere,
  });
}

function collectOthers(resource: TerraformResource, { names, add }: Context): void {
  const { address, type, values } = resource;
  const holder = names.ownerOf(resource);
  if (type === 'aws_organizations_policy')
    add({
      address: `${address}.content`,
      label: `control policy ${textIn(values, 'name') ?? address}`,
      kind:
        organizationKind(textIn(values, 'type')) ??
        organizationKind('SERVICE_CONTROL_POLICY') ??
        managedKind,
      document: documentOf(resource, 'content'),
      bindings: [bind(holder, 'policy')],
    });
  if (type === 'aws_ssoadmin_permission_set_inline_policy')
    add({
      address: `${address}.inline_policy`,
      label: 'inline policy',
      kind: inlineKind('permission set'),
      document: documentOf(resource, 'inline_policy'),
      bindings: [bind(names.targetOf(resource, memberIn(values, 'permission_set_arn')), 'policy')],
    });
}
