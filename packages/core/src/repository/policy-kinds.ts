import type { LintOptions, PolicyResourceType } from '@rolecall/policy';
import { type Draft, listOf, memberIn } from './draft.ts';
import type { PolicyPart } from './repository-policy.ts';

export type LintKind = Omit<LintOptions, 'data'>;

export const trustKind: LintKind = {
  policyType: 'RESOURCE_POLICY',
  resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
  entity: 'trust-policy',
};

export const managedKind: LintKind = { policyType: 'IDENTITY_POLICY', entity: 'managed-policy' };

export function inlineKind(type: 'role' | 'user' | 'group' | 'permission set'): LintKind {
  const policyType = 'IDENTITY_POLICY' as const;
  return type === 'permission set' ? { policyType } : { policyType, entity: `inline-${type}` };
}

export function resourceKind(resourceType?: PolicyResourceType): LintKind {
  return { policyType: 'RESOURCE_POLICY', ...(resourceType && { resourceType }) };
}

const controlKinds: Readonly<Record<'scp' | 'rcp', LintKind>> = {
  scp: { policyType: 'SERVICE_CONTROL_POLICY', entity: 'service-control-policy' },
  rcp: { policyType: 'RESOURCE_CONTROL_POLICY', entity: 'resource-control-policy' },
};

/** What Organizations calls the type. */
export function organizationKind(type: string | undefined): LintKind | undefined {
  if (type === 'SERVICE_CONTROL_POLICY') return controlKinds.scp;
  return type === 'RESOURCE_CONTROL_POLICY' ? controlKinds.rcp : undefined;
}

export interface GuessedKind {
  readonly kind: LintKind;
  readonly part: PolicyPart;
  readonly label: string;
}

/** The kind that a policy most likely is of: by the file's name, its place, and what it names. */
export function guessKind(file: string, address: string, document: Draft): GuessedKind {
  const name = (/[^/\\]*$/.exec(file)?.[0] ?? '').toLowerCase();
  const [, word] = /(?:^|[^a-z])(scp|rcp)(?:[^a-z]|$)/.exec(name) ?? [];
  if (word === 'scp' || word === 'rcp')
    return { kind: controlKinds[word], part: 'policy', label: `${word.toUpperCase()}` };
  const trust = { kind: trustKind, part: 'trust' as const, label: 'trust policy' };
  if (/(?:^|\.)(?:trust|assumeRolePolicyDocument|assume_role_policy)$/i.test(address)) return trust;
  const statements = listOf(memberIn(document, 'Statement'));
  const names = (wanted: string) =>
    statements.some((statement) => memberIn(statement, wanted) !== undefined);
  if (!names('Principal') && !names('NotPrincipal'))
    return { kind: { policyType: 'IDENTITY_POLICY' }, part: 'policy', label: 'policy' };
  if (!names('Resource') && !names('NotResource') && statements.some(isAssuming)) return trust;
  return { kind: resourceKind(), part: 'resource-policy', label: 'resource policy' };
}

function isAssuming(statement: Draft): boolean {
  return listOf(memberIn(statement, 'Action')).some(
    (action) => action.kind === 'string' && /^sts:assumerole/i.test(action.value),
  );
}
