import { nearestName } from '../model/nearest-name.ts';
import { type Blueprint, blueprintSchema } from './blueprint.ts';
import administratorsGroup from './catalogue/administrators-group.json' with { type: 'json' };
import appRunnerEcrAccess from './catalogue/app-runner-ecr-access.json' with { type: 'json' };
import appRunnerInstance from './catalogue/app-runner-instance.json' with { type: 'json' };
import ecsExpress from './catalogue/ecs-express.json' with { type: 'json' };
import emergencyAccess from './catalogue/emergency-access.json' with { type: 'json' };
import githubActionsOidc from './catalogue/github-actions-oidc.json' with { type: 'json' };
import incidentManager from './catalogue/incident-manager.json' with { type: 'json' };
import incidentManagerAutomation from './catalogue/incident-manager-automation.json' with {
  type: 'json',
};
import incidentManagerRunbook from './catalogue/incident-manager-runbook.json' with {
  type: 'json',
};
import personRole from './catalogue/person-role.json' with { type: 'json' };
import powerUserPolicy from './catalogue/power-user-policy.json' with { type: 'json' };
import protonCodebuild from './catalogue/proton-codebuild.json' with { type: 'json' };
import protonComponent from './catalogue/proton-component.json' with { type: 'json' };
import protonEnvironment from './catalogue/proton-environment.json' with { type: 'json' };
import protonPipeline from './catalogue/proton-pipeline.json' with { type: 'json' };
import protonPipelineCodebuild from './catalogue/proton-pipeline-codebuild.json' with {
  type: 'json',
};
import supportUserRole from './catalogue/support-user-role.json' with { type: 'json' };

/** Every blueprint, in the order of the files. */
export const blueprints: readonly Blueprint[] = [
  administratorsGroup,
  appRunnerEcrAccess,
  appRunnerInstance,
  ecsExpress,
  emergencyAccess,
  githubActionsOidc,
  incidentManagerAutomation,
  incidentManagerRunbook,
  incidentManager,
  personRole,
  powerUserPolicy,
  protonCodebuild,
  protonComponent,
  protonEnvironment,
  protonPipelineCodebuild,
  protonPipeline,
  supportUserRole,
].map((file) => blueprintSchema.parse(file));

export function findBlueprint(id: string): Blueprint | undefined {
  return blueprints.find((blueprint) => blueprint.id === id);
}

/** The blueprint whose id a misspelt one is most like, if any is like it at all. */
export function nearestBlueprint(id: string): Blueprint | undefined {
  const near = nearestName(
    id,
    blueprints.map((blueprint) => blueprint.id),
  );
  return near === undefined ? undefined : findBlueprint(near);
}
