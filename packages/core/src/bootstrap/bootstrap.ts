import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import type { OptIn } from './kinds.ts';

/** A statement, and for a person why it is there. */
export interface ReasonedStatement {
  readonly statement: PolicyStatement & { readonly Sid: string };
  readonly why: string;
}

export interface BootstrapPolicy {
  readonly name: string;
  readonly description: string;
  readonly statements: readonly ReasonedStatement[];
  /** The statements as IAM takes them. */
  readonly document: PolicyDocument;
}

export interface BootstrapRole {
  readonly name: string;
  readonly description: string;
  readonly statements: readonly ReasonedStatement[];
  readonly trust: PolicyDocument;
  /** Names of those of the policies that the role has. */
  readonly policies: readonly string[];
}

/** What a manifest declares that the apply role will not be able to make. */
export interface BootstrapGap {
  /** The opt-in or the option that would allow it. */
  readonly needs: OptIn | 'attach' | 'manifest' | 'provider';
  /** `user/robot`, or the ARN of a policy. */
  readonly subjects: readonly string[];
  readonly message: string;
}

/** What Rolecall itself needs in one account, to run from GitHub Actions. */
export interface Bootstrap {
  readonly account: string;
  readonly partition: string;
  /** The scope whose resources the apply role changes. */
  readonly scope: string;
  /** Issuer without `https://`, and the audiences of its tokens. */
  readonly provider: { readonly url: string; readonly clientIds: readonly string[] };
  readonly policies: readonly BootstrapPolicy[];
  readonly roles: readonly BootstrapRole[];
  /** ARN of the boundary that roles and users have to carry. */
  readonly boundary: string;
  readonly gaps: readonly BootstrapGap[];
}
