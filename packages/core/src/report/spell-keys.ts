import { type AccessRequest, type PolicySource, readPolicy } from '@rolecall/policy';
import { contextEntries } from './describe-caller.ts';

/** The request with its condition keys spelt as the policies spell them; case means nothing there. */
export function spellKeys(request: AccessRequest, sources: readonly PolicySource[]): AccessRequest {
  const spelt = new Map(
    sources
      .flatMap((source) => readPolicy(source).statements)
      .flatMap(({ conditions }) => conditions)
      .map(({ key }) => [key.toLowerCase(), key]),
  );
  const entries = contextEntries(request.context ?? {});
  return {
    ...request,
    context: new Map(entries.map(([key, values]) => [spelt.get(key.toLowerCase()) ?? key, values])),
  };
}
