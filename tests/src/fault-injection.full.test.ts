import { describeFaultInjection } from './testing/fault-injection.fixture.ts';
import { parseShard } from './testing/fault-points.fixture.ts';

const shard = process.env.ROLECALL_SHARD;

// All of them are for `npm run test:faults`, which has a process for each core.
describeFaultInjection(shard === undefined ? { every: 4 } : { shard: parseShard(shard) });
