export { filesOfWorkspace } from './files/workspace-files.ts';
export { openGitHub } from './github/github.ts';
export { runAction } from './run-action.ts';
