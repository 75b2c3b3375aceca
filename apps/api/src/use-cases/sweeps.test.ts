import { describeOnPglite } from '../storage/testing/database.fixture.ts';
import { sweepLaws } from './testing/sweep-laws.fixture.ts';

describeOnPglite('sweeps', sweepLaws);
