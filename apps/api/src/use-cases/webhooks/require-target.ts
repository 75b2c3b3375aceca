import { problem } from '../../http/problem.ts';
import { checkTarget, type TargetRules } from '../../notify/check-target.ts';

/**
 * Lets only addresses through that events may be sent to. They are looked at again with each
 * delivery; here it is only so that somebody learns of it at once.
 *
 * @throws Problem `webhook-url-refused`
 */
export async function requireTarget(url: string, rules: TargetRules): Promise<void> {
  const target = await checkTarget(url, rules);
  switch (target.kind) {
    case 'allowed':
      return;
    case 'refused':
      throw refused(target.why);
    case 'unresolved':
      throw refused('unresolved');
    default:
      target satisfies never;
  }
}

function refused(code: string): Error {
  const message = 'Events are not sent there.';
  return problem('webhook-url-refused', { errors: [{ pointer: '/url', code, message }] });
}
