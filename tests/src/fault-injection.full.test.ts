import { describeFaultInjection } from './testing/fault-injection.fixture.ts';

// Every sixteenth call for each fault, each fault from another one on: with 1 all are tried, which
// takes more than an hour.
describeFaultInjection(16);
