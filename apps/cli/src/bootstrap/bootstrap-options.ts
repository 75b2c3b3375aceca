import {
  type BootstrapInput,
  type BootstrapKind,
  bootstrapKinds,
  type GithubRepository,
  type Manifest,
  manifestSchema,
  type OptIn,
  optIns,
  parseGithubRepository,
  RolecallError,
  sketchManifest,
} from '@rolecall/core';
import type { SeveralOptions } from '../commands/shared-options.ts';
import { usageFault } from './usage-fault.ts';

export interface BootstrapOptions extends SeveralOptions {
  readonly repository: readonly string[];
  readonly account?: string;
  readonly scope?: string;
  readonly partition?: string;
  readonly manifest?: string;
  readonly kinds?: readonly string[];
  readonly allow?: readonly string[];
  readonly attach?: readonly string[];
  readonly boundary?: readonly string[];
  readonly boundaryAllow?: readonly string[];
  readonly boundaryAssume?: readonly string[];
  readonly defaultBranch: string;
  readonly environment?: string;
  readonly workflow?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/**
 * What the command line and the manifest ask for.
 * @throws RolecallError USAGE for what cannot be meant
 */
export function bootstrapInput(
  options: BootstrapOptions,
  manifest: Manifest | undefined,
): BootstrapInput {
  const { scope, account, partition } = accountOf(options, manifest);
  return {
    scope,
    account,
    partition,
    desired: manifest && sketchManifest(manifest),
    kinds: [
      ...wordsOf(options.kinds).map((word) => oneOf(bootstrapKinds, '--kinds', word)),
      // The last of a kind has to be deleted when it is declared no longer.
      ...(manifest?.prune?.enabled === true ? (['roles', 'policies'] as const) : []),
    ],
    allowed: wordsOf(options.allow).map((word) => oneOf(optIns, '--allow', word)),
    attach: (options.attach ?? []).map((policy) => policyArn('--attach', policy, partition)),
    boundaries: (options.boundary ?? []).map((policy) =>
      policyArn('--boundary', policy, partition),
    ),
    repositories: options.repository.map(repositoryOf),
    defaultBranch: claimOf('--default-branch', options.defaultBranch),
    environment: options.environment && claimOf('--environment', options.environment),
    workflow: options.workflow && workflowOf(options.workflow),
    workload: { allow: options.boundaryAllow ?? [], assume: options.boundaryAssume ?? [] },
  };
}

function accountOf(
  options: BootstrapOptions,
  manifest: Manifest | undefined,
): Pick<Manifest, 'account' | 'partition' | 'scope'> {
  for (const name of ['account', 'scope', 'partition'] as const) {
    const given = options[name];
    if (manifest === undefined || given === undefined || given === manifest[name]) continue;
    throw usageFault(`--${name} is ${given}, and the manifest says ${manifest[name]}.`, {
      hint: 'Leave it out, or name the manifest that is meant with --manifest.',
    });
  }
  const { account, scope, partition } = manifest ?? options;
  const parsed = manifestSchema.safeParse({ version: 1, account, scope, partition });
  if (parsed.success) return parsed.data;
  throw new RolecallError('USAGE', 'For which account and scope this is has to be said.', {
    diagnostics: parsed.error.issues.map(({ path, message }) => ({
      code: 'USAGE',
      message: `--${path.join('.')}: ${message}.`,
    })),
    hint: 'Name them with --account and --scope, or the manifest that has them with --manifest.',
    cause: parsed.error,
  });
}

/** Options of several words take commas as well. */
function wordsOf(texts: readonly string[] = []): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.split(',')).filter(Boolean))];
}

function oneOf<T extends BootstrapKind | OptIn>(
  known: readonly T[],
  option: string,
  word: string,
): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw usageFault(`${option} does not take "${word}".`, {
    hint: `It takes: ${known.join(', ')}.`,
  });
}

function repositoryOf(text: string): GithubRepository {
  const repository = parseGithubRepository(text);
  if (repository !== undefined) return repository;
  throw usageFault(`"${text}" is no repository on GitHub.`, {
    hint: "Write ORG/NAME, or ORG@ID/NAME@ID with GitHub's numbers: gh api repos/ORG/NAME --jq '.owner.id, .id'",
  });
}

/** AWS-managed policies by name; all others by ARN, since their path is part of it. */
function policyArn(option: string, text: string, partition: string): string {
  if (/^arn:[\w-]+:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/.test(text)) return text;
  if (/^[\w+=,.@/-]+$/.test(text)) return `arn:${partition}:iam::aws:policy/${text}`;
  throw usageFault(`${option} does not take "${text}".`, {
    hint: 'Write the name of an AWS-managed policy, or an ARN.',
  });
}

/** What goes into a trust policy must mean itself: no wildcards, no variables. */
function claimOf(option: string, text: string): string {
  if (/^[\w./ @+-]+$/.test(text)) return text;
  throw usageFault(`${option} does not take "${text}".`, {
    hint: 'Letters, digits, spaces and . / @ + - _ are taken, and no wildcards.',
  });
}

function workflowOf(text: string): string {
  if (/^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml@refs\/[\w./-]+$/.test(text)) {
    return text;
  }
  throw usageFault(`--workflow does not take "${text}".`, {
    hint: 'Write ORG/NAME/.github/workflows/FILE.yml@refs/heads/BRANCH, as the claim job_workflow_ref has it.',
  });
}
