import { accessAnalyzerService } from './actions/access-analyzer/access-analyzer-service.ts';
import { accountManagementService } from './actions/account-management-service.ts';
import { cloudtrailService } from './actions/cloudtrail/cloudtrail-service.ts';
import { iamService } from './actions/iam-service.ts';
import { identityCenterService } from './actions/identity-center/identity-center-service.ts';
import { identityStoreService } from './actions/identity-center/identity-store-service.ts';
import { cloudwatchService } from './actions/monitoring/cloudwatch-service.ts';
import { eventsService } from './actions/monitoring/events-service.ts';
import { logsService } from './actions/monitoring/logs-service.ts';
import { snsService } from './actions/monitoring/sns-service.ts';
import { organizationsService } from './actions/organizations/organizations-service.ts';
import { secretsManagerService } from './actions/secrets-manager/secrets-manager-service.ts';
import { stsService } from './actions/sts-service.ts';
import { appRunnerService } from './actions/workloads/app-runner-service.ts';
import { cloudformationService } from './actions/workloads/cloudformation-service.ts';
import { ec2Service } from './actions/workloads/ec2-service.ts';
import { incidentManagerService } from './actions/workloads/incident-manager-service.ts';
import { protonService } from './actions/workloads/proton-service.ts';
import type { JsonEndpoint } from './protocols/json.ts';
import type { QueryEndpoint } from './protocols/query.ts';
import type { RestEndpoint } from './protocols/rest-json.ts';
import { plainWords } from './protocols/words.ts';
import { accessAnalyzerRoutes } from './wire/access-analyzer-api.gen.ts';
import { accountManagementRoutes } from './wire/account-management-api.gen.ts';
import { cloudformationApiVersion } from './wire/cloudformation-api.gen.ts';
import { iamApiVersion } from './wire/iam-api.gen.ts';
import { incidentManagerRoutes } from './wire/incident-manager-api.gen.ts';
import { snsApiVersion } from './wire/sns-api.gen.ts';
import { stsApiVersion } from './wire/sts-api.gen.ts';

/** Services of the Query protocol; the first takes what nobody knows. */
export const queryEndpoints: readonly [QueryEndpoint, ...QueryEndpoint[]] = [
  {
    service: iamService,
    version: iamApiVersion,
    xmlNamespace: `https://iam.amazonaws.com/doc/${iamApiVersion}/`,
  },
  {
    service: stsService,
    version: stsApiVersion,
    xmlNamespace: `https://sts.amazonaws.com/doc/${stsApiVersion}/`,
  },
  {
    service: snsService,
    version: snsApiVersion,
    xmlNamespace: `http://sns.amazonaws.com/doc/${snsApiVersion}/`,
    words: {
      AccessDenied: ['AuthorizationError', 403],
      ValidationError: ['InvalidParameter', 400],
    },
  },
  {
    service: cloudformationService,
    version: cloudformationApiVersion,
    xmlNamespace: `http://cloudformation.amazonaws.com/doc/${cloudformationApiVersion}/`,
  },
  {
    service: ec2Service,
    version: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    kind: 'ec2',
    words: {
      AccessDenied: ['UnauthorizedOperation', 403],
      ExpiredToken: ['RequestExpired', 400],
      InvalidClientTokenId: ['AuthFailure', 401],
      MissingAuthenticationToken: ['AuthFailure', 401],
      SignatureDoesNotMatch: ['AuthFailure', 401],
      Throttling: ['RequestLimitExceeded', 503],
      ValidationError: ['InvalidParameterValue', 400],
    },
  },
];

/** Services of the JSON protocol. */
export const jsonEndpoints: readonly JsonEndpoint[] = [
  {
    service: organizationsService,
    target: 'AWSOrganizationsV20161128',
    version: '1.1',
    words: {
      ...plainWords,
      Throttling: ['TooManyRequestsException', 400],
      ValidationError: ['InvalidInputException', 400],
    },
  },
  {
    service: identityCenterService,
    target: 'SWBExternalService',
    version: '1.1',
    words: plainWords,
  },
  { service: identityStoreService, target: 'AWSIdentityStore', version: '1.1', words: plainWords },
  {
    service: cloudtrailService,
    target: 'CloudTrail_20131101',
    version: '1.1',
    words: plainWords,
  },
  {
    service: logsService,
    target: 'Logs_20140328',
    version: '1.1',
    words: { ...plainWords, ValidationError: ['InvalidParameterException', 400] },
  },
  {
    service: cloudwatchService,
    target: 'GraniteServiceVersion20100801',
    version: '1.0',
    queryCompatible: true,
    words: {},
  },
  { service: eventsService, target: 'AWSEvents', version: '1.1', words: plainWords },
  {
    service: appRunnerService,
    target: 'AppRunner',
    version: '1.0',
    words: { ...plainWords, ValidationError: ['InvalidRequestException', 400] },
  },
  { service: protonService, target: 'AwsProton20200720', version: '1.0', words: plainWords },
  {
    service: secretsManagerService,
    target: 'secretsmanager',
    version: '1.1',
    words: {
      ...plainWords,
      AccessDenied: ['AccessDeniedException', 400],
      Throttling: ['ThrottlingException', 400],
    },
  },
];

/** Services of the REST protocol. */
export const restEndpoints: readonly RestEndpoint[] = [
  {
    service: accountManagementService,
    routes: accountManagementRoutes,
    words: { ...plainWords, Throttling: ['TooManyRequestsException', 429] },
  },
  { service: accessAnalyzerService, routes: accessAnalyzerRoutes, words: plainWords },
  { service: incidentManagerService, routes: incidentManagerRoutes, words: plainWords },
];
