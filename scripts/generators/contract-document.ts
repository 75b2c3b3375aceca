import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const contractPath = join(import.meta.dirname, '../../openapi.yaml');

/** The contract as JSON: the service loads it without reading YAML. */
export function produceContractDocument(): string {
  return `${JSON.stringify(parse(readFileSync(contractPath, 'utf8')), null, 2)}\n`;
}
