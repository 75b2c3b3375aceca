import { ownerOf } from '../model/ownership.ts';
import type { LiveOf, SpecifiedType } from '../model/resource.ts';

/** Kinds of resources that can be taken over by one's own word; account-wide settings go their way. */
export const adoptableTypes = [
  'oidc-provider',
  'policy',
  'group',
  'user',
  'role',
  'instance-profile',
  'saml-provider',
  'analyzer',
] as const;
export type AdoptableType = (typeof adoptableTypes)[number];
export type LiveAdoptable = LiveOf<AdoptableType>;
/** Those whose kinds have no record. */
export type LiveUnspecified = LiveOf<Exclude<AdoptableType, SpecifiedType>>;

/** Who else keeps a resource, so that nobody may take it over. */
export type Keeper = 'aws' | 'control-tower' | 'stack-sets' | 'cloudformation' | 'another-scope';

/**
 * Who keeps the resource, if not the people of the account: AWS and its services go on changing
 * theirs, and CloudFormation fails over what it no longer finds as it left it. A stack cannot be told
 * by names, so only by the tag that it sets.
 */
export function keeperOf(live: LiveAdoptable, scope: string): Keeper | undefined {
  const path = 'path' in live ? live.path : '/';
  if (/^\/aws-(?:service-role|reserved)\//.test(path)) return 'aws';
  if (/^AWSSSO_\w+_DO_NOT_DELETE$/.test(live.name)) return 'aws';
  if (/^(?:[\w-]+\/)?aws-?controltower/i.test(live.name)) return 'control-tower';
  if (/^stacksets-exec-/i.test(live.name)) return 'stack-sets';
  const tags = 'tags' in live ? (live.tags ?? {}) : {};
  if (Object.hasOwn(tags, 'aws:cloudformation:stack-id')) return 'cloudformation';
  const owner = ownerOf({ path, tags });
  return owner === undefined || owner === scope ? undefined : 'another-scope';
}
