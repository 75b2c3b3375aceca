/**
 * OIDC issuers whose tokens everybody can have: a trust that does not test whose token it is lets
 * all of them in. Each with subjects of a stranger, in every form the issuer writes.
 * Sources: IAM User Guide, "OIDC: shared provider controls"; GitHub, GitLab and HCP Terraform
 * documentation of their subject claims. Date: 2026-11-21.
 */
export const sharedIssuers: readonly {
  readonly issuer: string;
  readonly subjects: readonly string[];
  readonly audiences: readonly string[];
}[] = [
  {
    issuer: 'token.actions.githubusercontent.com',
    subjects: [
      'repo:stranger-example/anything:ref:refs/heads/main',
      'repo:stranger-example@900000001/anything@900000002:ref:refs/heads/main',
      'repo:stranger-example/anything:pull_request',
      'repo:stranger-example@900000001/anything@900000002:pull_request',
      'repo:stranger-example/anything:environment:production',
      'repo:stranger-example@900000001/anything@900000002:environment:production',
    ],
    audiences: ['sts.amazonaws.com'],
  },
  {
    issuer: 'gitlab.com',
    subjects: ['project_path:stranger-example/anything:ref_type:branch:ref:main'],
    audiences: ['https://gitlab.com', 'sts.amazonaws.com'],
  },
  {
    issuer: 'app.terraform.io',
    subjects: ['organization:stranger-example:project:anything:workspace:anything:run_phase:apply'],
    audiences: ['aws.workload.identity'],
  },
];
