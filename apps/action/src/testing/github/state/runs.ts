import { zipSync } from 'fflate';
import { type Artifact, type GitHubState, instantOf, type WorkflowRun } from './github-state.ts';

export const defaultWorkflow = '.github/workflows/rolecall.yml';

export function addRun(
  state: GitHubState,
  run: Pick<WorkflowRun, 'headSha' | 'event'> & Partial<Omit<WorkflowRun, 'id' | 'createdAt'>>,
): WorkflowRun {
  const added: WorkflowRun = {
    runNumber: state.runs.size + 1,
    runAttempt: 1,
    name: 'Rolecall',
    path: defaultWorkflow,
    status: 'completed',
    conclusion: 'success',
    headBranch: null,
    headRepository: state.repository.fullName,
    actor: 'octocat',
    pulls: [],
    ...run,
    id: state.nextId(),
    createdAt: instantOf(state),
  };
  state.runs.set(added.id, added);
  return added;
}

/** Adds an artifact that holds these files; `zip` in their place may be anything, also no archive. */
export function addArtifact(
  state: GitHubState,
  artifact: {
    readonly run: number;
    readonly name: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly zip?: Uint8Array;
    readonly expired?: boolean;
  },
): Artifact {
  const { run, name, files = {}, expired = false } = artifact;
  const entries = Object.entries(files).map(([path, text]) => [
    path,
    new TextEncoder().encode(text),
  ]);
  const added: Artifact = {
    id: state.nextId(),
    name,
    run,
    zip: artifact.zip ?? zipSync(Object.fromEntries(entries)),
    expired,
    createdAt: instantOf(state),
  };
  state.artifacts.set(added.id, added);
  return added;
}
