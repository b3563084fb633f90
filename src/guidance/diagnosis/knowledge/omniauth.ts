/** What is known of OmniAuth’s and Doorkeeper’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const omniauthErrors: readonly KnownError[] = [
  {
    vendor: 'OmniAuth',
    code: 'csrf_detected',
    cause: 'state-cookie-not-sent',
    says: 'The session of the callback does not hold the state: its cookie did not come back, or another middleware took it.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/1481c33b3ffd69fcc7835caa9a1d129494a6df20/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: "The requested redirect URI is malformed or doesn't match the client redirect URI.",
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not one of the application’s.',
    where: 'Applications → Redirect URI',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'Code challenge is required.',
    cause: 'challenge-missing',
    says: 'The application has to use PKCE.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'The request utilizes more than one mechanism for authenticating the client.',
    cause: 'authentication-method-differs',
    says: 'The secret came in two ways at once.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'The requested scope is invalid, unknown, or malformed.',
    cause: 'scope-not-registered',
    says: 'The scope is not among those of the server or the application.',
    where: 'default_scopes, optional_scopes',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'The access token was revoked',
    cause: 'access-token-revoked',
    says: 'The access token was revoked.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'The access token expired',
    cause: 'access-token-expired',
    says: 'The access token is over.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'Access to this resource requires scope "{scopes}".',
    cause: 'scope-missing',
    says: 'The token lacks the scope of this resource.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message: 'The authorization server does not support this response type.',
    cause: 'response-type-refused',
    says: 'The server has not enabled this flow.',
    where: 'grant_flows',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/d0cd44a7fa1f92d65002a5ec01ed8eb0ba83ba99/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    code: 'authenticity_error',
    cause: 'start-form-refused',
    says: 'The request that starts the sign-in has no valid authenticity token.',
    where: 'button_to in place of link_to; in Rails the gem omniauth-rails_csrf_protection',
    source: 'https://github.com/omniauth/omniauth/issues/1025',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    message: 'Attack prevented by OmniAuth::AuthenticityTokenProtection',
    cause: 'start-form-refused',
    says: 'The request that starts the sign-in has no valid authenticity token.',
    source: 'https://github.com/gorails-screencasts/oauth-api-authentication/issues/1',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    message: 'OpenIDConnect::Discovery::DiscoveryFailed, Issuer mismatch',
    cause: 'issuer-differs',
    says: 'The configured issuer is not the one in the discovery document, often by a slash at the end.',
    source: 'https://github.com/Freika/dawarich/issues/2925',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! invalid_credentials',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token request failed; the error of the server stands behind.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! invalid_credentials',
    isGeneral: true,
    cause: 'code-used-twice',
    says: 'The server refused the token request, for one because the code was redeemed before; its error stands behind.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-29',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! invalid_credentials',
    isGeneral: true,
    cause: 'code-of-another-client',
    says: 'The server refused the token request, for one because the redirect URI is another one; its error stands behind.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-29',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! invalid_credentials',
    isGeneral: true,
    cause: 'secret-wrong',
    says: 'The server refused the token request, for one because of the secret; its error stands behind.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-29',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! failed_to_connect',
    cause: 'issuer-unreachable',
    says: 'The token endpoint’s host was not found.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-28',
  },
  {
    vendor: 'OmniAuth',
    message: 'Authentication failure! timeout',
    cause: 'issuer-unreachable',
    says: 'The token endpoint did not answer in time, or refused the connection.',
    source:
      'https://github.com/omniauth/omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message:
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method',
    isGeneral: true,
    cause: 'client-unknown',
    says: 'The server does not know the client (it was set up anew, or is another instance), or the client did not authenticate.',
    source: 'https://github.com/FedStoa/moa/issues/124',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message:
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method',
    isGeneral: true,
    cause: 'secret-not-sent',
    says: 'The server does not know the client (it was set up anew, or is another instance), or the client did not authenticate.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/02a7def25d190140b98e51cecfe3619cd0058907/config/locales/en.yml',
    read: '2026-11-28',
  },
  {
    vendor: 'Doorkeeper',
    message:
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method',
    isGeneral: true,
    cause: 'secret-wrong',
    says: 'The server knows the client, and its secret is another one.',
    source:
      'https://github.com/doorkeeper-gem/doorkeeper/blob/02a7def25d190140b98e51cecfe3619cd0058907/config/locales/en.yml',
    read: '2026-11-29',
  },
]
