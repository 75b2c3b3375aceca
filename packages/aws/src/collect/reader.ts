import type { CredentialReport, PartValue } from '@rolecall/core';
import { readAnalyzers } from './analyzers.ts';
import { type AuthorizationDetails, readAuthorizationDetails } from './authorization-details.ts';
import { readCredentialReport } from './credential-report.ts';
import { describeTrails, type TrailSettings } from './describe-trails.ts';
import { createIdentityCenter, type IdentityCenter } from './identity-center/identity-center.ts';
import { once } from './once.ts';
import { listAccounts, type OrganizationAccount } from './organization-accounts.ts';
import type { ReadContext, RegionalContext } from './read-context.ts';
import { readRegions } from './regions.ts';
import { listSamlProviders } from './saml-providers.ts';

/** What the reader of a part is given: the context, and the reads that several parts share. */
export interface Reader extends RegionalContext {
  readonly authorizationDetails: () => Promise<AuthorizationDetails>;
  readonly credentialReport: () => Promise<CredentialReport>;
  /** The regions that are enabled, whichever were asked for. */
  readonly enabledRegions: () => Promise<readonly string[]>;
  readonly organizationAccounts: () => Promise<readonly OrganizationAccount[] | null>;
  readonly describedTrails: () => Promise<readonly TrailSettings[]>;
  readonly analyzers: () => Promise<PartValue<'analyzers'>>;
  readonly samlProviders: () => Promise<PartValue<'samlProviders'>>;
  readonly alarms: () => Promise<PartValue<'alarms'>>;
  readonly identityCenter: IdentityCenter;
}

export function createReader(context: ReadContext): Reader {
  const enabledRegions = once(() => readRegions(context));
  const asked = context.request.regions;
  const regional: RegionalContext = {
    ...context,
    regions: asked === undefined ? enabledRegions : async () => [...new Set(asked)].sort(),
  };
  return {
    ...regional,
    enabledRegions,
    authorizationDetails: once(() => readAuthorizationDetails(context)),
    credentialReport: once(() => readCredentialReport(context)),
    organizationAccounts: once(() => listAccounts(context)),
    describedTrails: once(() => describeTrails(context)),
    analyzers: once(() => readAnalyzers(regional)),
    samlProviders: once(() => listSamlProviders(context)),
    alarms: once(async () => (await import('./lazy/alarms.ts')).readAlarms(regional)),
    identityCenter: createIdentityCenter(regional),
  };
}
