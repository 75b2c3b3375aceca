import { matchesPattern, policySize } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import { actionsOf, applyStatements } from './apply-statements.ts';
import type { Bootstrap, BootstrapPolicy, BootstrapRole } from './bootstrap.ts';
import { type BoundaryOptions, boundaryStatements } from './boundary-statements.ts';
import { coreNames, corePolicyArn, coreScope, githubIssuer, stsAudience } from './core-names.ts';
import { findNeeds, type NeedsInput } from './find-needs.ts';
import { type GithubRepository, githubTrust } from './github-trust.ts';
import { limitStatements } from './limit-statements.ts';
import type { ApplyNeeds } from './needs.ts';
import { documentOf, packPolicies } from './pack-policies.ts';
import { planStatements, readStatements } from './plan-statements.ts';

export interface BootstrapInput extends NeedsInput {
  readonly repositories: readonly GithubRepository[];
  readonly defaultBranch: string;
  /** GitHub environment of the job that applies; without one, every run on the default branch may. */
  readonly environment: string | undefined;
  /** The only workflow that may apply: `org/name/.github/workflows/apply.yml@refs/heads/main`. */
  readonly workflow: string | undefined;
  readonly workload: BoundaryOptions;
}

/**
 * What Rolecall itself needs in an account when it runs from GitHub Actions: a role that reads, a role
 * that changes what the scope owns, a boundary for what it makes, and GitHub's identity provider.
 * @throws RolecallError PARAMETER_INVALID for what cannot be rendered
 */
export function renderBootstrap(input: BootstrapInput): Bootstrap {
  if (input.scope === coreScope) {
    throw new RolecallError('PARAMETER_INVALID', `The scope ${coreScope} is Rolecall's own.`, {
      hint: 'Name the scope of the manifest that the apply role is to carry out.',
    });
  }
  const { partition, account, scope } = input;
  const needs = findNeeds(input);
  for (const arn of input.boundaries) requireOutOfReach(arn, needs);
  const applying = applyStatements(needs);
  const [read, plan, apply, limits, boundary] = [
    packPolicies(
      { name: coreNames.read, description: 'What Rolecall reads of the account.' },
      readStatements(),
    ),
    packPolicies(
      { name: coreNames.plan, description: 'Rolecall plans with it and changes nothing.' },
      planStatements(),
    ),
    packPolicies(
      { name: coreNames.apply, description: `What Rolecall may change for the scope ${scope}.` },
      applying,
    ),
    packPolicies(
      { name: coreNames.limits, description: 'What Rolecall may never do, whatever it is given.' },
      limitStatements(needs, actionsOf(applying)),
    ),
    packPolicies(
      { name: coreNames.boundary, description: 'The most that roles made by Rolecall can have.' },
      boundaryStatements(input, input.workload),
    ),
  ];
  return {
    account,
    partition,
    scope,
    provider: { url: githubIssuer, clientIds: [stsAudience] },
    policies: [boundary, read, plan, apply, limits].flat(),
    roles: [planRole(input, [read, plan].flat()), applyRole(input, [read, apply, limits].flat())],
    boundary: corePolicyArn(input, coreNames.boundary),
    gaps: needs.gaps,
  };
}

/** What the apply role can give a new version bounds nothing. */
function requireOutOfReach(arn: string, { policies }: ApplyNeeds): void {
  if (!policies.some((pattern) => matchesPattern(pattern, arn))) return;
  throw new RolecallError('PARAMETER_INVALID', `The apply role could change the boundary ${arn}.`, {
    hint: 'Keep boundaries in another scope, or out of reach of any.',
  });
}

function planRole(input: BootstrapInput, policies: readonly BootstrapPolicy[]): BootstrapRole {
  const statements = githubTrust({
    ...input,
    subjects: ['pull_request', `ref:refs/heads/${input.defaultBranch}`],
    claims: {},
    why: 'Pull requests, and the default branch for drift. Any branch of the repository can ask for this role, so that it only reads; pull requests from forks get no token.',
  });
  return roleOf(coreNames.plan, 'Rolecall plans and checks as this role.', statements, policies);
}

function applyRole(input: BootstrapInput, policies: readonly BootstrapPolicy[]): BootstrapRole {
  const { environment, defaultBranch, workflow } = input;
  const ref = `refs/heads/${defaultBranch}`;
  const statements = githubTrust({
    ...input,
    subjects: [environment === undefined ? `ref:${ref}` : `environment:${environment}`],
    claims: {
      // The subject of a job with an environment tells no branch any more.
      ...(environment !== undefined && { ref }),
      ...(workflow !== undefined && { job_workflow_ref: workflow }),
    },
    why:
      environment === undefined
        ? 'Runs on the default branch, which reviews guard. Any workflow there counts, pull_request_target too: name the one that may with --workflow, or take an environment with required reviewers.'
        : `Jobs in the environment ${environment}, whose rules are set on GitHub, on the default branch.`,
  });
  return roleOf(
    coreNames.apply,
    'Rolecall applies reviewed plans as this role.',
    statements,
    policies,
  );
}

/** Characters of a trust policy without a quota increase. */
const trustSize = 2048;

function roleOf(
  name: string,
  description: string,
  statements: BootstrapRole['statements'],
  policies: readonly BootstrapPolicy[],
): BootstrapRole {
  const trust = documentOf(statements);
  if (policySize(trust) > trustSize) {
    throw new RolecallError(
      'PARAMETER_INVALID',
      `The trust of ${name} is longer than ${trustSize} characters: too many repositories.`,
      { hint: 'Name fewer repositories; one that holds all manifests of an account is enough.' },
    );
  }
  return { name, description, statements, trust, policies: policies.map((one) => one.name) };
}
