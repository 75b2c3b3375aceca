import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GitHubServer } from '../create-github-server.ts';
import type { FileContent } from '../state/git-objects.ts';
import { parseCommands, type WorkflowCommand } from './commands.ts';
import { parseFileCommands } from './parse-file-commands.ts';

export interface ActionRun {
  /** The script that `runs.main` names. */
  readonly main: string;
  /** Of a job, from the event builders. */
  readonly env: Readonly<Record<string, string>>;
  /** As the workflow has them under `with`; the token is given as action.yml's default does. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What is checked out. */
  readonly workspaceFiles?: Readonly<Record<string, FileContent>>;
  readonly server: GitHubServer;
  /** Where AWS is; without credentials the job has none. */
  readonly aws?: {
    readonly endpoint: string;
    readonly region?: string;
    readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Cancels the run, as a person does, once this resolves. */
  readonly cancelWhen?: Promise<unknown>;
}

export interface EndedAction {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  /** The folder that was checked out, as the run left it. */
  readonly workspace: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Kept for a later post step. */
  readonly saved: Readonly<Record<string, string>>;
  /** Variables for later steps. */
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
  /** From stdout, then from stderr: the runner reads both. */
  readonly commands: readonly WorkflowCommand[];
}

/** Runs the action in a process of its own; it inherits nothing but the path. */
export async function runAction(run: ActionRun): Promise<EndedAction> {
  const { main, env, inputs = {}, workspaceFiles = {}, server } = run;
  const workspace = fileOf(env, 'GITHUB_WORKSPACE');
  for (const [path, content] of Object.entries(workspaceFiles)) {
    await writeWorkspaceFile(join(workspace, path), content);
  }
  const { exitCode, stdout, stderr } = await runNode({
    ...{ main, cwd: workspace, cancelWhen: run.cancelWhen },
    env: {
      ...env,
      ...awsEnvironment(run.aws),
      ...inputEnvironment({ 'github-token': server.token, ...inputs }),
    },
  });
  const read = (name: string) => readFile(fileOf(env, name), 'utf8');
  return {
    exitCode,
    workspace,
    stdout,
    stderr,
    outputs: parseFileCommands(await read('GITHUB_OUTPUT')),
    saved: parseFileCommands(await read('GITHUB_STATE')),
    exported: parseFileCommands(await read('GITHUB_ENV')),
    summary: await read('GITHUB_STEP_SUMMARY'),
    commands: [...parseCommands(stdout), ...parseCommands(stderr)],
  };
}

async function runNode(of: {
  readonly main: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cancelWhen: Promise<unknown> | undefined;
}): Promise<Pick<EndedAction, 'exitCode' | 'stdout' | 'stderr'>> {
  // Node is found by its own path, so that the child needs no PATH of ours but the directory.
  const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
  const child = spawn(process.execPath, [of.main], { cwd: of.cwd, env: { ...of.env, PATH: path } });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      output[stream] += chunk;
    });
  }
  of.cancelWhen?.then(
    () => child.kill('SIGINT'),
    () => child.kill('SIGINT'),
  );
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, ...output };
}

/** `role-to-assume` → `INPUT_ROLE-TO-ASSUME`: the runner replaces blanks, not hyphens. */
function inputEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

function awsEnvironment(aws: ActionRun['aws']): Record<string, string> {
  // Outside of AWS the SDK would wait for an instance's metadata.
  const none = { AWS_EC2_METADATA_DISABLED: 'true' };
  if (aws === undefined) return none;
  const { endpoint, region = 'us-east-1', credentials } = aws;
  return {
    ...none,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    ...(credentials && {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    }),
  };
}

async function writeWorkspaceFile(path: string, content: FileContent): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content);
  else if ('symlink' in content) await symlink(content.symlink, path);
  else {
    await writeFile(path, content.executable);
    await chmod(path, 0o755);
  }
}

function fileOf(env: Readonly<Record<string, string>>, name: string): string {
  const path = env[name];
  if (path === undefined) throw new Error(`the environment has no ${name}`);
  return path;
}
