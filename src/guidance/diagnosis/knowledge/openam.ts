/** OpenAM, which ForgeRock’s and PingIdentity’s AM came from. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const openam: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'OpenAM',
      source:
        'https://github.com/OpenIdentityPlatform/OpenAM/blob/009bad438cb98874e09a6b5eba9356c03659723d/openam-oauth2/src/main/java/org/forgerock/oauth2/core/AuthorizationCodeGrantTypeHandler.java',
      read,
    },
    {
      'code-used-twice': {
        'Authorization Code has already been issued': 'The code was redeemed before; its tokens are revoked.',
      },
      'code-of-another-client': {
        'Authorization code was issued with a different redirect URI, {code}. Expected, {expected}, actual, {found}':
          'The redirect URI of the token request is not that of the authorization request.',
        'Authorization Code was issued to a different client, {code}. Expected, {expected}, actual, {found}':
          'The code was issued to another client.',
      },
      'verifier-mismatch': {
        'Incorrect Code Verifier': 'The code verifier does not belong to the challenge.',
      },
      'parameter-missing': {
        'code_verifier parameter required': 'The server wants PKCE, and the token request has no code verifier.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'OpenAM', source: 'https://github.com/OpenIdentityPlatform/OpenAM/issues/714', read },
    {
      'redirect-uri-differs': {
        'The redirection URI provided does not match a pre-registered value': [
          'The redirect URI is not registered.',
          'The client’s Redirection URIs.',
        ],
      },
    },
  ),
  {
    vendor: 'OpenAM',
    message: 'Unknown/invalid scope(s): [{scopes}]',
    cause: 'scope-not-registered',
    says: 'The client may not ask for these scopes.',
    source: 'https://github.com/mintel/dex-k8s-authenticator/issues/145',
    read: '2026-11-28',
  },
  {
    vendor: 'OpenAM',
    message: 'Invalid authentication method for accessing this endpoint',
    cause: 'authentication-method-differs',
    says: 'The client authenticated in another way than it is registered for.',
    source: 'https://github.com/finalist/liferay-oidc-plugin/issues/14',
    read: '2026-11-28',
  },
  {
    vendor: 'OpenAM',
    message: 'missing parameter grant_type',
    cause: 'parameter-missing',
    says: 'The token endpoint that OpenAM asked as a client had no grant_type.',
    source: 'https://github.com/ForgeRock/openam-community-edition/issues/55',
    read: '2026-11-28',
  },
]
