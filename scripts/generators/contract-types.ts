import { pathToFileURL } from 'node:url';
import { produceApiTypes } from '../../packages/contract/scripts/produce-api-types.ts';
import { produceClientTypes } from '../../packages/contract/scripts/produce-client-types.ts';
import { contractPath } from './contract-document.ts';

/** What handlers and clients of the REST service are typed by. */
export function produceContractTypes(): Promise<string> {
  return produceApiTypes(pathToFileURL(contractPath));
}

/** What the built client is typed by. */
export function produceContractClientTypes(): string {
  return produceClientTypes();
}
