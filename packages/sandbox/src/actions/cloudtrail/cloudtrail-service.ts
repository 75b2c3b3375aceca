import { now } from '../../account/account.ts';
import type { Trail } from '../../account/trails.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type CloudtrailInputs,
  type CloudtrailOutputs,
  cloudtrailOperations,
  cloudtrailShapes,
} from '../../wire/cloudtrail-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { epoch } from '../epoch.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';
import { findTrail, homeTrail, trailsHere } from './find-trail.ts';
import { showSelectors, showTrail } from './show-trail.ts';

const handlers = {
  /** An ARN finds a trail of another Region too, a name does not. */
  DescribeTrails: (call, { trailNameList = [], includeShadowTrails = true }) => {
    const isAsked = ({ arn, name }: Trail) =>
      trailNameList.some((one) => one === name || one === arn);
    const here = trailsHere(call)
      .filter(({ homeRegion }) => includeShadowTrails || homeRegion === call.region)
      .filter((trail) => trailNameList.length === 0 || isAsked(trail));
    const elsewhere = [...call.account.trails.values()].filter(
      (trail) => !here.includes(trail) && trailNameList.includes(trail.arn),
    );
    return { trailList: [...here, ...elsewhere].map(showTrail) };
  },
  ListTrails: (call, { NextToken }) => {
    const trails = [...call.account.trails.values()];
    const { items, next } = tokenPage(call, { token: NextToken, size: 20 }, trails);
    return {
      Trails: items.map(({ arn, name, homeRegion }) => ({
        TrailARN: arn,
        Name: name,
        HomeRegion: homeRegion,
      })),
      NextToken: next,
    };
  },
  GetTrailStatus: (call, { Name }) => {
    const { logging, startedAt, deliveryError } = findTrail(call, Name);
    return {
      IsLogging: logging,
      LatestDeliveryError: deliveryError,
      StartLoggingTime: startedAt === undefined ? undefined : epoch(startedAt),
    };
  },
  GetEventSelectors: (call, { TrailName }) => showSelectors(findTrail(call, TrailName)),
  StartLogging: (call, { Name }) => {
    const trail = homeTrail(call, Name);
    trail.logging = true;
    trail.startedAt = now(call.account);
    return {};
  },
  /** Changes what is named, and leaves the rest. */
  UpdateTrail: (call, input) => {
    const trail = homeTrail(call, input.Name);
    trail.bucket = input.S3BucketName ?? trail.bucket;
    trail.globalEvents = input.IncludeGlobalServiceEvents ?? trail.globalEvents;
    trail.multiRegion = input.IsMultiRegionTrail ?? trail.multiRegion;
    trail.logFileValidation = input.EnableLogFileValidation ?? trail.logFileValidation;
    trail.logGroupArn = input.CloudWatchLogsLogGroupArn ?? trail.logGroupArn;
    trail.logGroupRole = input.CloudWatchLogsRoleArn ?? trail.logGroupRole;
    trail.kmsKey = input.KmsKeyId ?? trail.kmsKey;
    trail.organization = input.IsOrganizationTrail ?? trail.organization;
    const { HomeRegion: _, HasCustomEventSelectors: __, ...shown } = showTrail(trail);
    return shown;
  },
} satisfies Handlers<CloudtrailInputs, CloudtrailOutputs>;

/** CloudTrail: its trails. */
export const cloudtrailService = createService<CloudtrailInputs, CloudtrailOutputs>({
  name: 'cloudtrail',
  operations: cloudtrailOperations,
  shapes: cloudtrailShapes,
  handlers,
  before: authorizeRegional({
    name: 'cloudtrail',
    resources: (call, input) => {
      const name = text(input, 'Name') ?? text(input, 'TrailName');
      if (name === undefined) return [];
      const trail = trailsHere(call).find((one) => one.name === name || one.arn === name);
      const { partition, id } = call.account;
      return [trail?.arn ?? `arn:${partition}:cloudtrail:${call.region}:${id}:trail/${name}`];
    },
  }),
});
