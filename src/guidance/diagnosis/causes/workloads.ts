/** What code sends where a person’s token belongs, and why a job or pod gets none. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const workloadCauses: readonly Cause[] = [
  {
    id: 'workload-subject-differs',
    title: 'The trust policy expects another sub, audience or issuer than the workload’s token has',
    codes: [],
    messages: [
      'not authorized to perform sts:assumerolewithwebidentity',
      'no matching federated identity record found',
    ],
    tellApart:
      'Print the token’s claims in the job and hold sub, aud and iss against the policy: a wildcard under StringEquals, a branch, an environment, capitals; or ids behind the names, as in GitHub’s tokens for repositories made since July 2026.',
    fix: 'Write the condition for the very sub (StringLike for wildcards), and the audience that the action asks for.',
    runs: [
      { scenario: 'workload-federation', outcome: 'wrong-audience', says: 'The assertion is not valid: unexpected' },
      { scenario: 'workload-federation', outcome: 'immutable-id', says: 'The assertion is about somebody' },
      { scenario: 'workload-federation', outcome: 'sub-changed', says: 'The assertion is about somebody' },
    ],
    evidence: [
      'aws-actions/configure-aws-credentials#1137',
      'aws-actions/configure-aws-credentials#1888',
      'terraform-aws-modules/terraform-aws-iam#659',
    ],
  },
  {
    id: 'key-in-place-of-a-token',
    title: 'A project’s key, or a token of one’s own making, was sent where a person’s token belongs',
    codes: [],
    messages: ['missing sub claim', 'invalid claim: missing sub', 'expects an id token, but was given a custom token'],
    tellApart: 'The token has no sub, or its role is anon or service; it is the same for everybody.',
    fix: 'Sign the person in first and send the access token of that session. The project’s key goes into its own header.',
    runs: [{ scenario: 'api-token', outcome: 'key-as-token', says: 'The token is not active' }],
    evidence: [],
  },
  {
    id: 'workload-token-not-granted',
    title: 'The job or pod may not ask for an identity token',
    codes: [],
    messages: ['actions_id_token_request_url', 'actions_id_token_request_token'],
    tellApart:
      'It fails before anything is sent to the cloud: there is no token at all. In GitHub Actions a pull request from a fork never gets one.',
    fix: 'Grant it: in GitHub Actions permissions: id-token: write for the workflow or the job.',
    runs: [
      { scenario: 'workload-federation', outcome: 'not-granted', says: 'The job may not ask for an identity token' },
    ],
    evidence: ['actions/toolkit#952', 'google-github-actions/auth#62'],
  },
]
