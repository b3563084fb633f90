/** Libraries that check ID tokens and callbacks: Auth0’s for browsers, angular-auth-oidc-client, zitadel/oidc, goth; and the servers of the MCP SDK. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const idTokenChecks: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Auth0 SPA SDK',
      source: 'https://github.com/auth0/auth0-spa-js/blob/dab666a154f7e1f0536569788e6170a38ad164bf/src/jwt.ts',
      read,
    },
    {
      'issuer-differs': {
        'Issuer (iss) claim mismatch in the ID token; expected {expected}, found {found}': [
          'iss of the ID token is not the domain in the settings: a custom domain, for instance.',
          'domain, issuer',
        ],
      },
      'token-for-another-audience': {
        'Audience (aud) claim mismatch in the ID token; expected {expected} but':
          'aud of the ID token does not have the client’s ID.',
      },
      'algorithm-differs': {
        'Signature algorithm of {found} is not supported. Expected the ID token to be signed with {expected}': [
          'The client is set to HS256 at Auth0.',
          'Applications → Advanced Settings → OAuth → JSON Web Token Signature Algorithm',
        ],
      },
      'nonce-differs': {
        'Nonce (nonce) claim mismatch in the ID token; expected {expected}, found {found}':
          'nonce of the ID token is not that of this sign-in.',
      },
      'clocks-differ': {
        "Not Before time (nbf) claim in the ID token indicates that this token can't be used just yet":
          'nbf lies ahead of this device’s clock.',
      },
      'sign-in-too-old': {
        'Authentication Time (auth_time) claim in the ID token indicates that too much time has passed since the last end-user authentication':
          'auth_time lies longer ago than max_age allows.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Auth0 SPA SDK',
      source: 'https://github.com/auth0/auth0-spa-js/blob/dab666a154f7e1f0536569788e6170a38ad164bf/src/jwt.ts',
      read,
    },
    {
      'clocks-differ': {
        'Expiration Time (exp) claim error in the ID token; current time':
          'exp of the ID token is over by this device’s clock.',
      },
      'id-token-expired': {
        'Expiration Time (exp) claim error in the ID token; current time':
          'exp of the ID token is over by this device’s clock.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Auth0 SPA SDK',
      source: 'https://github.com/auth0/auth0-spa-js/blob/dab666a154f7e1f0536569788e6170a38ad164bf/src/errors.ts',
      read,
    },
    {
      'sign-in-window-closed': {
        'Unable to open a popup for loginWithPopup': 'The browser did not open the window.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'angular-auth-oidc-client',
      source:
        'https://github.com/damienbod/angular-auth-oidc-client/blob/a2667cd8abf4b4f8ffd64166901c09d39a06451d/projects/angular-auth-oidc-client/src/lib/validation/state-validation.service.ts',
      read,
    },
    {
      'second-sign-in-started': {
        'authCallback incorrect nonce, did you call the checkAuth() method multiple times':
          'The answer was taken twice, or another sign-in was started meanwhile.',
      },
      'nonce-differs': {
        'authCallback incorrect nonce, did you call the checkAuth() method multiple times':
          'The answer was taken twice, or another sign-in was started meanwhile.',
      },
      'callback-reloaded': {
        'authCallback incorrect state': 'The state that came back is not the one that is stored.',
      },
      'state-of-another-origin': {
        'authCallback incorrect state': 'The state that came back is not the one that is stored.',
      },
      'tabs-sign-in-together': {
        'authCallback incorrect state': 'The state that came back is not the one that is stored.',
      },
      'signing-key-differs': {
        'authCallback Signature validation failed id_token': 'The key does not verify the ID token.',
      },
      'clocks-differ': {
        'authCallback Validation, iat rejected id_token was issued too far away from the current time': [
          'iat lies too far from this device’s clock.',
          'maxIdTokenIatOffsetAllowedInSeconds',
        ],
      },
      'issuer-differs': {
        'authCallback incorrect iss does not match authWellKnownEndpoints issuer':
          'iss of the ID token is not the issuer of the discovery document.',
      },
      'token-for-another-audience': {
        'authCallback incorrect aud': 'aud of the ID token does not have the client’s ID.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'angular-auth-oidc-client',
      source:
        'https://github.com/damienbod/angular-auth-oidc-client/blob/a2667cd8abf4b4f8ffd64166901c09d39a06451d/projects/angular-auth-oidc-client/src/lib/flows/callback-handling/refresh-session-callback-handler.service.ts',
      read,
    },
    {
      'refresh-token-not-asked-for': {
        'no refresh token found, please login': [
          'There is no refresh token to renew with.',
          'The scope offline_access',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'zitadel/oidc',
      source: 'https://github.com/zitadel/oidc/blob/81322d90d32a331bbf05574be8147e1913628d47/pkg/oidc/verifier.go',
      read,
    },
    {
      'clocks-differ': {
        'issuedAt of token is in the future': 'iat lies ahead of this machine’s clock.',
      },
      'sign-in-too-old': {
        'auth time of token is too old': 'auth_time lies longer ago than max_age allows.',
      },
      'issuer-unreachable': {
        'OpenID Provider Configuration Discovery has failed': 'The discovery document was not there.',
      },
      'signing-key-differs': {
        'signature does not match Payload': 'The key does not verify the token.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'zitadel/oidc',
      source: 'https://github.com/zitadel/oidc/blob/81322d90d32a331bbf05574be8147e1913628d47/pkg/op/auth_request.go',
      read,
    },
    {
      'redirect-uri-differs': {
        'The requested redirect_uri is missing in the client configuration': 'The redirect URI is not registered.',
      },
      'client-unknown': {
        'unable to retrieve client by id': 'There is no such client.',
      },
      'redirect-uri-on-wrong-platform': {
        "This client's redirect_uri is http and is not allowed": [
          'The application’s type takes no http.',
          'Development Mode, or the application type native',
        ],
        "This client's redirect_uri is using a custom schema and is not allowed":
          'Only a native application may have a scheme of its own.',
      },
      'response-type-refused': {
        'The requested response type is missing in the client configuration':
          'The client may not ask for this response type.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'goth',
      source: 'https://github.com/markbates/goth/blob/9c7a2826a6e2a481a2947b6746ab454d0f82a565/gothic/gothic.go',
      read,
    },
    {
      'callback-reloaded': {
        'state token mismatch': 'The session has another state than the callback.',
      },
      'tabs-sign-in-together': {
        'state token mismatch': 'The session has another state than the callback.',
      },
      'state-cookie-not-sent': {
        'could not find a matching session for this request':
          'The session of the callback does not hold what the sign-in stored.',
      },
      'sign-in-on-another-instance': {
        'could not find a matching session for this request':
          'The session of the callback does not hold what the sign-in stored.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'goth',
      source:
        'https://github.com/markbates/goth/blob/9c7a2826a6e2a481a2947b6746ab454d0f82a565/providers/openidConnect/openidConnect.go',
      read,
    },
    {
      'token-for-another-audience': {
        'audience in token does not match client key': 'aud of the ID token does not have the client’s ID.',
      },
      'issuer-differs': {
        'issuer in token does not match issuer in OpenIDConfig discovery':
          'iss of the ID token is not the issuer of the discovery document.',
      },
      'id-token-not-asked-for': {
        'cannot get user information without id_token': 'The token response has no ID token.',
      },
      'issuer-unreachable': {
        'Non-success code for Discovery URL': 'The discovery document was not there.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'MCP TypeScript SDK',
      source:
        'https://github.com/modelcontextprotocol/typescript-sdk/blob/3924de99df834302d89f5997a1b64ca268282284/packages/server-legacy/src/auth/handlers/authorize.ts',
      read,
    },
    {
      'redirect-uri-differs': {
        'Unregistered redirect_uri': 'The redirect URI is not one of those that the client registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'MCP TypeScript SDK',
      source:
        'https://github.com/modelcontextprotocol/typescript-sdk/blob/3924de99df834302d89f5997a1b64ca268282284/packages/server-legacy/src/auth/middleware/clientAuth.ts',
      read,
    },
    {
      'secret-not-sent': {
        'Client secret is required': 'The client registered with a secret and sent none.',
      },
      'secret-wrong': {
        'Client secret has expired': 'The secret from the registration is over.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'MCP TypeScript SDK',
      source:
        'https://github.com/modelcontextprotocol/typescript-sdk/blob/3924de99df834302d89f5997a1b64ca268282284/packages/server-legacy/src/auth/handlers/token.ts',
      read,
    },
    {
      'verifier-mismatch': {
        'code_verifier does not match the challenge': 'The code verifier does not belong to the challenge.',
      },
    },
  ),
]
