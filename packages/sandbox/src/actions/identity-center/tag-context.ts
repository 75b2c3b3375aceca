import type { Tag } from '../../account/entities.ts';
import type { Call } from '../../authorization.ts';
import { type RequestContext, requestTagContext } from '../../request-context.ts';

/**
 * Tags that the request brings or takes, and those of the permission set where it is about one.
 * Source: Service Authorization Reference, "AWS IAM Identity Center".
 */
export function tagContext(
  input: Readonly<Record<string, unknown>>,
  { account: { identityCenter } }: Call,
  resource: string,
): RequestContext {
  const set = identityCenter?.permissionSets.get(resource);
  const of = (set?.tags ?? []).map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, [Value]]);
  return {
    ...requestTagContext(tagsIn(input['Tags']), textsIn(input['TagKeys'])),
    ...Object.fromEntries(of),
  };
}

function tagsIn(value: unknown): readonly Tag[] {
  return Array.isArray(value) ? value.filter(isTag) : [];
}

function isTag(value: unknown): value is Tag {
  return typeof value === 'object' && value !== null && 'Key' in value && 'Value' in value;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
