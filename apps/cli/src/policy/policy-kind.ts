import type { LintOptions, PolicyEntity, SyntaxNode } from '@rolecall/policy';

/** What --type takes. */
export const policyKinds = [
  'identity',
  'resource',
  'trust',
  'scp',
  'rcp',
  'session',
  'boundary',
] as const;

export type PolicyKind = (typeof policyKinds)[number];

/** `identity policy`, `permissions boundary`. */
export const kindNames: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  trust: 'trust policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  session: 'session policy',
  boundary: 'permissions boundary',
};

const lintKinds: Readonly<Record<PolicyKind, Omit<LintOptions, 'data'>>> = {
  identity: { policyType: 'IDENTITY_POLICY' },
  resource: { policyType: 'RESOURCE_POLICY' },
  trust: {
    policyType: 'RESOURCE_POLICY',
    resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
    entity: 'trust-policy',
  },
  scp: { policyType: 'SERVICE_CONTROL_POLICY', entity: 'service-control-policy' },
  rcp: { policyType: 'RESOURCE_CONTROL_POLICY', entity: 'resource-control-policy' },
  session: { policyType: 'IDENTITY_POLICY', entity: 'session-policy' },
  boundary: { policyType: 'IDENTITY_POLICY', entity: 'managed-policy' },
};

export function lintOptionsOf(kind: PolicyKind, entity?: PolicyEntity): Omit<LintOptions, 'data'> {
  return { ...lintKinds[kind], ...(entity && { entity }) };
}

/** The kind that options are for. */
export function kindOfOptions({ policyType, resourceType }: Omit<LintOptions, 'data'>): PolicyKind {
  if (policyType === 'SERVICE_CONTROL_POLICY') return 'scp';
  if (policyType === 'RESOURCE_CONTROL_POLICY') return 'rcp';
  if (policyType === 'IDENTITY_POLICY') return 'identity';
  return resourceType === lintKinds.trust.resourceType ? 'trust' : 'resource';
}

export interface GuessBasis {
  readonly file: string;
  /** Of a policy in a manifest. */
  readonly address: string;
  readonly root: SyntaxNode | undefined;
}

/** The kind a policy most likely is of: by the file's name, then by what its statements name. */
export function guessKind({ file, address, root }: GuessBasis): PolicyKind {
  const name = (/[^/\\]*$/.exec(file)?.[0] ?? '').toLowerCase();
  const [, word] = /(?:^|[^a-z])(scp|rcp)(?:[^a-z]|$)/.exec(name) ?? [];
  if (word === 'scp' || word === 'rcp') return word;
  if (/(?:^|\.)(?:trust|assumeRolePolicyDocument)$/i.test(address)) return 'trust';
  const statements = root === undefined ? [] : statementsIn(root);
  const names = (wanted: string) => statements.some((statement) => has(statement, wanted));
  if (!names('Principal') && !names('NotPrincipal')) return 'identity';
  const isTrust =
    !names('Resource') &&
    !names('NotResource') &&
    statements.some((statement) => textsOf(statement, 'Action').some(isAssuming));
  return isTrust ? 'trust' : 'resource';
}

function isAssuming(action: string): boolean {
  return action.toLowerCase().startsWith('sts:assumerole');
}

/** The statements of a document's tree, whichever way `Statement` is written. */
export function statementsIn(root: SyntaxNode): readonly SyntaxNode[] {
  const statement = memberIn(root, 'Statement');
  if (statement === undefined) return [];
  return statement.kind === 'array' ? statement.items : [statement];
}

function memberIn(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.kind === 'object'
    ? node.members.find(({ key }) => key.value === name)?.value
    : undefined;
}

function has(statement: SyntaxNode, name: string): boolean {
  return memberIn(statement, name) !== undefined;
}

function textsOf(statement: SyntaxNode, name: string): readonly string[] {
  const value = memberIn(statement, name);
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}
