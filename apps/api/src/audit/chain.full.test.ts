import { describeOnPostgres } from '../storage/testing/database.fixture.ts';
import { chainLaws } from './testing/chain-laws.fixture.ts';

await describeOnPostgres('the audit chain', chainLaws);
