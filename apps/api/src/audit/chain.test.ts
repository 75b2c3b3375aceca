import { describeOnPglite } from '../storage/testing/database.fixture.ts';
import { chainLaws } from './testing/chain-laws.fixture.ts';

describeOnPglite('the audit chain', chainLaws);
