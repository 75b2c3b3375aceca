import { AwsError } from '../aws-error.ts';
import type { PreparedCall, ReadInput, Service } from '../service.ts';
import type { HttpAnswer } from '../wire/http.ts';

/** A request once it is known which service and action it is for. */
export interface RoutedCall {
  /** `iam:CreateRole`. */
  readonly action: string;
  readonly writes: boolean;
  /** Reads the input; refuses what AWS does not know. */
  readonly prepare: () => PreparedCall;
  readonly succeed: (result: unknown, requestId: string) => HttpAnswer;
  readonly fail: (error: AwsError, requestId: string) => HttpAnswer;
}

/** How a protocol tells what came of a call. */
export interface Asked {
  readonly service: Service;
  readonly action: string;
  readonly read: ReadInput;
  /** The refusal of an action that the service does not have. */
  readonly unknown: () => AwsError;
  readonly succeed: RoutedCall['succeed'];
  readonly fail: RoutedCall['fail'];
}

const reads = /^(Get|List|Describe|Simulate|Generate|AssumeRo)/;

export function routedCall({ service, action, read, unknown, succeed, fail }: Asked): RoutedCall {
  const prepare = (): PreparedCall => {
    const prepared = service.prepare(action, read);
    if (prepared !== undefined) return prepared;
    if (!service.knows(action)) throw unknown();
    const message = `The sandbox does not have ${service.name}:${action}`;
    throw new AwsError('NotImplemented', 501, message);
  };
  return {
    action: `${service.name}:${action}`,
    writes: !reads.test(action),
    prepare,
    succeed,
    fail,
  };
}
