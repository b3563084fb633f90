/** Apps with a sign-in of their own: Grafana, Jenkins, Nextcloud, and what runs on Koa and Quarkus. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const apps: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Nextcloud',
      source:
        'https://github.com/nextcloud/user_oidc/blob/46ae8fda80b5c8a3f835214acdcdb4a71b801011/lib/Controller/LoginController.php',
      read,
    },
    {
      'issuer-unreachable': {
        'Could not reach the OpenID Connect provider': 'Nextcloud did not reach the discovery document.',
      },
      'state-aged-by-clock': {
        'The received state has expired': 'The sign-in took too long.',
      },
      'issuer-differs': {
        'The issuer does not match the one from the discovery endpoint':
          'iss of the ID token is not the issuer of the discovery document.',
      },
      'token-for-another-audience': {
        'The audience does not match ours': 'aud of the ID token does not have the client’s ID.',
      },
      'public-address-unknown': {
        'You must access Nextcloud with HTTPS to use OpenID Connect': [
          'Nextcloud takes the page for http.',
          'overwriteprotocol, trusted_proxies',
        ],
      },
      'id-token-not-asked-for': {
        'Missing id_token in IdP token response': 'The token response has no ID token.',
      },
      'callback-reloaded': {
        'The received state does not match the expected value': 'The session has another state than the callback.',
      },
      'tabs-sign-in-together': {
        'The received state does not match the expected value': 'The session has another state than the callback.',
      },
      'state-cookie-not-sent': {
        'The received state does not match the expected value': 'The session has another state than the callback.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Nextcloud',
      source:
        'https://github.com/nextcloud/user_oidc/blob/46ae8fda80b5c8a3f835214acdcdb4a71b801011/lib/Controller/LoginController.php',
      read,
      isGeneral: true,
    },
    {
      'token-answer-unusable': {
        'Failed to contact the OIDC provider token endpoint':
          'The token request failed; the server’s error stands behind.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Jenkins',
      source:
        'https://github.com/jenkinsci/oic-auth-plugin/blob/f202e4229f6139f22087980abe5a07fdc857ec53/src/main/resources/org/jenkinsci/plugins/oic/Messages.properties',
      read,
    },
    {
      'id-token-not-asked-for': {
        'No idtoken was provided in response to token request': 'The token response has no ID token.',
      },
      'claim-missing': {
        "No field '{claim}' was supplied in the UserInfo or the IdToken payload to be used as the username":
          'The claim for the user name is not there.',
      },
      'issuer-unreachable': {
        'The server presented an invalid or incorrect TLS certificate':
          'Jenkins does not trust the server’s certificate.',
        'Could not retrieve well-known config': 'The discovery document was not there.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Jenkins',
      source:
        'https://github.com/jenkinsci/oic-auth-plugin/blob/f202e4229f6139f22087980abe5a07fdc857ec53/src/main/java/org/jenkinsci/plugins/oic/OicServerWellKnownConfiguration.java',
      read,
    },
    {
      'issuer-unreachable': {
        'Well known configuration could not be loaded': 'The discovery document was not there.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Jenkins',
      source:
        'https://github.com/jenkinsci/oic-auth-plugin/blob/f202e4229f6139f22087980abe5a07fdc857ec53/src/main/java/org/jenkinsci/plugins/oic/OicServerManualConfiguration.java',
      read,
    },
    {
      'verifier-not-configured': {
        'FormException: issuer is mandatory': 'The manual configuration names no issuer.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Grafana',
      source:
        'https://github.com/grafana/grafana/blob/0109f935c95d5527e9202f1a2e84c7f70c19136c/pkg/services/authn/clients/oauth.go',
      read,
    },
    {
      'state-cookie-not-sent': {
        'Missing saved oauth state': 'The cookie of the sign-in did not come back.',
      },
      'state-cookie-of-another-host': {
        'Missing saved oauth state': 'The cookie of the sign-in did not come back.',
      },
      'callback-reloaded': {
        'Provided state does not match stored state':
          'Another sign-in has overwritten the cookie, or the callback was opened again.',
      },
      'tabs-sign-in-together': {
        'Provided state does not match stored state':
          'Another sign-in has overwritten the cookie, or the callback was opened again.',
      },
      'person-may-not-use-the-app': {
        'Required email domain not fulfilled': [
          'The email address is not of a domain that is let in.',
          'allowed_domains',
        ],
      },
      'claim-missing': {
        "Provider didn't return an email address": [
          'The server told no email address.',
          'email_attribute_path; the scope email',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Grafana',
      source:
        'https://github.com/grafana/grafana/blob/0109f935c95d5527e9202f1a2e84c7f70c19136c/pkg/services/authn/clients/oauth.go',
      read,
      isGeneral: true,
    },
    {
      'token-answer-unusable': {
        'Failed to get token from provider': 'The token request failed; the server’s error stands behind.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Grafana',
      source:
        'https://github.com/grafana/grafana/blob/017f15efc63192e2548d1b83c362b107f7af3b0f/pkg/services/authn/authnimpl/sync/user_sync.go',
      read,
    },
    {
      'account-exists-already': {
        'Failed to create user" error="user already exists': [
          'There is an account with this login or email address, and this sign-in is not tied to it.',
          'oauth_allow_insecure_email_lookup',
        ],
      },
      'person-may-not-use-the-app': {
        'Failed to create user, signup is not allowed for module': [
          'There is no account, and the sign-in may not make one.',
          'allow_sign_up',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Koa',
      source: 'https://github.com/pillarjs/cookies/blob/3274e7dd3afc93e13707ef2ed3d43d84c39cf213/index.js',
      read,
    },
    {
      'public-address-unknown': {
        'Cannot send secure cookie over unencrypted connection': [
          'The cookie is Secure, and the app takes the page for http: it does not trust its proxy.',
          'app.proxy; at Strapi proxy.koa',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Quarkus',
      source:
        'https://github.com/quarkusio/quarkus/blob/01b7e873fdc9deeab53d07d79ae67044e2dc30e0/extensions/oidc/runtime/src/main/java/io/quarkus/oidc/runtime/CodeAuthenticationMechanism.java',
      read,
    },
    {
      'callback-reloaded': {
        'State cookie value does not match the state query parameter value':
          'Another sign-in has overwritten the cookie.',
      },
      'tabs-sign-in-together': {
        'State cookie value does not match the state query parameter value':
          'Another sign-in has overwritten the cookie.',
      },
    },
  ),
]
