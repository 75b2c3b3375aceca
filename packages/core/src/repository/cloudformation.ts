import type { SyntaxNode } from '@rolecall/policy';
import { collectPrincipal } from './cloudformation-principal.ts';
import {
  attachedPolicyTypes,
  principalTypes,
  resourcePolicies,
} from './cloudformation-resources.ts';
import { bindingsOf, type Resource, type Template } from './cloudformation-template.ts';
import { canonicalDraft, type Draft, memberIn, partsOf, shownDraft, textIn } from './draft.ts';
import { documentIn } from './embedded-json.ts';
import { withChoices } from './make-choices.ts';
import { bind, elsewhere, type PolicyCollector } from './policy-collector.ts';
import { inlineKind, managedKind, organizationKind, resourceKind } from './policy-kinds.ts';
import { defaultLabel } from './repository-policy.ts';
import { conditionOf, templateDraft } from './template-draft.ts';
import { templateScope } from './template-scope.ts';

export function isTemplate(root: SyntaxNode): boolean {
  if (root.kind !== 'object') return false;
  const resources = root.members.find(({ key }) => key.value === 'Resources')?.value;
  if (resources?.kind !== 'object') return false;
  return (
    root.members.some(({ key }) => /^(?:AWSTemplateFormatVersion|Transform)$/.test(key.value)) ||
    resources.members.some(
      ({ value }) =>
        value.kind === 'object' &&
        value.members.some(
          ({ key, value: type }) =>
            key.value === 'Type' && type.kind === 'string' && /^AWS::\w+::/.test(type.value),
        ),
    )
  );
}

/** Collects the policies of a template whose short forms are written out. */
export function collectTemplate(root: SyntaxNode, collector: PolicyCollector): void {
  const template = readTemplate(root, collector);
  for (const resource of template.resources.values()) {
    const { type } = resource;
    const principal = principalTypes.get(type);
    if (principal !== undefined) collectPrincipal(resource, principal, { template, collector });
    if (attachedPolicyTypes.has(type)) collectAttached(resource, { template, collector });
    if (resourcePolicies.has(type)) collectResourcePolicy(resource, collector);
    if (type === 'AWS::Organizations::Policy') collectControlPolicy(resource, collector);
  }
}

const knownTransforms =
  /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|CodeDeployBlueGreen|SecretsManager-.*)$/;

function readTemplate(root: SyntaxNode, { file, fault }: PolicyCollector): Template {
  const scope = templateScope(root);
  const resources = new Map<string, Resource>();
  const sections = root.kind === 'object' ? root.members : [];
  let outputs: Draft | undefined;
  for (const { key, value } of sections) {
    if (key.value === 'Outputs') outputs = templateDraft(value, scope);
    if (
      key.value === 'Transform' &&
      !transformsOf(value).every((name) => knownTransforms.test(name))
    )
      fault('A macro rewrites this template; what it makes of it is not read.', value.start);
    if (key.value !== 'Resources' || value.kind !== 'object') continue;
    for (const { key: name, value: node } of value.members) {
      if (name.value.startsWith('Fn::')) {
        fault(`${name.value} makes resources that are not read.`, name.start);
        continue;
      }
      if (resources.has(name.value)) fault(`"${name.value}" stands here twice.`, name.start);
      if (node.kind !== 'object') continue;
      const member = (wanted: string) =>
        node.members.find(({ key }) => key.value === wanted)?.value;
      const type = member('Type');
      const condition = member('Condition');
      const properties = member('Properties');
      resources.set(name.value, {
        name: name.value,
        holder: `${file}#${name.value}`,
        type: type?.kind === 'string' ? type.value : '',
        properties:
          properties === undefined
            ? { kind: 'object', members: [], start: node.start, end: node.end }
            : templateDraft(properties, scope),
        when:
          condition?.kind === 'string'
            ? [{ condition: conditionOf(condition.value, scope), holds: true }]
            : [],
      });
    }
  }
  return { file, resources, outputs };
}

function transformsOf(node: SyntaxNode): readonly string[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.map((item) => (item.kind === 'string' ? item.value : ''));
}

function collectAttached(
  resource: Resource,
  { template, collector }: { template: Template; collector: PolicyCollector },
): void {
  const { name, type, holder, properties, when } = resource;
  const isManaged = type === 'AWS::IAM::ManagedPolicy';
  const bindings = bindingsOf(resource, template);
  const isHeld =
    (bindings.length > 0 || isAttached(name, template)) && !isMentioned(name, template.outputs);
  const own = bind(holder, 'policy', { when, isHeld });
  const owner = /^AWS::IAM::(Role|User|Group)Policy$/.exec(type)?.[1];
  collector.add({
    address: `${name}.PolicyDocument`,
    label: isManaged ? `managed policy ${name}` : `inline policy ${name}`,
    kind: isManaged
      ? managedKind
      : inlineKind(owner === 'User' ? 'user' : owner === 'Group' ? 'group' : 'role'),
    document: documentOf(properties, ['PolicyDocument'], resource),
    bindings: isManaged || bindings.length === 0 ? [...bindings, own] : bindings,
  });
}

function isAttached(name: string, { resources }: Template): boolean {
  return [...resources.values()].some(({ properties }) =>
    ['ManagedPolicyArns', 'ManagedPolicies', 'PermissionsBoundary'].some((member) =>
      isMentioned(name, memberIn(properties, member)),
    ),
  );
}

/** Whether a draft speaks of a resource: what is an output is used elsewhere. */
function isMentioned(name: string, draft: Draft | undefined): boolean {
  if (draft === undefined) return false;
  if (draft.kind === 'object') return draft.members.some(({ value }) => isMentioned(name, value));
  if (draft.kind === 'array') return draft.items.some((item) => isMentioned(name, item));
  if (draft.kind === 'choice')
    return isMentioned(name, draft.whenTrue) || isMentioned(name, draft.whenFalse);
  return (partsOf(draft) ?? []).some(
    (part) => typeof part !== 'string' && part.name.split('.')[0] === name,
  );
}

/** A document that is required and not there is as good as unknown. */
function documentOf(properties: Draft, path: readonly string[], resource: Resource): Draft {
  const found = path.reduce<Draft | undefined>(
    (draft, name) => (draft?.kind === 'object' ? memberIn(draft, name) : draft),
    properties,
  );
  if (found !== undefined) return documentIn(found);
  return elsewhere(`policy of ${resource.name}`, `missing ${resource.holder}`, properties);
}

function collectResourcePolicy(resource: Resource, collector: PolicyCollector): void {
  const place = resourcePolicies.get(resource.type);
  if (place === undefined) return;
  const { name, type, holder, properties, when } = resource;
  const isThere = place.document.reduce<Draft | undefined>(
    (draft, member) => (draft?.kind === 'object' ? memberIn(draft, member) : draft),
    properties,
  );
  if (isThere === undefined && place.target === undefined && place.hasDefault !== true) return;
  const targets =
    place.target === undefined ? undefined : withChoices(memberIn(properties, place.target), when);
  const bindings = targets?.map((target) =>
    bind(
      `${collector.file}#${nameOfTarget(target.draft)} <${type} ${canonicalDraft(target.draft)}>`,
      'resource-policy',
      {
        when: target.when,
      },
    ),
  );
  collector.add({
    address: [name, ...place.document].join('.'),
    label: `${isThere === undefined && place.target === undefined ? defaultLabel : 'resource policy'} of ${targets?.map(({ draft }) => nameOfTarget(draft)).join(', ') ?? name}`,
    kind: resourceKind(place.resourceType),
    document: documentOf(properties, place.document, resource),
    bindings:
      bindings === undefined || bindings.length === 0
        ? [bind(holder, 'resource-policy', { when })]
        : bindings,
    isReference: isThere === undefined,
  });
}

function nameOfTarget(draft: Draft): string {
  return draft.kind === 'unknown' ? draft.unknown.name : shownDraft(draft);
}

function collectControlPolicy(
  { name, holder, properties, when }: Resource,
  collector: PolicyCollector,
) {
  const kind = organizationKind(textIn(properties, 'Type'));
  const content = memberIn(properties, 'Content');
  if (kind === undefined || content === undefined) return;
  collector.add({
    address: `${name}.Content`,
    label: `control policy ${name}`,
    kind,
    document: documentIn(content),
    bindings: [bind(holder, 'policy', { when })],
  });
}
