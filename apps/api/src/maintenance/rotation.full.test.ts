import { describeOnPostgres } from '../storage/testing/database.fixture.ts';
import { rotationLaws } from './testing/rotation-laws.fixture.ts';

await describeOnPostgres('the rotation of keys', rotationLaws);
