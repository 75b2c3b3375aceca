import { hexadecimal } from '../../account/identifiers.ts';
import type { Instance } from '../../account/workloads.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import type { Shapes } from '../../wire/shape.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { tokenPage } from '../page.ts';

/** Requests and answers in the names of the wire: EC2's model is too large to bring in. */
interface Inputs {
  readonly DescribeInstances: {
    readonly InstanceId?: readonly string[] | undefined;
    readonly Filter?: readonly Filter[] | undefined;
    readonly MaxResults?: number | undefined;
    readonly NextToken?: string | undefined;
  };
}

interface Filter {
  readonly Name: string;
  readonly Value: readonly string[];
}

const shapes: Shapes = {
  DescribeInstancesRequest: {
    type: 'structure',
    required: [],
    members: { InstanceId: 'Texts', Filter: 'Filters', MaxResults: 'Size', NextToken: 'Text' },
  },
  Filters: { type: 'list', of: 'Filter' },
  Filter: {
    type: 'structure',
    required: ['Name', 'Value'],
    members: { Name: 'Text', Value: 'Texts' },
  },
  Size: { type: 'number', min: 5, max: 1000 },
  Text: { type: 'string' },
  Texts: { type: 'list', of: 'Text' },
};

const handlers = {
  DescribeInstances: (call, { InstanceId: ids, Filter: filters = [], MaxResults, NextToken }) => {
    const here = call.account.instances.filter(({ region }) => region === call.region);
    const unknown = ids?.find((id) => !here.some((one) => one.id === id));
    if (unknown !== undefined) {
      refuse('InvalidInstanceID.NotFound', `The instance ID '${unknown}' does not exist`);
    }
    const instances = here
      .filter(({ id }) => ids?.includes(id) ?? true)
      .filter((one) => filters.every((filter) => passes(one, filter)));
    const page = { token: NextToken, size: MaxResults ?? 1000 };
    const { items, next } = tokenPage(call, page, instances);
    return { reservationSet: items.map((one) => showReservation(call, one)), nextToken: next };
  },
} satisfies Handlers<Inputs, Readonly<Record<keyof Inputs, unknown>>>;

/** EC2: its instances. */
export const ec2Service = createService<Inputs, Readonly<Record<keyof Inputs, unknown>>>({
  name: 'ec2',
  operations: { DescribeInstances: 'DescribeInstancesRequest' },
  shapes,
  handlers,
  before: authorizeRegional({ name: 'ec2' }),
});

function passes(instance: Instance, { Name, Value }: Filter): boolean {
  return Value.some((wanted) => wanted === filtered(instance, Name));
}

function filtered({ id, state, profileArn, tags }: Instance, filter: string): string | undefined {
  if (filter.startsWith('tag:')) return tags[filter.slice('tag:'.length)];
  switch (filter) {
    case 'instance-id':
      return id;
    case 'instance-state-name':
      return state;
    case 'iam-instance-profile.arn':
      return profileArn;
    default:
      return refuse('ValidationError', `The filter '${filter}' is invalid`);
  }
}

const stateCodes = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
} as const;

/** Each instance in a reservation of its own. */
function showReservation({ account }: Call, instance: Instance) {
  const { id, state, launchedAt, profileArn, tags } = instance;
  const profile = [...account.instanceProfiles.values()].find(({ name }) =>
    profileArn?.endsWith(`/${name}`),
  );
  return {
    reservationId: `r-${hexadecimal(id, 17)}`,
    ownerId: account.id,
    groupSet: [],
    instancesSet: [
      {
        instanceId: id,
        imageId: `ami-${hexadecimal('image', 17)}`,
        instanceState: { code: stateCodes[state], name: state },
        instanceType: 't4g.small',
        launchTime: launchedAt,
        iamInstanceProfile: profileArn && { arn: profileArn, id: profile?.id },
        tagSet: Object.entries(tags).map(([key, value]) => ({ key, value })),
      },
    ],
  };
}
