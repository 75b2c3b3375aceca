/** A role of a function with what such roles have, as CloudFormation's documentation writes them. */
export const appTemplate = `AWSTemplateFormatVersion: "2010-09-09"
Description: An application
Parameters:
  Stage: {Type: String, Default: dev}
  LogBucketArn: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub app-\${Stage}-data
  Table:
    Type: AWS::DynamoDB::Table
  AppRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        - !Ref Shared
      Policies:
        - PolicyName: data
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Sid: Read
                Effect: Allow
                Action: [s3:GetObject]
                Resource: !Sub "arn:aws:s3:::\${Data}/*"
              - Sid: Query
                Effect: Allow
                Action: dynamodb:Query
                Resource:
                  - !GetAtt Table.Arn
                  - !Join ["/", [!GetAtt Table.Arn, "index/*"]]
              - !If
                - IsProd
                - Effect: Deny
                  Action: s3:DeleteObject
                  Resource: "*"
                - !Ref AWS::NoValue
  Shared:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: logs:PutLogEvents
            Resource: !Sub arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/app/*
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: TlsOnly
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: [!GetAtt Data.Arn, !Sub "\${Data.Arn}/*"]
            Condition: {Bool: {"aws:SecureTransport": false}}
          - Sid: Reader
            Effect: Allow
            Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:role/reader"}
            Action: s3:GetObject
            Resource: !Sub "\${Data.Arn}/*"
`;

/** The template with pieces of it replaced; each has to be there. */
export function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`The fixture does not hold ${from}`);
    return whole.replace(from, () => to);
  }, text);
}
