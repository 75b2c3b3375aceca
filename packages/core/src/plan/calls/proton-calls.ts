/** Writes to AWS Proton, with their inputs as its API names them; an empty ARN unsets the role. */
export interface ProtonCalls {
  'proton:UpdateAccountSettings': {
    readonly pipelineServiceRoleArn?: string;
    readonly pipelineCodebuildRoleArn?: string;
  };
}
