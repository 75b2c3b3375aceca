/**
 * What AWS services know of actions, resources and condition keys: the data behind lint and
 * witnesses. All names are looked up without regard to case.
 */
export interface ActionData {
  /** Day the data was taken, `YYYY-MM-DD`. */
  readonly date: string;
  /** Prefixes of services, in lower case, retired ones included. */
  readonly services: readonly string[];
  /** `undefined`: no such service. */
  service(prefix: string): ServiceData | undefined;
  /** Type of a global key such as `aws:SourceIp`; tag keys by their pattern. */
  globalKey(key: string): KeyData | undefined;
}

export interface ServiceData {
  readonly prefix: string;
  readonly name: string;
  /** No longer offered; actions of old policies are not looked up. */
  readonly retired: boolean;
  /** Whether resource control policies bind it. */
  readonly supportsResourceControl: boolean;
  readonly actions: readonly ActionEntry[];
  /** By name in lower case. */
  action(name: string): ActionEntry | undefined;
  readonly resourceTypes: readonly ResourceTypeEntry[];
  /** A key of this service, or one it takes a pattern for (`ec2:ResourceTag/${TagKey}`). */
  conditionKey(key: string): KeyData | undefined;
  readonly conditionKeys: readonly KeyData[];
}

export type AccessLevel =
  | 'List'
  | 'Read'
  | 'Write'
  | 'Tagging'
  | 'Permissions management'
  | 'unknown';

export interface ActionEntry {
  /** As AWS writes it: `GetObject`. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** Names of resource types; none: the action takes only `*`. */
  readonly resourceTypes: readonly string[];
  /** Condition keys that apply to the action, those of its resource types included, as AWS writes them. */
  readonly conditionKeys: readonly string[];
  /** Those of `conditionKeys` that AWS lists for the action itself. */
  readonly ownConditionKeys: readonly string[];
}

export interface ResourceTypeEntry {
  readonly name: string;
  /** ARN with placeholders: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

export type KeyType = 'String' | 'Arn' | 'Bool' | 'Numeric' | 'Date' | 'IpAddress' | 'Binary';

export interface KeyData {
  /** As AWS writes it, placeholders included: `aws:ResourceTag/${TagKey}`. */
  readonly key: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
}
