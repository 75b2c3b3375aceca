import type { ApplicationRecord } from '../../model/records.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import type { JobContext } from '../../work/jobs.ts';
import { failureText } from '../failure-text.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { createProgress } from './application-progress.ts';
import { openApplication, readApplication } from './open-application.ts';
import { signInUsers } from './sign-in-port.ts';

/**
 * Takes away keys that nobody has, of an application that is not tried once more. Answers what people
 * have to know where it could not.
 */
export async function settleLeftDoubts(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now' | 'newId' | 'random' | 'sleep'>,
  application: ApplicationRecord,
  { held, context }: { readonly held: HeldAccount; readonly context: Pick<JobContext, 'log'> },
): Promise<string | undefined> {
  const { id, accountId } = application;
  try {
    const read = await readApplication(deps.store, application);
    if (!signInUsers(read.manifest).some(({ accessKeys }) => accessKeys !== undefined)) return;
    const progress = createProgress(deps, { id, accountId });
    const work = await openApplication(deps, read, { held, progress });
    await work.settleDoubts();
    await progress.end();
  } catch (error) {
    context.log.warn({ err: error, applicationId: id }, 'keys that nobody has may be left');
    return `Whether an access key is left that nobody has is not known: ${failureText(error)}`;
  }
  return undefined;
}
