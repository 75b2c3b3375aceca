import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { type ClientOptions, clientConfig } from '../clients.ts';

/** Apart from the other clients: few runs ask Access Analyzer. Nothing is sent yet. */
export function createAnalyzerClient(options: ClientOptions = {}): AccessAnalyzerClient {
  return new AccessAnalyzerClient(clientConfig(options));
}
