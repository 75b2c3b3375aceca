import type { ReplicationSet } from '../../account/workloads.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type IncidentManagerInputs,
  type IncidentManagerOutputs,
  incidentManagerOperations,
  incidentManagerShapes,
} from '../../wire/incident-manager-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { epoch } from '../epoch.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  ListReplicationSets: (call, { nextToken, maxResults }) => {
    const arns = setsHere(call).map(({ arn }) => arn);
    const { items, next } = tokenPage(call, { token: nextToken, size: maxResults }, arns);
    return { replicationSetArns: items, nextToken: next };
  },
  GetReplicationSet: (call, { arn }) => {
    const set =
      setsHere(call).find((one) => one.arn === arn) ??
      refuse('ResourceNotFoundException', `Replication set ${arn} could not be found.`);
    const at = epoch(set.createdAt);
    const regions = Object.entries(set.regions).map(
      ([region, status]) => [region, { status, statusUpdateDateTime: at }] as const,
    );
    return {
      replicationSet: {
        arn,
        status: set.status,
        deletionProtected: set.deletionProtected,
        regionMap: Object.fromEntries(regions),
        createdBy: call.account.id,
        createdTime: at,
        lastModifiedBy: call.account.id,
        lastModifiedTime: at,
      },
    };
  },
} satisfies Handlers<IncidentManagerInputs, IncidentManagerOutputs>;

/** Incident Manager: its replication sets. */
export const incidentManagerService = createService<IncidentManagerInputs, IncidentManagerOutputs>({
  name: 'ssm-incidents',
  operations: incidentManagerOperations,
  shapes: incidentManagerShapes,
  handlers,
  before: authorizeRegional({
    name: 'ssm-incidents',
    resources: (_, input) => [text(input, 'arn') ?? '*'],
  }),
});

/** A set is seen in the Regions that it copies to. */
function setsHere({ account, region }: Call): readonly ReplicationSet[] {
  return [...account.replicationSets.values()].filter(({ regions }) =>
    Object.hasOwn(regions, region),
  );
}
