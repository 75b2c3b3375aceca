import type { FieldSelector, Trail as StoredTrail } from '../../account/trails.ts';
import type {
  AdvancedFieldSelector,
  GetEventSelectorsResponse,
  Trail,
} from '../../wire/cloudtrail-api.gen.ts';

export function showTrail(trail: StoredTrail): Trail {
  return {
    Name: trail.name,
    TrailARN: trail.arn,
    S3BucketName: trail.bucket,
    HomeRegion: trail.homeRegion,
    IncludeGlobalServiceEvents: trail.globalEvents,
    IsMultiRegionTrail: trail.multiRegion,
    IsOrganizationTrail: trail.organization,
    LogFileValidationEnabled: trail.logFileValidation,
    CloudWatchLogsLogGroupArn: trail.logGroupArn,
    CloudWatchLogsRoleArn: trail.logGroupRole,
    KmsKeyId: trail.kmsKey,
    HasCustomEventSelectors: trail.advancedSelectors.length > 0,
  };
}

/** A trail has basic selectors or advanced ones, never both. */
export function showSelectors(trail: StoredTrail): GetEventSelectorsResponse {
  const { arn, selectors, advancedSelectors } = trail;
  if (advancedSelectors.length > 0) {
    return {
      TrailARN: arn,
      AdvancedEventSelectors: advancedSelectors.map(({ name, fields }) => ({
        Name: name,
        FieldSelectors: fields.map(showField),
      })),
    };
  }
  return {
    TrailARN: arn,
    EventSelectors: selectors.map(({ readWrite, management, exclude }) => ({
      ReadWriteType: readWrite,
      IncludeManagementEvents: management,
      DataResources: [],
      ExcludeManagementEventSources: exclude,
    })),
  };
}

function showField(field: FieldSelector): AdvancedFieldSelector {
  return {
    Field: field.field,
    Equals: field.equals,
    NotEquals: field.notEquals,
    StartsWith: field.startsWith,
    NotStartsWith: field.notStartsWith,
    EndsWith: field.endsWith,
    NotEndsWith: field.notEndsWith,
  };
}
