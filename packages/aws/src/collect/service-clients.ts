import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { AccountClient } from '@aws-sdk/client-account';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { keepClients } from '../keep-clients.ts';

/** Clients of services that checks ask every day; those of the others lie beside their readers. */
export const accountClient = keepClients((config) => new AccountClient(config));
export const analyzerClient = keepClients((config) => new AccessAnalyzerClient(config));
export const identityCenterClient = keepClients((config) => new SSOAdminClient(config));
export const identityStoreClient = keepClients((config) => new IdentitystoreClient(config));
export const trailClient = keepClients((config) => new CloudTrailClient(config));
