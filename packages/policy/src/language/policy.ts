import type { ConditionOperator } from './condition-operator.ts';

/** A policy document whose form is right: what evaluation and comparison work on. */
export interface Policy {
  /** `2008-10-17` where it is missing; only `2012-10-17` knows policy variables. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Where it stands among the document's statements, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** `undefined`: the document is not one that names principals. */
  readonly principal: PrincipalElement | undefined;
  readonly action: PatternElement;
  /** `undefined`: the statement is about the resource the document is attached to. */
  readonly resource: PatternElement | undefined;
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface PatternElement {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly principals: readonly PrincipalEntry[];
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** `{ everyone: true }` is `"*"` and `{ "AWS": "*" }`. */
export type PrincipalEntry =
  | { readonly everyone: true }
  | { readonly everyone: false; readonly kind: PrincipalKind; readonly value: string };

/** One key of one operator block. */
export interface Condition {
  readonly operator: ConditionOperator;
  /** As written; keys are compared without regard to case, tag names included. */
  readonly key: string;
  /** Booleans and numbers as text. One of them has to match (none, of a negated operator's). */
  readonly values: readonly string[];
}
