import { type Call, requireAllowed } from '../authorization.ts';
import { refuse } from '../aws-error.ts';

type Input = Readonly<Record<string, unknown>>;
type Context = Readonly<Record<string, readonly string[]>>;

interface Authorizing {
  /** The prefix of the service's actions. */
  readonly name: string;
  /** What the call is about; `*` where the action knows no resources. */
  readonly resources?: (call: Call, input: Input) => readonly string[];
  /** Condition keys of the request and their values. */
  readonly context?: (input: Input, call: Call, resource: string) => Context;
  /** Actions that need the permission of another. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** Asks whether the caller may do the action on everything that it is about. */
export function authorizeService({ name, resources, context, actions = {} }: Authorizing) {
  return (call: Call, action: string, input: Input): void => {
    const about = resources?.(call, input) ?? [];
    for (const resource of about.length > 0 ? about : ['*']) {
      const asked = `${name}:${actions[action] ?? action}`;
      requireAllowed(call, {
        action: asked,
        resource,
        context: context?.(input, call, resource) ?? {},
      });
    }
  };
}

/** The same for a service that is in every Region; credentials are not known in closed ones. */
export function authorizeRegional(authorizing: Authorizing) {
  const authorize = authorizeService(authorizing);
  return (call: Call, action: string, input: Input): void => {
    const status = call.account.regions.get(call.region);
    if (status === undefined || status === 'DISABLED') {
      refuse('InvalidClientTokenId', 'The security token included in the request is invalid.');
    }
    authorize(call, action, input);
  };
}

/** `arn:<partition>:<service>:<region>:<account>:<resource>`, where the call was made. */
export function regionalArn(
  { account, region }: Pick<Call, 'account' | 'region'>,
  service: string,
  resource: string,
): string {
  return `arn:${account.partition}:${service}:${region}:${account.id}:${resource}`;
}
