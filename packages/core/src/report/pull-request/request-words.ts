import type { Witness } from '@rolecall/policy';
import { contextEntries, describeCaller } from '../describe-caller.ts';
import { code } from './markdown.ts';
import { prose } from './prose.ts';

type Request = Witness['request'];

/** `s3:DeleteObject` on `arn:…` with `aws:SourceIp` = `10.0.0.1`, in Markdown. */
export function requestWords(request: Request, mostKeys = 20): string {
  const { principal, action, resource, context = {} } = request;
  // The type of a provider and the account say nothing that its name does not.
  const caller = describeCaller(principal).replace(/arn:\S+:(?:oidc|saml)-provider\//, '');
  const who = principal === undefined ? '' : `${prose(caller)} calls `;
  const where = resource === '*' ? '' : ` on ${code(resource)}`;
  return `${who}${code(action)}${where}${contextWords(contextEntries(context), mostKeys)}`;
}

function contextWords(entries: ReturnType<typeof contextEntries>, most: number): string {
  if (entries.length === 0) return '';
  const tests = entries
    .slice(0, most)
    .map(
      ([key, values]) =>
        `${code(key)} = ${values.length > 0 ? code(values.join(', ')) : 'no value'}`,
    );
  const rest = entries.length - tests.length;
  return ` with ${tests.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Of a role that is assumed the resource is the role itself, and needs no words. */
export function assumption(request: Request): Request {
  return { ...request, resource: '*' };
}
