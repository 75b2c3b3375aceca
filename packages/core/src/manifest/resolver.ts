import type { PolicyDocument } from '@rolecall/policy';
import type { DesiredPolicy } from '../model/resource.ts';
import type { CopiedPolicy } from './declare-resources.ts';
import type { Manifest } from './manifest.ts';

export type Account = Pick<Manifest, 'account' | 'partition'>;

/** Names and placeholders of one resource; what stands for nothing is a fault at its line. */
export interface Resolver {
  policy(name: string): string;
  /** Path and name of a declared role; any other as it stands. */
  role(name: string): string;
  /** The ARN of a declared role; an ARN, or nothing, as it stands. */
  roleArn(name: string): string;
  boundary(name: string | undefined): string | undefined;
  document(document: PolicyDocument): PolicyDocument;
  copy(policy: CopiedPolicy): DesiredPolicy | undefined;
}
