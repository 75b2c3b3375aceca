import { describeOnPglite } from '../testing/database.fixture.ts';
import { idempotencyLaws } from '../testing/idempotency-laws.fixture.ts';

describeOnPglite('idempotency keys', idempotencyLaws);
