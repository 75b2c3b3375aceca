import { arnOf } from '../../account/arn.ts';
import type { Role } from '../../account/entities.ts';
import { isReferable } from '../../account/propagation.ts';
import type { ProtonSettings } from '../../account/workloads.ts';
import { type Call, requireAllowed } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { resourceTagContext } from '../../request-context.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type AccountSettings,
  type ProtonInputs,
  type ProtonOutputs,
  protonOperations,
  protonShapes,
} from '../../wire/proton-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';

const handlers = {
  GetAccountSettings: (call) => ({ accountSettings: show(call) }),
  UpdateAccountSettings: (call, input) => {
    const before = settingsOf(call);
    const { pipelineServiceRoleArn, pipelineCodebuildRoleArn } = input;
    for (const arn of [pipelineServiceRoleArn, pipelineCodebuildRoleArn]) {
      if (arn !== undefined && arn !== '') requireRole(call, arn);
    }
    call.account.protonSettings.set(call.region, {
      pipelineServiceRoleArn: pipelineServiceRoleArn ?? before.pipelineServiceRoleArn,
      pipelineCodebuildRoleArn: pipelineCodebuildRoleArn ?? before.pipelineCodebuildRoleArn,
      repository: input.deletePipelineProvisioningRepository
        ? undefined
        : (input.pipelineProvisioningRepository ?? before.repository),
    });
    return { accountSettings: show(call) };
  },
} satisfies Handlers<ProtonInputs, ProtonOutputs>;

/** Proton as it was: the settings that it keeps for the account in each Region. */
export const protonService = createService<ProtonInputs, ProtonOutputs>({
  name: 'proton',
  operations: protonOperations,
  shapes: protonShapes,
  handlers,
  before: (call, action, input) => {
    authorizeRegional({ name: 'proton' })(call, action, input);
    for (const name of ['pipelineServiceRoleArn', 'pipelineCodebuildRoleArn']) {
      const role = roleOf(call, text(input, name) ?? '');
      if (role !== undefined) requirePassing(call, role);
    }
  },
});

/** Source: the managed policy AWSProtonFullAccess, which passes both roles to Proton. */
function requirePassing(call: Call, role: Role): void {
  requireAllowed(call, {
    action: 'iam:PassRole',
    resource: arnOf(call.account, role),
    context: { ...resourceTagContext(role.tags), 'iam:PassedToService': ['proton.amazonaws.com'] },
  });
}

function roleOf({ account }: Call, arn: string): Role | undefined {
  const role = account.roles.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase());
  return role !== undefined && arnOf(account, role) === arn ? role : undefined;
}

/** What AWS says here is not known: the sandbox refuses what could never work. */
function requireRole(call: Call, arn: string): void {
  const role = roleOf(call, arn);
  if (role !== undefined && isReferable(call.account, role.id)) return;
  refuse('ValidationError', `The role ${arn} does not exist.`);
}

function settingsOf({ account, region }: Call): ProtonSettings {
  const unset = { pipelineServiceRoleArn: '', pipelineCodebuildRoleArn: '' };
  return account.protonSettings.get(region) ?? unset;
}

function show(call: Call): AccountSettings {
  const { repository, ...roles } = settingsOf(call);
  if (repository === undefined) return roles;
  const arn = regionalArn(call, 'proton', `repository/${repository.provider}:${repository.name}`);
  return { ...roles, pipelineProvisioningRepository: { ...repository, arn } };
}
