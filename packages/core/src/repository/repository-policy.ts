import type { LintOptions, SyntaxTree } from '@rolecall/policy';
import type { Diagnostic, SourcePosition } from '../model/errors.ts';
import type { Draft, Unknown } from './draft.ts';

/** What a policy does for whom it concerns. */
export type PolicyPart = 'policy' | 'boundary' | 'trust' | 'resource-policy';

/** A policy where it stands in a file of a repository. */
export interface RepositoryPolicy {
  /** `iam/app.yaml#AppRole.Policies.0.PolicyDocument`. */
  readonly id: string;
  readonly file: string;
  /** Within the file; empty where the whole file is the policy. */
  readonly address: string;
  /** In words: `inline policy logs`, `trust policy`. */
  readonly label: string;
  readonly position: SourcePosition;
  /** How the linter is to read it. */
  readonly kind: Omit<LintOptions, 'data'>;
  /** The document; what is not known before a deployment is marked in it. */
  readonly document: Draft;
  /** The whole file and in it the policy, its holes left open; `undefined`: nothing to lint. */
  readonly trees: readonly SyntaxTree[];
  /** Whom it concerns. Policies of one holder are compared together. */
  readonly bindings: readonly Binding[];
  /** Of a plan: the account as it is, and as it would be. */
  readonly side: 'before' | 'after' | undefined;
}

export interface Binding {
  /** `iam/app.yaml#AppRole`: the role, user, group, resource, or a policy that stands alone. */
  readonly holder: string;
  readonly part: PolicyPart;
  /** Whether others than those at hand give the holder access too. */
  readonly open: boolean;
  /** Of a policy on its own: whether others at hand hold it, who are compared instead. */
  readonly isHeld: boolean;
  /** The conditions of the template under which this is so. */
  readonly when: readonly Guard[];
}

export interface Guard {
  readonly condition: Unknown;
  readonly holds: boolean;
}

export interface RepositoryPolicies {
  /** `undefined`: the file could not be read, or several files were. */
  readonly format?: 'documents' | 'template' | 'plan' | undefined;
  readonly policies: readonly RepositoryPolicy[];
  /** What could not be read; says nothing about the policies in it. */
  readonly faults: readonly Diagnostic[];
}

/** How the label of a policy begins that AWS gives a resource which has none. */
export const defaultLabel = 'default policy';
