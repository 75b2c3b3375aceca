import { z } from 'zod';

/** The base of a collector's addresses. Credentials go into headers: an address is shown. */
export const collectorUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { username, password, search, hash } = new URL(text);
  return [username, password, search, hash].every((part) => part === '');
});

const pair = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=(.*)$/;
/** What Node lets into a header, so that a mistake is told at the start. */
const headerValue = /^[\t\x20-\x7e]+$/;

/** `name=value,name=value`, each value percent-encoded, as OpenTelemetry writes headers. */
export const collectorHeaders = z
  .string()
  .transform((text, context): Readonly<Record<string, string>> => {
    const pairs = text.split(',').map((item): [string, string] | undefined => {
      const [, name, value] = pair.exec(item) ?? [];
      const decoded = value === undefined ? undefined : decode(value.trim());
      if (name === undefined || decoded === undefined) return undefined;
      return headerValue.test(decoded) ? [name.toLowerCase(), decoded] : undefined;
    });
    const known = pairs.filter((one) => one !== undefined);
    if (known.length < pairs.length) context.addIssue({ code: 'custom', message: 'No header.' });
    return Object.fromEntries(known);
  });

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
