export type { Environment, TextInput, TextOutput } from './environment.ts';
export { runCli } from './run-cli.ts';
