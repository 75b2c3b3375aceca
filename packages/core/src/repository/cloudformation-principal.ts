import { attachedPolicyTypes, type PrincipalPlace } from './cloudformation-resources.ts';
import {
  bindingsOf,
  membershipsOf,
  nameOf,
  type Resource,
  resourceNamed,
  type Template,
} from './cloudformation-template.ts';
import { canonicalDraft, type Draft, memberIn, shownDraft } from './draft.ts';
import { documentIn } from './embedded-json.ts';
import { withChoices } from './make-choices.ts';
import { bind, elsewhere, managedDocument, type PolicyCollector } from './policy-collector.ts';
import { inlineKind, managedKind, trustKind } from './policy-kinds.ts';
import type { Guard } from './repository-policy.ts';

interface Context {
  readonly template: Template;
  readonly collector: PolicyCollector;
}

/** All that decides what a role, user, group or permission set of the template may do. */
export function collectPrincipal(
  resource: Resource,
  place: PrincipalPlace,
  context: Context,
): void {
  const { name, holder, properties, when } = resource;
  const isFunction = resource.type.startsWith('AWS::Serverless::');
  // A function with a role of its own takes no policies.
  if (isFunction && memberIn(properties, 'Role') !== undefined) return;
  const trust = memberIn(properties, 'AssumeRolePolicyDocument');
  if (trust !== undefined)
    context.collector.add({
      address: `${name}.AssumeRolePolicyDocument`,
      label: 'trust policy',
      kind: trustKind,
      document: documentIn(trust),
      bindings: [bind(holder, 'trust', { when })],
    });
  const inline = memberIn(properties, 'InlinePolicy');
  if (place.type === 'permission set' && inline !== undefined)
    context.collector.add({
      address: `${name}.InlinePolicy`,
      label: 'inline policy',
      kind: inlineKind(place.type),
      document: documentIn(inline),
      bindings: [bind(holder, 'policy', { when })],
    });
  for (const [index, one] of withChoices(memberIn(properties, 'Policies'), when).entries())
    if (isFunction) collectServerless(resource, { ...one, index }, context);
    else
      context.collector.add({
        address: `${name}.Policies.${index}.PolicyDocument`,
        label: `inline policy ${nameOf(one.draft)}`,
        kind: inlineKind(place.type),
        document: documentIn(memberIn(one.draft, 'PolicyDocument') ?? opaque(one.draft)),
        bindings: [bind(holder, 'policy', { when: one.when })],
      });
  for (const one of withChoices(memberIn(properties, place.managed), when))
    collectManaged(resource, { ...one, part: 'policy' }, context);
  for (const one of withChoices(memberIn(properties, 'PermissionsBoundary'), when))
    collectManaged(resource, { ...one, part: 'boundary' }, context);
  if (place.type === 'user') collectGroups(resource, context);
}

/** What is neither policy nor name: anything. */
function opaque(draft: Draft): Draft {
  return elsewhere(shownDraft(draft), canonicalDraft(draft), draft);
}

interface Attached {
  readonly draft: Draft;
  readonly when: readonly Guard[];
}

/** A managed policy by its ARN: the template's own, AWS's, or one that is somewhere else. */
function collectManaged(
  { name, holder }: Resource,
  { draft, when, part }: Attached & { readonly part: 'policy' | 'boundary' },
  { template, collector }: Context,
): void {
  const own = draft.kind === 'unknown' ? resourceNamed(draft, template, '') : undefined;
  const isOwn = own?.type === 'AWS::IAM::ManagedPolicy';
  const shown = isOwn ? own.name : shownDraft(draft);
  const document = isOwn ? memberIn(own.properties, 'PolicyDocument') : undefined;
  collector.add({
    address: `${name}.${part === 'boundary' ? 'PermissionsBoundary' : 'ManagedPolicyArns'}(${shown})`,
    label: part === 'boundary' ? `boundary ${shown}` : `managed policy ${shown}`,
    kind: managedKind,
    document:
      document === undefined
        ? draft.kind === 'string'
          ? managedDocument(draft.value, draft)
          : opaque(draft)
        : documentIn(document),
    bindings: [bind(holder, part, { when: [...when, ...(isOwn ? own.when : [])] })],
    isReference: true,
  });
}

/** SAM takes documents, names and ARNs of policies, and templates of its own. */
function collectServerless(
  { name, holder }: Resource,
  { draft, when, index }: Attached & { readonly index: number },
  { collector }: Context,
): void {
  const isDocument = memberIn(draft, 'Statement') !== undefined;
  collector.add({
    address: `${name}.Policies.${index}`,
    label: isDocument ? `inline policy ${index + 1}` : `policy ${shownTemplate(draft)}`,
    kind: inlineKind('role'),
    document: isDocument
      ? draft
      : draft.kind === 'string'
        ? managedDocument(
            draft.value.startsWith('arn:') ? draft.value : `arn:aws:iam::aws:policy/${draft.value}`,
            draft,
          )
        : elsewhere(shownTemplate(draft), canonicalDraft(draft), draft),
    bindings: [bind(holder, 'policy', { when })],
    isReference: !isDocument,
  });
}

function shownTemplate(draft: Draft): string {
  const [first] = draft.kind === 'object' ? draft.members : [];
  return first?.key.value ?? shownDraft(draft);
}

/** A user has what its groups have. */
function collectGroups(user: Resource, { template, collector }: Context): void {
  for (const { draft, when } of membershipsOf(user, template)) {
    const group = resourceNamed(draft, template, 'GroupName');
    if (group?.type !== 'AWS::IAM::Group') {
      collector.add({
        address: `${user.name}.Groups(${shownDraft(draft)})`,
        label: `policies of group ${shownDraft(draft)}`,
        kind: inlineKind('group'),
        document: elsewhere(`group ${shownDraft(draft)}`, `group ${canonicalDraft(draft)}`, draft),
        bindings: [bind(user.holder, 'policy', { when })],
        isReference: true,
      });
      continue;
    }
    const guards = [...when, ...group.when];
    for (const [index, one] of withChoices(
      memberIn(group.properties, 'Policies'),
      guards,
    ).entries())
      collector.add({
        address: `${user.name}.Groups(${group.name}).Policies.${index}`,
        label: `inline policy ${nameOf(one.draft)} of group ${group.name}`,
        kind: inlineKind('group'),
        document: documentIn(memberIn(one.draft, 'PolicyDocument') ?? opaque(one.draft)),
        bindings: [bind(user.holder, 'policy', { when: one.when })],
        isReference: true,
      });
    for (const one of withChoices(memberIn(group.properties, 'ManagedPolicyArns'), guards))
      collectManaged(user, { ...one, part: 'policy' }, { template, collector });
    for (const policy of template.resources.values())
      if (attachedPolicyTypes.has(policy.type))
        for (const binding of bindingsOf(policy, template))
          if (binding.holder === group.holder)
            collector.add({
              address: `${user.name}.Groups(${group.name}).${policy.name}`,
              label: `policy ${policy.name} of group ${group.name}`,
              kind: inlineKind('group'),
              document: documentIn(
                memberIn(policy.properties, 'PolicyDocument') ?? opaque(policy.properties),
              ),
              bindings: [bind(user.holder, 'policy', { when: [...when, ...binding.when] })],
              isReference: true,
            });
  }
}
