import { describeOnPglite } from '../storage/testing/database.fixture.ts';
import { rotationLaws } from './testing/rotation-laws.fixture.ts';

describeOnPglite('the rotation of keys', rotationLaws);
