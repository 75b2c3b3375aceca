import { describeOnPglite } from '../storage/testing/database.fixture.ts';
import { retentionLaws } from './testing/retention-laws.fixture.ts';

describeOnPglite('retention', retentionLaws);
