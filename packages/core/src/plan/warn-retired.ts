import { asList, statementsOf } from '@rolecall/policy';
import { retiredService } from '../blueprints/lifecycle.ts';
import type { DesiredResource } from '../model/resource.ts';

/** A word where what is declared serves a service that AWS has closed, blueprint or not. */
export function warnRetired(desired: DesiredResource): readonly string[] {
  const closed = servicesOf(desired).flatMap((service) => retiredService(service) ?? []);
  return [...new Set(closed)].map(
    ({ title, since, advice }) => `${title}, closed ${since}: ${advice}`,
  );
}

function servicesOf(desired: DesiredResource): readonly string[] {
  if (desired.type === 'service-linked-role') return [desired.service];
  if (desired.type === 'proton-settings') return ['proton.amazonaws.com'];
  if (desired.type !== 'role') return [];
  return statementsOf(desired.trust).flatMap(({ Principal }) =>
    typeof Principal === 'object' ? asList(Principal.Service) : [],
  );
}
