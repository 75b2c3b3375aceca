import { describeFaultInjection } from './testing/fault-injection.fixture.ts';

describeFaultInjection({ every: 500 });
