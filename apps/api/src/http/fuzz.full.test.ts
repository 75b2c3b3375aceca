import { describeFuzzLaws } from './testing/fuzz-laws.fixture.ts';

describeFuzzLaws({ numRuns: 20_000 });
