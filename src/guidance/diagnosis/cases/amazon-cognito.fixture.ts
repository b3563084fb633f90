/** What people posted about Amazon Cognito, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'cognito-refresh-revoked',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/aws-amplify/amplify-swift/issues/3344',
    input:
      '"description": "AWSCognitoAuthPlugin/InformSessionError.swift Starting execution, error: service(AWSCognitoIdentityProvider.NotAuthorizedException(_headers: Optional(Content-Type: application/x-amz-json-1.1, \\nx-amzn-ErrorType: NotAuthorizedException:, \\nx-amzn-ErrorMessage: Refresh Token has been revoked, \\nConnection: keep-alive), _statusCode: Optional(http_status_400), _message: Optional(\\"Refresh Token has been revoked\\")))"',
  },
  {
    id: 'cognito-secret-hash',
    cause: 'secret-not-sent',
    source: 'https://github.com/aws-amplify/amplify-js/issues/277',
    input:
      '{"code":"NotAuthorizedException","name":"NotAuthorizedException","message":"Unable to verify secret hash for client 3example0client"}',
  },
  {
    id: 'cognito-secret-hash-raw',
    cause: 'secret-not-sent',
    source: 'https://github.com/AnomalyInnovations/serverless-stack-demo-client/issues/6',
    input: `{
    "__type":"NotAuthorizedException",
    "message":"Unable to verify secret hash for client 3example0client"
}`,
  },
  {
    id: 'cognito-redirect-mismatch',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/aws/aws-aspnet-cognito-identity-provider/issues/167',
    input: 'https://shop.auth.us-east-2.amazoncognito.example/error?error=redirect_mismatch&client_id=3example0client',
  },
  {
    id: 'cognito-other-user-pool',
    cause: 'token-for-another-audience',
    source: 'https://github.com/aws-amplify/amplify-js/issues/2067',
    input: 'Token is not from a supported provider of this identity pool',
  },
  {
    id: 'cognito-deleted-user-pool',
    cause: 'token-for-another-audience',
    source: 'https://github.com/amazon-archives/amazon-cognito-identity-js/issues/153',
    input: 'I am getting "Token is not from a supported provider of this identity pool"',
  },
  {
    id: 'cognito-device-key',
    cause: 'parameter-missing',
    source: 'https://github.com/aws/aws-sdk-java-v2/issues/3418',
    input:
      'software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException: Invalid Refresh Token. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 00000000-0000-0000-0000-000000000000)',
  },
] satisfies readonly DiagnosisCase[]
