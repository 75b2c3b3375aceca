import { type Account, instantOf } from '../account/account.ts';
import { awsManagedArn, iamArn } from '../account/arn.ts';
import type { Instant, KeyUse, Tag } from '../account/entities.ts';
import { homeRegion } from '../account/regions.ts';
import type { Scenario } from './scenario.ts';

/** What the parts of loading share. */
export interface Loading {
  readonly account: Account;
  readonly scenario: Scenario;
  /** Days before the moment of loading; negative lies ahead. */
  readonly ago: (days: number) => Instant;
  readonly use: (
    daysAgo: number | undefined,
    where?: { readonly region: string; readonly service: string },
  ) => KeyUse | undefined;
  /** A document as JSON text with `{account}` and `{partition}` filled in. */
  readonly text: (document: Readonly<Record<string, unknown>>) => string;
  /** A text with `{account}` and `{partition}` filled in. */
  readonly fill: (text: string) => string;
  /** The Region given, or the account's first. */
  readonly region: (given: string | undefined) => string;
  readonly tags: (tags: Readonly<Record<string, string>>) => readonly Tag[];
  /** The ARN of a policy: `aws:<path and name>`, or the name of one of the scenario. */
  readonly arn: (policy: string) => string;
  readonly holder: (given: {
    readonly attach: readonly string[];
    readonly inline: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }) => { inline: Map<string, string>; attached: readonly string[] };
}

export function startLoading(account: Account, scenario: Scenario): Loading {
  const start = account.clock().getTime();
  const ago = (days: number): Instant => instantOf(new Date(start - days * 24 * 3600 * 1000));
  const fill = (text: string): string =>
    text.replaceAll('{account}', account.id).replaceAll('{partition}', account.partition);
  const text = (document: Readonly<Record<string, unknown>>): string =>
    fill(JSON.stringify('Version' in document ? document : { Version: '2012-10-17', ...document }));
  const arn = (policy: string): string => {
    if (policy.startsWith('aws:')) return awsManagedArn(account.partition, policy.slice(4));
    const path = scenario.policies[policy]?.path;
    if (path === undefined) throw new Error(`the scenario has no policy ${policy}`);
    return iamArn(account, `policy${path}${policy}`);
  };
  return {
    account,
    scenario,
    ago,
    text,
    fill,
    region: (given) => given ?? homeRegion(account),
    arn,
    use: (daysAgo, { region, service } = { region: 'us-east-1', service: 's3' }) =>
      daysAgo === undefined ? undefined : { at: ago(daysAgo), region, service },
    tags: (tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    holder: ({ attach, inline }) => ({
      attached: attach.map(arn),
      inline: new Map(Object.entries(inline).map(([name, document]) => [name, text(document)])),
    }),
  };
}
