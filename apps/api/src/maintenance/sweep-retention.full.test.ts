import { describeOnPostgres } from '../storage/testing/database.fixture.ts';
import { retentionLaws } from './testing/retention-laws.fixture.ts';

await describeOnPostgres('retention', retentionLaws);
