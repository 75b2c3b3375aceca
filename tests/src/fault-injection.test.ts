import { describeFaultInjection } from './testing/fault-injection.fixture.ts';

describeFaultInjection(500);
