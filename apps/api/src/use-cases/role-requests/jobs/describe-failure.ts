import type { Leftovers } from '../../../role-requests/leftovers.ts';

/** More than that is not listed by name. */
const mostNamed = 20;

/** What went wrong and what is there all the same, for people. */
export function describeFailure(
  failure: { readonly message: string; readonly details: readonly string[] },
  leftovers: Leftovers,
): string {
  return [failure.message, ...failure.details.slice(0, mostNamed), describeLeftovers(leftovers)]
    .filter((part) => part !== '')
    .join(' ');
}

function describeLeftovers(leftovers: Leftovers): string {
  if (leftovers.kind === 'unknown')
    return `What is left in the account is not known: ${leftovers.why}`;
  const { resources, notes } = leftovers;
  const named = resources
    .slice(0, mostNamed)
    .map(({ arn, obstacle }) => (obstacle === null ? arn : `${arn} (${obstacle})`));
  const rest = resources.length - named.length;
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [...(resources.length > 0 ? [`Left in the account: ${list}.`] : []), ...notes].join(' ');
}
