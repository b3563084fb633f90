/** Names as they are at well-known servers, so that a run reads like the one in somebody’s own network panel. */
import type { NamePreset } from './names.ts'

/** The lane is called as `name_auth` says, whatever else a scenario could call it. */
const AS_NAMED = { provider: 'own' }

const KEYCLOAK = '/realms/demo/protocol/openid-connect'
const OKTA = '/oauth2/default/v1'
const ENTRA = '/common'

/** The presets that everybody has. */
export const NAME_PRESETS: readonly NamePreset[] = [
  {
    // Keycloak, Server Administration Guide, “OpenID Connect endpoints”; the realm is called `demo`.
    title: 'Keycloak',
    values: {
      ...AS_NAMED,
      name_auth: 'Keycloak',
      authorization_endpoint: `${KEYCLOAK}/auth`,
      pushed_authorization_request_endpoint: `${KEYCLOAK}/ext/par/request`,
      token_endpoint: `${KEYCLOAK}/token`,
      userinfo_endpoint: `${KEYCLOAK}/userinfo`,
      revocation_endpoint: `${KEYCLOAK}/revoke`,
      introspection_endpoint: `${KEYCLOAK}/token/introspect`,
      jwks_uri: `${KEYCLOAK}/certs`,
      end_session_endpoint: `${KEYCLOAK}/logout`,
      registration_endpoint: '/realms/demo/clients-registrations/openid-connect',
      device_authorization_endpoint: `${KEYCLOAK}/auth/device`,
      backchannel_authentication_endpoint: `${KEYCLOAK}/ext/ciba/auth`,
    },
  },
  {
    // Auth0, Authentication API reference; it offers no introspection.
    title: 'Auth0',
    note: 'Auth0 has no introspection endpoint; where a run uses one, it stays at its usual path. For an access token for an API it expects an audience parameter, which no run here sends.',
    values: {
      ...AS_NAMED,
      name_auth: 'Auth0',
      authorization_endpoint: '/authorize',
      pushed_authorization_request_endpoint: '/oauth/par',
      token_endpoint: '/oauth/token',
      userinfo_endpoint: '/userinfo',
      revocation_endpoint: '/oauth/revoke',
      jwks_uri: '/.well-known/jwks.json',
      end_session_endpoint: '/oidc/logout',
      registration_endpoint: '/oidc/register',
      device_authorization_endpoint: '/oauth/device/code',
      backchannel_authentication_endpoint: '/bc-authorize',
    },
  },
  {
    // Okta, OpenID Connect & OAuth 2.0 API reference, with the custom authorization server that is called `default`.
    title: 'Okta',
    values: {
      ...AS_NAMED,
      name_auth: 'Okta',
      authorization_endpoint: `${OKTA}/authorize`,
      pushed_authorization_request_endpoint: `${OKTA}/par`,
      token_endpoint: `${OKTA}/token`,
      userinfo_endpoint: `${OKTA}/userinfo`,
      revocation_endpoint: `${OKTA}/revoke`,
      introspection_endpoint: `${OKTA}/introspect`,
      jwks_uri: `${OKTA}/keys`,
      end_session_endpoint: `${OKTA}/logout`,
      registration_endpoint: '/oauth2/v1/clients',
      device_authorization_endpoint: `${OKTA}/device/authorize`,
      backchannel_authentication_endpoint: `${OKTA}/bc/authorize`,
    },
  },
  {
    // Microsoft identity platform, “OpenID Connect on the Microsoft identity platform”; `common` stands for any tenant.
    title: 'Microsoft Entra ID',
    note: 'Entra ID has no introspection, revocation or registration endpoint of these specifications; they stay at their usual paths. Its UserInfo endpoint is at graph.microsoft.com and is shown on the same host here.',
    values: {
      ...AS_NAMED,
      name_auth: 'Microsoft Entra ID',
      authorization_endpoint: `${ENTRA}/oauth2/v2.0/authorize`,
      token_endpoint: `${ENTRA}/oauth2/v2.0/token`,
      userinfo_endpoint: '/oidc/userinfo',
      jwks_uri: `${ENTRA}/discovery/v2.0/keys`,
      end_session_endpoint: `${ENTRA}/oauth2/v2.0/logout`,
      device_authorization_endpoint: `${ENTRA}/oauth2/v2.0/devicecode`,
    },
  },
  {
    // Amazon Cognito, “User pool endpoints and managed login reference”; the keys are at the issuer, whose path is the user pool.
    title: 'Amazon Cognito',
    note: 'Cognito has no introspection or registration endpoint; they stay at their usual paths. Its keys are at cognito-idp.REGION.amazonaws.com and are shown on the same host here. Its logout takes client_id and logout_uri, not the parameters of RP-Initiated Logout.',
    values: {
      ...AS_NAMED,
      name_auth: 'Amazon Cognito',
      authorization_endpoint: '/oauth2/authorize',
      token_endpoint: '/oauth2/token',
      userinfo_endpoint: '/oauth2/userInfo',
      revocation_endpoint: '/oauth2/revoke',
      jwks_uri: '/eu-central-1_Example/.well-known/jwks.json',
      end_session_endpoint: '/logout',
    },
  },
]
