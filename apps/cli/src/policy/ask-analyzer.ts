import {
  type AccessAnalyzerPort,
  announcePaidCalls,
  countPaidCalls,
  type PaidCalls,
} from '@rolecall/core';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';

export interface OpenAnalyzerInput {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  /** How many calls AWS will charge for; said before the first is made. */
  readonly paidCalls: number;
}

export interface OpenedAnalyzer {
  readonly port: AccessAnalyzerPort;
  readonly paidCalls: PaidCalls;
}

/** Access Analyzer of the credentials' account; --online is the consent to the announced calls. */
export async function openAnalyzer({
  environment,
  presenter,
  paidCalls: number,
}: OpenAnalyzerInput): Promise<OpenedAnalyzer> {
  const { aws, signal } = environment;
  const {
    createAccessAnalyzerPort,
    createAnalyzerClient,
    isAwsEndpoint,
    resolvedAnalyzerEndpoint,
  } = await import('@rolecall/aws');
  const endpoint = await resolvedAnalyzerEndpoint(aws);
  if (!isAwsEndpoint(endpoint))
    presenter.note(`Not AWS: Access Analyzer requests go to ${endpoint} (AWS_ENDPOINT_URL).`);
  const announced = announcePaidCalls(number);
  if (number > 0)
    presenter.note(
      `AWS charges for this: ${number} × $${announced.pricePerCallUsd.toFixed(4)} = $${announced.total.toFixed(4)} (${announced.source}, ${announced.date}).`,
    );
  const paidCalls = countPaidCalls(announced);
  return {
    port: createAccessAnalyzerPort(createAnalyzerClient(aws), { paidCalls, signal }),
    paidCalls,
  };
}
