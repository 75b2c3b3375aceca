import type { ClientOptions } from '@rolecall/aws';

export interface TextOutput {
  readonly isTTY: boolean;
  /** Undefined where it is no terminal. */
  readonly columns: number | undefined;
  write(text: string): void;
}

export interface TextInput {
  readonly isTTY: boolean;
  /** The next line; undefined at the end of the input, and when the signal comes. */
  readLine(signal: AbortSignal): Promise<string | undefined>;
  /** The same, without showing what is typed; absent where there is no terminal for it. */
  readonly readHidden?: (signal: AbortSignal) => Promise<string | undefined>;
}

/** All that a command may know of the world, so that a test can run it in process. */
export interface Environment {
  /** Without node and the script. */
  readonly argv: readonly string[];
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** E.g. `v24.21.0`. */
  readonly nodeVersion: string;
  readonly stdin: TextInput;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly now: () => Date;
  /** Ends early when the signal comes. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The first Ctrl-C. */
  readonly signal: AbortSignal;
  /** What differs from what the SDK finds by itself; nothing outside tests. */
  readonly aws: ClientOptions;
}
