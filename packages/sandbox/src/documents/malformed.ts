import { refuse } from '../aws-error.ts';

export function malformed(message: string): never {
  refuse('MalformedPolicyDocument', message);
}
