import { actionsHandlers } from './actions.ts';
import type { Handler } from './answer.ts';
import { checkHandlers } from './checks.ts';
import { commentHandlers } from './comments.ts';
import { commitHandlers } from './commits.ts';
import { contentHandlers } from './contents.ts';
import { gitHandlers } from './git.ts';
import { issueHandlers } from './issues.ts';
import { pullHandlers } from './pulls.ts';
import { repositoryHandlers } from './repository.ts';

/** How each operation is answered, by the id that the description gives it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...repositoryHandlers,
  ...commitHandlers,
  ...contentHandlers,
  ...gitHandlers,
  ...pullHandlers,
  ...issueHandlers,
  ...commentHandlers,
  ...checkHandlers,
  ...actionsHandlers,
};
