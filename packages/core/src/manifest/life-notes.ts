import type { DesiredResource } from '../model/resource.ts';

const dayMs = 86_400_000;

/** What will end soon, at this instant. */
export function lifeNotes(
  resources: readonly DesiredResource[],
  { asOf, noticeDays }: { readonly asOf: string; readonly noticeDays: number },
): readonly string[] {
  const now = Date.parse(asOf);
  return resources.flatMap((resource) => {
    const { address, expiresAt } = resource;
    const left = expiresAt === undefined ? Infinity : Date.parse(expiresAt) - now;
    return left <= noticeDays * dayMs && resource.type !== 'identity-center-user'
      ? [`${address} expires at ${expiresAt}, in ${daysIn(left)}; then it is deleted.`]
      : [];
  });
}

function daysIn(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return days === 0 ? 'less than a day' : days === 1 ? 'one day' : `${days} days`;
}
