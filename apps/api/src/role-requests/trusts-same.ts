import { canonicalJson, type Json } from '@rolecall/policy';
import { z } from 'zod';

const declared = z.looseObject({
  roles: z.record(z.string(), z.looseObject({ trust: z.json() })).default({}),
});

/** Whether two manifests of a request, as data, have its roles trust the same principals. */
export function trustsSame(one: Json, other: Json): boolean {
  return trustsIn(one) === trustsIn(other);
}

function trustsIn(manifest: Json): string {
  const { roles } = declared.parse(manifest);
  const trusts = Object.entries(roles).map(([name, { trust }]) => [name, trust]);
  return canonicalJson(Object.fromEntries(trusts));
}
