import type { Subject } from './judged.ts';
import { meansResource } from './resource-pattern.ts';

/** Whether one pattern means the resource as it is and as it will be: so exceptions go. */
export function isAmong(
  patterns: readonly string[],
  { type, name, arns }: Pick<Subject, 'type' | 'name' | 'arns'>,
): boolean {
  return patterns.some((pattern) =>
    arns.every((arn) => meansResource(pattern, { type, name, arn })),
  );
}
