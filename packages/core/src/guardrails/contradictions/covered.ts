import { patternCovers, patternsMeet } from '@rolecall/policy';
import { type ResourceType, resourceTypes } from '../../model/resource.ts';

/** A pattern for resources, taken apart; ARNs and bare names are of any type. */
interface ReadPattern {
  readonly form: 'arn' | 'path' | 'name';
  readonly type: ResourceType | undefined;
  readonly text: string;
}

export function readPattern(pattern: string): ReadPattern {
  if (pattern.startsWith('arn:')) return { form: 'arn', type: undefined, text: pattern };
  if (pattern.startsWith('/')) return { form: 'path', type: undefined, text: pattern };
  const type = resourceTypes.find((each) => pattern.startsWith(`${each}/`));
  return {
    form: 'name',
    type,
    text: type === undefined ? pattern : pattern.slice(type.length + 1),
  };
}

/** Index of the protected pattern that means all, in any case, that another means of a type. */
export function protectedIndex(
  guarded: readonly string[],
  pattern: string,
  type: ResourceType,
): number {
  const inner = readPattern(pattern.toLowerCase());
  return guarded.findIndex((each) => {
    const outer = readPattern(each.toLowerCase());
    return (
      outer.form === inner.form &&
      (outer.type === undefined || outer.type === type) &&
      patternCovers(outer.text, inner.text)
    );
  });
}

/** Whether something may be meant by one of either list; what is left out means anything. */
export function canMeet(
  some: readonly string[] | undefined,
  others: readonly string[] | undefined,
): boolean {
  if (some === undefined || others === undefined) return true;
  return some.some((one) => others.some((other) => patternsMeet(one, other)));
}
