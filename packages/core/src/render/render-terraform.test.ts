import { expect, it } from 'vitest';
import { renderTerraform } from './render-terraform.ts';
import { blueprintOf, open } from './testing/open.fixture.ts';

it('writes a role and its profile', () => {
  expect(bodyOf('ec2-ssm')).toBe(`# EC2 instance profile for Systems Manager

data "aws_partition" "current" {}

resource "aws_iam_role" "EC2ManagedInstanceRole" {
  name = "EC2ManagedInstanceRole"
  path = "/"
  description = "EC2 instances that Systems Manager manages"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Effect" = "Allow"
        "Principal" = {
          "Service" = "ec2.amazonaws.com"
        }
        "Action" = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "EC2ManagedInstanceRole_AmazonSSMManagedInstanceCore" {
  role = aws_iam_role.EC2ManagedInstanceRole.name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "EC2ManagedInstanceProfile" {
  name = "EC2ManagedInstanceProfile"
  path = "/"
  role = aws_iam_role.EC2ManagedInstanceRole.name
}
`);
});

it('writes an identity provider and the role that trusts it', () => {
  const values = {
    issuer: 'oidc.eks.eu-west-1.amazonaws.com/id/A',
    namespace: 'n',
    serviceAccount: 's',
  };
  expect(bodyOf('eks-irsa', { values })).toBe(`# EKS role for a service account (IRSA)

resource "aws_iam_openid_connect_provider" "oidc_eks_eu-west-1_amazonaws_com_id_A" {
  url = "https://oidc.eks.eu-west-1.amazonaws.com/id/A"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "EksServiceAccountRole" {
  name = "EksServiceAccountRole"
  path = "/"
  description = "Pods of n/s"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    "Version" = "2012-10-17"
    "Statement" = [
      {
        "Effect" = "Allow"
        "Principal" = {
          "Federated" = aws_iam_openid_connect_provider.oidc_eks_eu-west-1_amazonaws_com_id_A.arn
        }
        "Action" = "sts:AssumeRoleWithWebIdentity"
        "Condition" = {
          "StringEquals" = {
            "oidc.eks.eu-west-1.amazonaws.com/id/A:aud" = "sts.amazonaws.com"
            "oidc.eks.eu-west-1.amazonaws.com/id/A:sub" = "system:serviceaccount:n:s"
          }
        }
      },
    ]
  })
}
`);
});

it('reads what it copies', () => {
  const text = renderTerraform(open('power-user-policy'));
  expect(text).toContain('  policy = data.aws_iam_policy.PowerUserExamplePolicy.policy\n');
});

it('escapes what would be a template of its own', () => {
  const Resource = 'arn:{{partition}}:s3:::a/${aws:username}';
  const text = renderTerraform(
    open(
      blueprintOf({
        policies: {
          Own: { document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource } } },
        },
      }),
    ),
  );
  expect(text).toContain('"arn:${data.aws_partition.current.partition}:s3:::a/$${aws:username}"');
});

it('writes the settings of an account', () => {
  const text = renderTerraform(
    open(blueprintOf({ accountAlias: { alias: 'acme' }, passwordPolicy: { maxAge: 90 } })),
  );
  expect(text).toContain('  account_alias = "acme"\n');
  expect(text).toContain('  minimum_password_length = 14\n');
  expect(text).toContain('  max_password_age = 90\n');
});

/** The configuration without what every one begins with. */
function bodyOf(...input: Parameters<typeof open>): string {
  return renderTerraform(open(...input)).replace(/\nterraform \{\n[\s\S]*?\n\}\n/, '');
}
