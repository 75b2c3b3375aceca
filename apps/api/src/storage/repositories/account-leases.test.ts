import { describeOnPglite } from '../testing/database.fixture.ts';
import { leaseLaws } from '../testing/lease-laws.fixture.ts';

describeOnPglite('leases', leaseLaws);
