import { parseArn } from '@rolecall/policy';

/** `arn:{partition}:iam::aws:policy/…`: AWS writes it, and every account can attach it. */
export function isAwsManaged(arn: string): boolean {
  return parseArn(arn)?.account === 'aws';
}
