import { describeOnPostgres } from '../storage/testing/database.fixture.ts';
import { sweepLaws } from './testing/sweep-laws.fixture.ts';

await describeOnPostgres('sweeps', sweepLaws);
