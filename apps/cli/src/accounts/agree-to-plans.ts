import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';

/** Whether --yes, or a person, agrees to the plans that were shown. */
export async function agreeToPlans(
  { environment, presenter, options }: Invocation<ApplyOptions>,
  accounts: number,
): Promise<boolean> {
  if (options.yes === true) return true;
  const { stdin, stderr, signal } = environment;
  const what = accounts === 1 ? 'this out in 1 account' : `these out in ${accounts} accounts`;
  // Nobody agrees to what went into a file or a pipe.
  if (!presenter.isOnScreen) {
    presenter.note(
      'The plans went elsewhere: keep them with `rolecall plan --out`, and read them.',
    );
    return false;
  }
  stderr.write(`Type yes to carry ${what}: `);
  const answer = await stdin.readLine(signal);
  if (answer === undefined) presenter.noteLines(['']);
  return answer?.trim() === 'yes';
}
