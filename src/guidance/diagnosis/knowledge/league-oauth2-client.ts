/** What is known of league/oauth2-client’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const leagueOauth2ClientErrors: readonly KnownError[] = [
  {
    vendor: 'league/oauth2-client',
    message: 'Required option not passed: "access_token"',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint’s answer has no access_token.',
    source:
      'https://github.com/thephpleague/oauth2-client/blob/4902949f167cbe438bdd59f19e2d1b997b786330/src/Token/AccessToken.php',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-client',
    message: 'Invalid response received from Authorization Server. Expected JSON',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint gave something that is no JSON.',
    source:
      'https://github.com/thephpleague/oauth2-client/blob/4902949f167cbe438bdd59f19e2d1b997b786330/src/Provider/AbstractProvider.php',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-client',
    message: 'An OAuth server error was encountered that did not contain a JSON body',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The server’s error came without JSON.',
    source:
      'https://github.com/thephpleague/oauth2-client/blob/4902949f167cbe438bdd59f19e2d1b997b786330/src/Provider/AbstractProvider.php',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-client',
    message: 'Required parameter not passed: "refresh_token"',
    cause: 'refresh-token-not-asked-for',
    says: 'There is no refresh token to refresh with.',
    source:
      'https://github.com/thephpleague/oauth2-client/blob/4902949f167cbe438bdd59f19e2d1b997b786330/src/Tool/RequiredParameterTrait.php',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-client',
    message: 'clientId and clientSecret are required for http basic auth',
    cause: 'secret-not-sent',
    says: 'HTTP Basic is configured, and id or secret is empty.',
    source:
      'https://github.com/thephpleague/oauth2-client/blob/4902949f167cbe438bdd59f19e2d1b997b786330/src/OptionProvider/HttpBasicAuthOptionProvider.php',
    read: '2026-11-28',
  },
]
