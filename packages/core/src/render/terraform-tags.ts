import { type Hcl, hclQuoted, hclValue } from './hcl.ts';

/** Tags as an argument; left out where there are none. */
export function terraformTags(tags: { readonly [key: string]: string }): Hcl | undefined {
  return Object.keys(tags).length > 0 ? hclValue(tags, (text) => hclQuoted([text])) : undefined;
}
