/** What people posted about the identity federation of workloads, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'aws-role-condition',
    cause: 'workload-subject-differs',
    source: 'https://github.com/aws-actions/configure-aws-credentials/issues/318',
    input: 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
  },
  {
    id: 'aws-no-provider',
    cause: 'verifier-not-configured',
    source: 'https://github.com/aws-actions/configure-aws-credentials/issues/280',
    input: 'Error: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
  },
  {
    id: 'aws-no-provider-sidecar',
    cause: 'verifier-not-configured',
    source: 'https://github.com/aws-samples/aws-secret-sidecar-injector/issues/30',
    input: `WebIdentityError: Failed to retrieve credentials.
caused by Invalid Identity token: No OpenIDConnect provider found in account`,
  },
  {
    id: 'aws-no-provider-sdk',
    cause: 'verifier-not-configured',
    source: 'https://github.com/namespacelabs/foundation/issues/801',
    input:
      '2022/07/25 13:14:05.131213 failed to retrieve credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, exceeded maximum number of attempts, 3, https response error StatusCode: 400, RequestID: 00000000-0000-0000-0000-000000000000, InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.example/id/0',
  },
  {
    id: 'aws-audience',
    cause: 'workload-subject-differs',
    source: 'https://github.com/awslabs/amazon-eks-irsa-cfn/pull/18',
    input:
      'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience',
  },
  {
    id: 'google-condition',
    cause: 'workload-subject-differs',
    source: 'https://github.com/terraform-google-modules/terraform-example-foundation/issues/1362',
    input:
      'google-github-actions/auth failed with: failed to generate Google Cloud federated token for //iam.googleapis.com/***: {"error":"unauthorized_client","error_description":"The given credential is rejected by the attribute condition."}',
  },
  {
    id: 'google-provider-name',
    cause: 'resource-unknown',
    source: 'https://github.com/google-github-actions/setup-gcloud/issues/546',
    input:
      'ERROR: gcloud crashed (OAuthError): (\'Error code invalid_request: Invalid value for "audience". This value should be the full resource name of the Identity Provider.\')',
  },
  {
    id: 'google-mapping',
    cause: 'workload-subject-differs',
    source: 'https://github.com/google-github-actions/auth/issues/78',
    input: `Error: google-github-actions/auth failed with: Error: Failed to generate Google Cloud access token for deploy@shop.iam.example: {
  "error": {
    "code": 403,
    "message": "The caller does not have permission",
    "status": "PERMISSION_DENIED"
  }
}`,
  },
  {
    id: 'azure-environment',
    cause: 'workload-subject-differs',
    source: 'https://github.com/Azure/login/issues/464',
    input: `Federated token details:
 issuer - https://token.actions.githubusercontent.com
 subject claim - repo:acme/shop:environment:Production
Attempting Azure CLI login by using OIDC...
Error: AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:acme/shop:environment:Production'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
  },
  {
    id: 'azure-capitals',
    cause: 'workload-subject-differs',
    source: 'https://github.com/Azure/login/issues/515',
    input:
      "Error: AADSTS7002138: No matching federated identity record found for presented assertion subject 'repo:Acme/Shop:environment:Production'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.",
  },
  {
    id: 'azure-branch',
    cause: 'workload-subject-differs',
    source: 'https://github.com/Azure/azure-saas/issues/239',
    input:
      "Error: : AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://token.actions.githubusercontent.com/'. Assertion Subject: 'repo:acme/shop:ref:refs/heads/main'. Assertion Audience: 'api://AzureADTokenExchange'.",
  },
  {
    id: 'aws-subject-with-ids',
    cause: 'workload-subject-differs',
    source: 'https://github.com/aws-actions/configure-aws-credentials/issues/1888',
    input:
      'As of today the subject claim of new repositories has ids in it: failed: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity.',
  },
] satisfies readonly DiagnosisCase[]
