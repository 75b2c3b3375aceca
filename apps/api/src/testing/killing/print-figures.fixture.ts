import type { KillingStage } from './killing-stage.fixture.ts';
import type { Settled } from './settle.fixture.ts';

/** Says how much was done, so that nobody takes a run in which nothing happened for a proof. */
export function printFigures(
  title: string,
  { services, accounts, told, random }: KillingStage,
  { evidence }: Settled,
): void {
  const kills = services.reduce((sum, service) => sum + service.kills(), 0);
  const outcomes = [...told.outcomes].map(([outcome, count]) => `${outcome}: ${count}`);
  console.log(
    [
      `${title}: seed ${random.seed}, ${kills} kills`,
      `${evidence.requests.length} requests, ${evidence.decisions.length} decisions`,
      `${told.revoked.length} revocations, ${evidence.created.length} roles made`,
      `${evidence.living.length} roles left, ${accounts.countCalls()} calls of AWS`,
      `${evidence.events.length} audit events, ${evidence.received.length} deliveries`,
      `answers ${outcomes.join(', ')}`,
    ].join('; '),
  );
}
