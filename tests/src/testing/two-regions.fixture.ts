import { parseScenario } from '@rolecall/sandbox';

/** Plans that prune look into every region for analyzers, and what a test asks often should be quick. */
export const twoRegions = parseScenario('regions: [eu-west-1, us-east-1]', 'two regions');
