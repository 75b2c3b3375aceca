import { CreateAnalyzerCommand } from '@aws-sdk/client-accessanalyzer';
import { StartLoggingCommand, UpdateTrailCommand } from '@aws-sdk/client-cloudtrail';
import {
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteOpenIDConnectProviderCommand,
  DeleteServerCertificateCommand,
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
  SetSecurityTokenServicePreferencesCommand,
  UpdateAccessKeyCommand,
  UpdateServiceSpecificCredentialCommand,
  UpdateSigningCertificateCommand,
  UpdateSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { EnableAWSServiceAccessCommand } from '@aws-sdk/client-organizations';
import type { FixCall } from '@rolecall/core';
import { ask } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { analyzerClient, trailClient } from '../collect/service-clients.ts';
import { performIamCall } from '../perform/perform-iam-call.ts';

/** Carries out one call of a fix plan, once. */
export async function performFix(clients: AwsClients, call: FixCall): Promise<void> {
  await ask(call.action, () => sendFix(clients, call));
}

/** One line for each call; those that plans of a manifest know too are sent as those send them. */
function sendFix(clients: AwsClients, call: FixCall): Promise<unknown> {
  const { iam, organizations } = clients;
  switch (call.action) {
    case 'iam:UpdateAccessKey':
      return iam.send(new UpdateAccessKeyCommand(call.input));
    case 'iam:DeleteAccessKey':
      return iam.send(new DeleteAccessKeyCommand(call.input));
    case 'iam:DeleteLoginProfile':
      return iam.send(new DeleteLoginProfileCommand(call.input));
    case 'iam:UpdateSigningCertificate':
      return iam.send(new UpdateSigningCertificateCommand(call.input));
    case 'iam:UpdateSSHPublicKey':
      return iam.send(new UpdateSSHPublicKeyCommand(call.input));
    case 'iam:UpdateServiceSpecificCredential':
      return iam.send(new UpdateServiceSpecificCredentialCommand(call.input));
    case 'iam:DeleteServerCertificate':
      return iam.send(new DeleteServerCertificateCommand(call.input));
    case 'iam:DeleteOpenIDConnectProvider':
      return iam.send(new DeleteOpenIDConnectProviderCommand(call.input));
    case 'iam:SetSecurityTokenServicePreferences':
      return iam.send(new SetSecurityTokenServicePreferencesCommand(call.input));
    case 'iam:EnableOrganizationsRootCredentialsManagement':
      return iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}));
    case 'iam:EnableOrganizationsRootSessions':
      return iam.send(new EnableOrganizationsRootSessionsCommand({}));
    case 'organizations:EnableAWSServiceAccess':
      return organizations.send(new EnableAWSServiceAccessCommand(call.input));
    case 'access-analyzer:CreateAnalyzer': {
      const { region, ...input } = call.input;
      return analyzerClient(clients, region).send(new CreateAnalyzerCommand(input));
    }
    case 'cloudtrail:UpdateTrail': {
      const { region, ...input } = call.input;
      return trailClient(clients, region).send(new UpdateTrailCommand(input));
    }
    case 'cloudtrail:StartLogging': {
      const { region, ...input } = call.input;
      return trailClient(clients, region).send(new StartLoggingCommand(input));
    }
    default:
      return performIamCall(clients.iam, call);
  }
}
