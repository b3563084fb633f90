/** The API server of Kubernetes, where it takes ID tokens. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const kubernetes: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Kubernetes',
      source:
        'https://github.com/kubernetes/kubernetes/blob/02058680c5712f85b03b20d78f591d58a49c0f47/staging/src/k8s.io/apiserver/plugin/pkg/authenticator/token/oidc/oidc.go',
      read,
    },
    {
      'email-not-verified': {
        'oidc: email not verified': 'The ID token’s email_verified is false.',
      },
      'claim-missing': {
        'oidc: parse username claims {claim}: claim not present': 'The ID token lacks the claim that names the person.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Kubernetes', source: 'https://github.com/kubernetes/kubernetes/issues/48777', read },
    {
      'email-not-verified': {
        "'email_verified' claim not present": 'The ID token has no email_verified, which older versions want.',
      },
    },
  ),
]
