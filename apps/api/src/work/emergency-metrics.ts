import { Gauge, type Registry } from '@platformatic/prom-client';
import type { GrantReader } from '../storage/repositories/grants.ts';

/** Says how many emergencies wait for their review, asked when it is read. */
export function measureEmergencies(
  registry: Registry,
  { countUnreviewed }: Pick<GrantReader, 'countUnreviewed'>,
): void {
  new Gauge({
    name: 'rolecall_emergencies_unreviewed',
    help: 'Emergency grants that nobody has reviewed yet.',
    registers: [registry],
    async collect() {
      this.set(await countUnreviewed());
    },
  });
}
