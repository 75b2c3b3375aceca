import type { ConditionOperator } from '../language/condition-operator.ts';
import type { PolicyResourceType, PolicyType } from '../language/policy-kind.ts';
import type { ObjectNode, SyntaxNode } from '../text/syntax-tree.ts';
import type { PathElement } from './finding.ts';

/** What is linted as what. */
export interface LintTarget {
  readonly policyType: PolicyType;
  readonly resourceType: PolicyResourceType | undefined;
}

/** A place in the document: the path to it, and where it starts and ends in the text. */
export interface Place {
  readonly path: readonly PathElement[];
  /** Offsets into the text, quotes included. */
  readonly start: number;
  readonly end: number;
}

/**
 * A policy as it was written, faults and all: elements of the right form are listed, those of a
 * wrong form are left out of the lists and stay visible in `node`.
 */
export interface LintDocument extends LintTarget {
  readonly text: string;
  readonly root: ObjectNode;
  readonly place: Place;
  /** The value of Version where it is a text; `undefined` where missing. */
  readonly version: PlacedText | undefined;
  /** Whether `${…}` is a variable: Version is 2012-10-17. */
  readonly hasVariables: boolean;
  readonly statements: readonly LintStatement[];
}

export interface LintStatement {
  readonly index: number;
  readonly node: ObjectNode;
  readonly place: Place;
  readonly sid: PlacedText | undefined;
  readonly effect: 'Allow' | 'Deny' | undefined;
  /** Action and NotAction. */
  readonly actions: readonly PatternText[];
  /** Resource and NotResource. */
  readonly resources: readonly PatternText[];
  /** Principal and NotPrincipal. */
  readonly principals: readonly PrincipalText[];
  readonly conditions: readonly LintCondition[];
  /** The elements that are there, by name: `Action`, `NotPrincipal`, … */
  readonly elements: ReadonlyMap<string, PlacedElement>;
}

/** An element of a statement: where its name and its value stand. */
export interface PlacedElement {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly keyPlace: Place;
  readonly place: Place;
}

export interface PlacedText {
  readonly value: string;
  readonly place: Place;
}

export interface PatternText extends PlacedText {
  /** Stands in NotAction or NotResource. */
  readonly negated: boolean;
}

export interface PrincipalText extends PlacedText {
  /** Stands in NotPrincipal. */
  readonly negated: boolean;
  /** `AWS`, `Service`, … as written; `undefined` for `"Principal": "*"`. */
  readonly kind: string | undefined;
}

/** One key in one operator block. */
export interface LintCondition {
  readonly operatorText: string;
  /** `undefined`: no operator of IAM. */
  readonly operator: ConditionOperator | undefined;
  /** The name of the operator block. */
  readonly operatorPlace: Place;
  readonly key: string;
  /** The name of the key. */
  readonly keyPlace: Place;
  /** The value of the key: a scalar or a list. */
  readonly node: SyntaxNode;
  readonly place: Place;
  readonly values: readonly ConditionValue[];
}

export interface ConditionValue extends PlacedText {
  readonly kind: 'string' | 'number' | 'boolean';
}
