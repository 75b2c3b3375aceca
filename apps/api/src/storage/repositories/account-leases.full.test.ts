import { describeOnPostgres } from '../testing/database.fixture.ts';
import { leaseLaws } from '../testing/lease-laws.fixture.ts';

await describeOnPostgres('leases', leaseLaws);
