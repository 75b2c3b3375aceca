import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Account } from '../account/account.ts';

const schema = z.strictObject({ about: z.string(), services: z.array(z.string()) });

let loaded: ReadonlySet<string> | undefined;

/**
 * Whether AWS knows the service principal: by its name, with a Region in it
 * (`logs.eu-west-1.amazonaws.com`), or with the ending of the account's partition.
 */
export function isServicePrincipal(account: Account, principal: string): boolean {
  const known = (name: string): boolean =>
    account.servicePrincipals.has(name) || awsServicePrincipals().has(name);
  const ending = endings[account.partition] ?? commonEnding;
  const common = principal.endsWith(ending)
    ? `${principal.slice(0, -ending.length)}${commonEnding}`
    : principal;
  return (
    known(principal) ||
    known(common) ||
    known(common.replace(/\.[a-z]+(-[a-z]+)+-\d+(?=\.amazonaws\.com$)/, ''))
  );
}

const commonEnding = '.amazonaws.com';

const endings: Readonly<Record<string, string>> = {
  'aws-cn': '.amazonaws.com.cn',
  'aws-eusc': '.amazonaws.eu',
};

function awsServicePrincipals(): ReadonlySet<string> {
  const file = new URL('../../data/service-principals.json', import.meta.url);
  loaded ??= new Set(schema.parse(JSON.parse(readFileSync(file, 'utf8'))).services);
  return loaded;
}
