/** What people posted about OpenAM and what became of it (ForgeRock, PingAM), and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'openam-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/OpenIdentityPlatform/OpenAM/issues/714',
    input: 'redirect_uri_mismatch The redirection URI provided does not match a pre-registered value.',
  },
  {
    id: 'openam-redirect-page',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/jumbojett/OpenID-Connect-PHP/issues/6',
    input: `Error: redirect_uri_mismatch

Description: The redirection URI provided does not match a pre-registered value.`,
  },
  {
    id: 'openam-scopes',
    cause: 'scope-not-registered',
    source: 'https://github.com/mintel/dex-k8s-authenticator/issues/145',
    input: 'Error: invalid_scope: Unknown/invalid scope(s): [offline_access, groups]',
  },
  {
    id: 'openam-authentication-method',
    cause: 'authentication-method-differs',
    source: 'https://github.com/finalist/liferay-oidc-plugin/issues/14',
    input: `Caused by: OAuthProblemException{error='invalid_client', description='Invalid authentication method for accessing this endpoint.', uri='null', state='null', scope='null', redirectUri='null', responseStatus=400, parameters={}}
	at org.apache.oltu.oauth2.common.exception.OAuthProblemException.error(OAuthProblemException.java:59)`,
  },
  {
    id: 'openam-as-a-client',
    cause: 'parameter-missing',
    source: 'https://github.com/ForgeRock/openam-community-edition/issues/55',
    input: 'Response message is **missing parameter grant_type**',
  },
] satisfies readonly DiagnosisCase[]
