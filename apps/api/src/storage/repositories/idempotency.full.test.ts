import { describeOnPostgres } from '../testing/database.fixture.ts';
import { idempotencyLaws } from '../testing/idempotency-laws.fixture.ts';

await describeOnPostgres('idempotency keys', idempotencyLaws);
