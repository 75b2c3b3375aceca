import accessanalyzerGeneration from './catalogue/accessanalyzer-generation.json' with {
  type: 'json',
};
import administratorsGroup from './catalogue/administrators-group.json' with { type: 'json' };
import apigatewayLogs from './catalogue/apigateway-logs.json' with { type: 'json' };
import appRunnerEcrAccess from './catalogue/app-runner-ecr-access.json' with { type: 'json' };
import appRunnerInstance from './catalogue/app-runner-instance.json' with { type: 'json' };
import appRunnerLinkedRoles from './catalogue/app-runner-linked-roles.json' with { type: 'json' };
import awsLogin from './catalogue/aws-login.json' with { type: 'json' };
import backup from './catalogue/backup.json' with { type: 'json' };
import bedrockAgent from './catalogue/bedrock-agent.json' with { type: 'json' };
import cloudformationExec from './catalogue/cloudformation-exec.json' with { type: 'json' };
import cloudtrailCwl from './catalogue/cloudtrail-cwl.json' with { type: 'json' };
import codebuild from './catalogue/codebuild.json' with { type: 'json' };
import codepipeline from './catalogue/codepipeline.json' with { type: 'json' };
import config from './catalogue/config.json' with { type: 'json' };
import datasyncS3 from './catalogue/datasync-s3.json' with { type: 'json' };
import dmsLogs from './catalogue/dms-logs.json' with { type: 'json' };
import dmsRedshift from './catalogue/dms-redshift.json' with { type: 'json' };
import dmsVpc from './catalogue/dms-vpc.json' with { type: 'json' };
import ec2Ssm from './catalogue/ec2-ssm.json' with { type: 'json' };
import ecsExpress from './catalogue/ecs-express.json' with { type: 'json' };
import ecsTask from './catalogue/ecs-task.json' with { type: 'json' };
import ecsTaskExecution from './catalogue/ecs-task-execution.json' with { type: 'json' };
import eksCluster from './catalogue/eks-cluster.json' with { type: 'json' };
import eksIrsa from './catalogue/eks-irsa.json' with { type: 'json' };
import eksNode from './catalogue/eks-node.json' with { type: 'json' };
import eksPodIdentity from './catalogue/eks-pod-identity.json' with { type: 'json' };
import emergencyAccess from './catalogue/emergency-access.json' with { type: 'json' };
import emergencyAdministrator from './catalogue/emergency-administrator.json' with { type: 'json' };
import externalAccessAnalyzer from './catalogue/external-access-analyzer.json' with {
  type: 'json',
};
import githubActionsOidc from './catalogue/github-actions-oidc.json' with { type: 'json' };
import glue from './catalogue/glue.json' with { type: 'json' };
import identityCenterAdministrator from './catalogue/identity-center-administrator.json' with {
  type: 'json',
};
import identityCenterLesserUser from './catalogue/identity-center-lesser-user.json' with {
  type: 'json',
};
import incidentManager from './catalogue/incident-manager.json' with { type: 'json' };
import incidentManagerAutomation from './catalogue/incident-manager-automation.json' with {
  type: 'json',
};
import incidentManagerResponders from './catalogue/incident-manager-responders.json' with {
  type: 'json',
};
import incidentManagerRunbook from './catalogue/incident-manager-runbook.json' with {
  type: 'json',
};
import lambdaBasic from './catalogue/lambda-basic.json' with { type: 'json' };
import personRole from './catalogue/person-role.json' with { type: 'json' };
import powerUserPolicy from './catalogue/power-user-policy.json' with { type: 'json' };
import protonCodebuild from './catalogue/proton-codebuild.json' with { type: 'json' };
import protonComponent from './catalogue/proton-component.json' with { type: 'json' };
import protonEnvironment from './catalogue/proton-environment.json' with { type: 'json' };
import protonLinkedRoles from './catalogue/proton-linked-roles.json' with { type: 'json' };
import protonPipeline from './catalogue/proton-pipeline.json' with { type: 'json' };
import protonPipelineCodebuild from './catalogue/proton-pipeline-codebuild.json' with {
  type: 'json',
};
import rdsMonitoring from './catalogue/rds-monitoring.json' with { type: 'json' };
import rolesAnywhere from './catalogue/roles-anywhere.json' with { type: 'json' };
import s3Replication from './catalogue/s3-replication.json' with { type: 'json' };
import sagemaker from './catalogue/sagemaker.json' with { type: 'json' };
import scheduler from './catalogue/scheduler.json' with { type: 'json' };
import serviceLinkedRole from './catalogue/service-linked-role.json' with { type: 'json' };
import ssmAutomation from './catalogue/ssm-automation.json' with { type: 'json' };
import ssmDefaultHostManagement from './catalogue/ssm-default-host-management.json' with {
  type: 'json',
};
import stepfunctions from './catalogue/stepfunctions.json' with { type: 'json' };
import supportUserRole from './catalogue/support-user-role.json' with { type: 'json' };
import thirdPartyAccess from './catalogue/third-party-access.json' with { type: 'json' };
import transferLogging from './catalogue/transfer-logging.json' with { type: 'json' };
import transferUser from './catalogue/transfer-user.json' with { type: 'json' };
import vpcFlowLogs from './catalogue/vpc-flow-logs.json' with { type: 'json' };

/** Every file of the catalogue, in their order. A new one is listed here. */
export const catalogueFiles: readonly unknown[] = [
  accessanalyzerGeneration,
  administratorsGroup,
  apigatewayLogs,
  appRunnerEcrAccess,
  appRunnerInstance,
  appRunnerLinkedRoles,
  awsLogin,
  backup,
  bedrockAgent,
  cloudformationExec,
  cloudtrailCwl,
  codebuild,
  codepipeline,
  config,
  datasyncS3,
  dmsLogs,
  dmsRedshift,
  dmsVpc,
  ec2Ssm,
  ecsExpress,
  ecsTaskExecution,
  ecsTask,
  eksCluster,
  eksIrsa,
  eksNode,
  eksPodIdentity,
  emergencyAccess,
  emergencyAdministrator,
  externalAccessAnalyzer,
  githubActionsOidc,
  glue,
  identityCenterAdministrator,
  identityCenterLesserUser,
  incidentManagerAutomation,
  incidentManagerResponders,
  incidentManagerRunbook,
  incidentManager,
  lambdaBasic,
  personRole,
  powerUserPolicy,
  protonCodebuild,
  protonComponent,
  protonEnvironment,
  protonLinkedRoles,
  protonPipelineCodebuild,
  protonPipeline,
  rdsMonitoring,
  rolesAnywhere,
  s3Replication,
  sagemaker,
  scheduler,
  serviceLinkedRole,
  ssmAutomation,
  ssmDefaultHostManagement,
  stepfunctions,
  supportUserRole,
  thirdPartyAccess,
  transferLogging,
  transferUser,
  vpcFlowLogs,
];
