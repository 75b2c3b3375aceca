import type { Json } from './json.ts';

/** A policy document as IAM stores it: every element may be one value or a list. */
export interface PolicyDocument {
  readonly Version?: string | undefined;
  readonly Id?: string | undefined;
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
  readonly [element: string]: unknown;
}

export interface PolicyStatement {
  readonly Sid?: string | undefined;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PolicyPrincipal | undefined;
  readonly NotPrincipal?: PolicyPrincipal | undefined;
  readonly Action?: OneOrMany | undefined;
  readonly NotAction?: OneOrMany | undefined;
  readonly Resource?: OneOrMany | undefined;
  readonly NotResource?: OneOrMany | undefined;
  readonly Condition?: PolicyCondition | undefined;
  readonly [element: string]: unknown;
}

export type OneOrMany = string | readonly string[];
export type PolicyPrincipal = string | { readonly [kind: string]: OneOrMany };
/** operator → condition key → value or values */
export type PolicyCondition = { readonly [operator: string]: { readonly [key: string]: Json } };

export function statementsOf(document: PolicyDocument): readonly PolicyStatement[] {
  return asList(document.Statement);
}

export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** Characters of the document as IAM counts them: without white space, in its compact form. */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).replace(/\s/g, '').length;
}
