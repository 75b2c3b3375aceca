import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { GitHub } from '../github/github.ts';
import type { Event, Repository } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Member } from './member.ts';
import type { Runner } from './runner.ts';

/** One run of the action: what it was asked, and the world around it. */
export interface Run {
  readonly inputs: Inputs;
  /** The one of several accounts that is worked on; missing where the manifest is for one. */
  readonly member?: Member;
  readonly event: Event;
  readonly repository: Repository;
  /** The commit that GitHub runs this for; of a pull request it is the merge. */
  readonly sha: string;
  readonly runId: number;
  /** Where the log of this run is. */
  readonly url: string | undefined;
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly workspace: WorkspaceFiles;
  /** Folder for files that later steps read. */
  readonly temp: string;
  /** Folder that is checked out. */
  readonly root: string;
  readonly github: GitHub;
  readonly runner: Runner;
  readonly region: string | undefined;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** Comes at the time limit, and when the run is cancelled. */
  readonly signal: AbortSignal;
}
