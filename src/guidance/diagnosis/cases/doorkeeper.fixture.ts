/** What people posted about Doorkeeper, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'doorkeeper-callback-of-another-app',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/doorkeeper-gem/doorkeeper-provider-app/issues/9',
    input: 'The redirect uri included is not valid.',
  },
  {
    id: 'doorkeeper-redirect-with-query',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/doorkeeper-gem/doorkeeper/issues/953',
    input:
      'get `The redirect uri included is not valid.` error when use `https://shop.example/auth/my-provider?parameter=1` as redirect_uri',
  },
  {
    id: 'doorkeeper-optional-scopes',
    cause: 'scope-not-registered',
    source: 'https://github.com/sethherr/grape-doorkeeper/issues/3',
    input: `\`\`\`
The requested scope is invalid, unknown, or malformed.
\`\`\``,
  },
  {
    id: 'doorkeeper-scope-page',
    cause: 'scope-not-registered',
    source: 'https://github.com/doorkeeper-gem/doorkeeper/issues/989',
    input: `An error has occurred
The requested scope is invalid, unknown, or malformed.`,
  },
  {
    id: 'doorkeeper-client-of-a-new-provider',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/doorkeeper-gem/doorkeeper/issues/57',
    input:
      'no matter what I change the redirect_uri to the provider comes back with `The redirect uri included is not valid.`',
  },
] satisfies readonly DiagnosisCase[]
