/** Identity federation of workloads: AWS, Google Cloud and Microsoft Entra, which trust the tokens of a CI job or a cluster. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const workloadIdentity: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'AWS STS', source: 'https://github.com/aws-actions/configure-aws-credentials/issues/280', read },
    {
      'verifier-not-configured': {
        'No OpenIDConnect provider found in': [
          'The account does not trust this issuer.',
          'The OIDC identity providers of the account, by the very address of the issuer.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'AWS STS', source: 'https://github.com/awslabs/amazon-eks-irsa-cfn/pull/18', read },
    {
      'workload-subject-differs': {
        'Incorrect token audience': 'The token’s aud is not the one expected: sts.amazonaws.com.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'AWS STS', source: 'https://github.com/aws-actions/configure-aws-credentials/issues/318', read },
    {
      'workload-subject-differs': {
        'Not authorized to perform sts:AssumeRoleWithWebIdentity': [
          'The role’s condition does not fit the token’s sub, capitals included.',
          'The role’s trust policy.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'AWS STS', source: 'https://github.com/aws/aws-sdk-php/issues/1725', read },
    {
      'issuer-unreachable': {
        "Couldn't retrieve verification key from your identity provider": 'AWS did not get the issuer’s keys.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'AWS STS',
      source: 'https://docs.rs/rusoto_sts/0.46.0/rusoto_sts/enum.AssumeRoleWithWebIdentityError.html',
      read,
    },
    {
      'issuer-unreachable': {
        IDPCommunicationError: 'AWS did not reach the issuer.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Google Cloud',
      source: 'https://github.com/terraform-google-modules/terraform-example-foundation/issues/1362',
      read,
    },
    {
      'workload-subject-differs': {
        'The given credential is rejected by the attribute condition':
          'The provider’s attribute condition does not hold for the token.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Cloud', source: 'https://github.com/google-github-actions/auth/pull/132', read, isGeneral: true },
    {
      'workload-subject-differs': {
        'failed to generate Google Cloud federated token': [
          'The pool did not let the token in.',
          'The attribute conditions of the pool’s provider.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Google Cloud',
      source: 'https://github.com/google-github-actions/auth/issues/78',
      read,
      isGeneral: true,
    },
    {
      'workload-subject-differs': {
        'Failed to generate Google Cloud access token': [
          'The service account is not bound to this workload, because an attribute is not mapped for one.',
          'The provider’s attribute mapping, and the service account’s bindings.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Cloud', source: 'https://github.com/google-github-actions/setup-gcloud/issues/546', read },
    {
      'resource-unknown': {
        'Invalid value for "audience". This value should be the full resource name of the Identity Provider':
          'The provider’s name is not in its full form, or names an attribute instead of the provider.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Cloud', source: 'https://github.com/google-github-actions/auth/issues/202', read },
    {
      'resource-unknown': {
        'The target service indicated by the "audience" parameters is invalid':
          'There is no such pool or provider, or it is switched off.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Cloud', source: 'https://gitlab.com/gitlab-org/gitlab/-/issues/461155', read },
    {
      'workload-subject-differs': {
        'The audience in ID Token [{found}] does not match the expected audience.': [
          'The token’s aud is not one that the provider allows.',
          'Allowed audiences of the pool’s provider.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Microsoft Entra ID', source: 'https://github.com/Azure/login/issues/482', read },
    {
      'workload-subject-differs': {
        AADSTS700213: [
          'No federated credential has this subject.',
          'The app’s federated credentials: subject, audience and issuer.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Microsoft Entra ID', source: 'https://github.com/Azure/login/issues/360', read },
    {
      'workload-subject-differs': {
        AADSTS700211: [
          'No federated credential has this issuer.',
          'The app’s federated credentials: subject, audience and issuer.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Microsoft Entra ID', source: 'https://github.com/Azure/login/issues/515', read },
    {
      'workload-subject-differs': {
        AADSTS7002138: [
          'The subject differs from the federated credential’s in capitals alone.',
          'The app’s federated credentials: the subject, in the capitals of the repository.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Microsoft Entra ID', source: 'https://github.com/Azure/azure-saas/issues/239', read },
    {
      'workload-subject-differs': {
        AADSTS70021: [
          'No federated credential fits the workload’s token.',
          'The app’s federated credentials: subject, audience and issuer.',
        ],
      },
    },
  ),
]
