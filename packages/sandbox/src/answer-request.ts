import type { Account } from './account/account.ts';
import { instantOf } from './account/account.ts';
import { memberAccount } from './account/member-account.ts';
import type { Call } from './authorization.ts';
import { AwsError } from './aws-error.ts';
import { anonymous, callerOf, checkCredentials, takesToken } from './callers.ts';
import { faultOfCall, refuseOnPurpose } from './fault-of-call.ts';
import { matchesAction } from './faults.ts';
import type { RoutedCall } from './protocols/routed-call.ts';
import { route } from './route.ts';
import { htmlAnswer } from './wire/answers.ts';
import { credentialScope, type HttpAnswer, type HttpRequest } from './wire/http.ts';

/** One call as it was asked, and `ok` or the code of the error it got. */
export interface RecordedCall {
  /** `iam:CreateRole`. */
  readonly action: string;
  /** The parsed input; what could not be parsed is empty. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly caller?: string;
  readonly at: string;
}

interface Setting {
  readonly account: Account;
  readonly caller: string;
  readonly overrule: Call['overrule'];
  readonly record: (call: RecordedCall) => void;
}

/**
 * Answers one request the way AWS would: credentials first, then throttling, the shape of the
 * request, authorization, and the action itself. Rejects where a real client would see no answer.
 */
export function answerRequest(request: HttpRequest, setting: Setting): HttpAnswer {
  const { account } = setting;
  const { faults, passing } = account;
  passing.calls += 1;
  const requestId = requestIdOf(passing.calls);
  const routed = route(request);
  const { action } = routed;
  const log = (outcome: string, more: Partial<RecordedCall> = {}): void => {
    setting.record({ action, input: {}, outcome, at: instantOf(account.clock()), ...more });
  };

  if (faults.stopAfterWrites !== undefined && faults.stopAfterWrites <= 0) {
    log('ECONNRESET');
    throw connectionReset();
  }
  const fault = faultOfCall(faults);
  if (fault === 'dead') faults.stopAfterWrites = 0;
  if (fault === 'dead' || fault === 'lost') {
    log('ECONNRESET');
    throw connectionReset();
  }
  if (faults.htmlOn.some((pattern) => matchesAction(pattern, action))) {
    log('html');
    return htmlAnswer(requestId);
  }
  try {
    const scope = credentialScope(request);
    if (!takesToken(action)) checkCredentials(faults);
    const { arn, session } = takesToken(action)
      ? anonymous
      : callerOf(account, { scope, fallback: setting.caller });
    failOnPurpose(account, action, request);
    refuseOnPurpose(fault, arn, action);
    const call: Call = {
      account: session?.of.kind === 'root' ? memberAccount(account, session.of.account) : account,
      caller: arn,
      session,
      fallback: setting.caller,
      region: scope?.region ?? 'us-east-1',
      overrule: setting.overrule,
    };
    const result = runLogged(routed, call, log);
    if (fault === 'dead-after') faults.stopAfterWrites = 0;
    if (fault === 'dead-after' || fault === 'unanswered') throw connectionReset();
    return routed.succeed(result, requestId);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (!logged.has(error)) log(error.code);
    return routed.fail(error, requestId);
  }
}

/** In AWS's form, and as short to make as it is used: with every call. */
function requestIdOf(call: number): string {
  return `00000000-0000-4000-8000-${call.toString(16).padStart(12, '0')}`;
}

/** Errors whose call was recorded with its input. */
const logged = new WeakSet<AwsError>();

function runLogged(
  routed: RoutedCall,
  call: Call,
  log: (outcome: string, more: Partial<RecordedCall>) => void,
): unknown {
  const { input, run } = routed.prepare();
  const more = { input, caller: call.caller };
  try {
    const result = run(call);
    log('ok', more);
    const { faults } = call.account;
    if (routed.writes && faults.stopAfterWrites !== undefined) faults.stopAfterWrites -= 1;
    return result;
  } catch (error) {
    if (error instanceof AwsError) {
      log(error.code, more);
      logged.add(error);
    }
    throw error;
  }
}

function failOnPurpose({ faults, passing }: Account, action: string, { body }: HttpRequest): void {
  const failing = faults.failCalls.find(
    ({ times, about = '', ...candidate }) =>
      times > 0 && matchesAction(candidate.action, action) && body.includes(about),
  );
  if (failing !== undefined) {
    failing.times -= 1;
    throw new AwsError(failing.code, failing.status, failing.message);
  }
  if (faults.throttleEvery !== undefined && passing.calls % faults.throttleEvery === 0) {
    throw new AwsError('Throttling', 400, 'Rate exceeded');
  }
}

function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
