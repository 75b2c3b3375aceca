import { type ClientOptions, isAwsEndpoint, resolvedEndpoint } from '@rolecall/aws';
import type { Presenter } from '../output/presenter.ts';

/** Says where requests go if not to AWS: a stray AWS_ENDPOINT_URL redirects everything. */
export async function announceEndpoints(
  options: ClientOptions,
  presenter: Pick<Presenter, 'note'>,
): Promise<void> {
  const endpoints = await resolvedEndpoint(options);
  const others = Map.groupBy(
    Object.entries(endpoints).filter(([, url]) => !isAwsEndpoint(url)),
    ([, url]) => url,
  );
  for (const [url, services] of others) {
    const names = services.map(([service]) => service).join(', ');
    presenter.note(`Not AWS: ${names} requests go to ${url} (AWS_ENDPOINT_URL).`);
  }
}
