import type { Instructions, InstructionTable } from './instructions.ts';

const alarm: Instructions = {
  console: [
    'Open CloudWatch, the log group of your trail, "Metric filters", and create a filter with the pattern below "What to do" of the finding.',
    'Create an alarm on its metric, and an SNS topic with a confirmed subscription.',
  ],
  commands: [
    'aws logs put-metric-filter --log-group-name LOG_GROUP --filter-name NAME --filter-pattern PATTERN --metric-transformations metricName=NAME,metricNamespace=NAMESPACE,metricValue=1',
    'aws cloudwatch put-metric-alarm --alarm-name NAME --metric-name NAME --namespace NAMESPACE --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions TOPIC_ARN',
  ],
};

/** Providers, certificates, Access Analyzer, CloudTrail and alarms. */
export const serviceInstructions: InstructionTable = {
  'saml-provider-expiring': {
    console: [
      'Get new metadata from the identity provider.',
      'Open IAM, "Identity providers", {name}, "Replace metadata".',
    ],
    commands: [
      'aws iam update-saml-provider --saml-provider-arn {arn} --saml-metadata-document file://metadata.xml',
    ],
  },
  'oidc-provider-unused': {
    console: ['Open IAM, "Identity providers", choose {name}, "Delete".'],
    commands: ['aws iam delete-open-id-connect-provider --open-id-connect-provider-arn {arn}'],
  },
  'oidc-provider-audience': {
    console: ['Open IAM, "Identity providers", {name}, "Actions", "Add audience".'],
    commands: [
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn {arn} --client-id AUDIENCE',
      'aws iam remove-client-id-from-open-id-connect-provider --open-id-connect-provider-arn {arn} --client-id {each clientIds}',
    ],
  },
  'cert-expired': {
    console: ['Replace it where it is used; IAM shows server certificates in no console.'],
    commands: ['aws iam delete-server-certificate --server-certificate-name {name}'],
  },
  'cert-expiring': {
    console: ['Request a certificate in AWS Certificate Manager and use it where {name} is used.'],
    commands: [
      'aws acm request-certificate --domain-name DOMAIN --validation-method DNS',
      'aws iam delete-server-certificate --server-certificate-name {name}',
    ],
  },
  'analyzer-external': {
    console: [
      'Open IAM, "Access analyzer", "Analyzer settings", "Create analyzer" in the Region {key}.',
      'Choose "External access analysis" and this account.',
    ],
    commands: [
      'aws accessanalyzer create-analyzer --region {key} --type ACCOUNT --analyzer-name rolecall-external-access',
    ],
  },
  'analyzer-external-findings': {
    console: [
      'Open IAM, "Access analyzer" in the Region {key}, and look at each finding.',
      'Take the access away, or archive the finding where it is meant.',
    ],
    commands: [
      'aws accessanalyzer list-findings-v2 --region {key} --analyzer-arn ANALYZER_ARN',
      'aws accessanalyzer update-findings --region {key} --analyzer-arn ANALYZER_ARN --status ARCHIVED --ids FINDING_ID',
    ],
  },
  'analyzer-unused': {
    console: [
      'Look up the price first: AWS bills by user and role.',
      'Open IAM, "Access analyzer", "Create analyzer", "Unused access analysis", in one Region.',
    ],
    commands: [
      'aws accessanalyzer create-analyzer --type ACCOUNT_UNUSED_ACCESS --analyzer-name rolecall-unused-access',
    ],
  },
  'analyzer-unused-findings': {
    console: ['Open IAM, "Access analyzer", "Unused access", and take away what is not used.'],
    commands: [
      'aws accessanalyzer list-findings-v2 --region {key} --analyzer-arn ANALYZER_ARN',
      'aws accessanalyzer generate-finding-recommendation --region {key} --analyzer-arn ANALYZER_ARN --id FINDING_ID',
    ],
  },
  'trail-exists': {
    console: ['Open CloudTrail, "Trails", "Create trail", for all Regions.'],
    commands: [
      'aws cloudtrail create-trail --name management-events --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation',
      'aws cloudtrail start-logging --name management-events',
    ],
  },
  'trail-multi-region': {
    console: ['Open CloudTrail, "Trails", and apply a trail to all Regions.'],
    commands: [
      'aws cloudtrail describe-trails',
      'aws cloudtrail update-trail --region REGION --name TRAIL --is-multi-region-trail',
    ],
  },
  'trail-management-events': {
    console: [
      'Open CloudTrail, "Trails", your trail, "Management events", "Edit": Read and Write.',
    ],
    commands: [
      'aws cloudtrail get-event-selectors --trail-name TRAIL',
      `aws cloudtrail put-event-selectors --trail-name TRAIL --event-selectors '[{"ReadWriteType":"All","IncludeManagementEvents":true}]'`,
    ],
  },
  'trail-log-validation': {
    console: ['Open CloudTrail, "Trails", {name}, "Edit", and enable "Log file validation".'],
    commands: ['aws cloudtrail update-trail --name {arn} --enable-log-file-validation'],
  },
  'trail-delivery-healthy': {
    console: [
      'Open CloudTrail, "Trails", {name}, and read the last delivery error.',
      'Mend the policy of its bucket or key, and look again after fifteen minutes.',
    ],
    commands: [
      'aws cloudtrail get-trail-status --name {arn}',
      'aws s3api get-bucket-policy --bucket BUCKET',
    ],
  },
  'trail-policy-generation-ready': {
    console: [
      'Open IAM, "Roles", a role, "Generate policy": the console makes the role that Access Analyzer needs.',
      'See that a trail records all management events and delivers them.',
    ],
    commands: ['aws cloudtrail describe-trails'],
  },
  'monitor-root-usage': alarm,
  'monitor-iam-policy-changes': alarm,
  'monitor-no-mfa-signin': alarm,
  'monitor-cloudtrail-changes': alarm,
  'monitor-org-changes': alarm,
  'emergency-login-alarm': {
    console: [
      'Open EventBridge in us-east-1, "Rules", "Create rule", on "AWS Console Sign In via CloudTrail".',
      'Name {arn} in detail.userIdentity.arn, and a target that tells people.',
    ],
    commands: [
      'aws events put-rule --region us-east-1 --name emergency-sign-in --event-pattern file://pattern.json',
      'aws events put-targets --region us-east-1 --rule emergency-sign-in --targets Id=tell,Arn=TOPIC_ARN',
    ],
  },
};
