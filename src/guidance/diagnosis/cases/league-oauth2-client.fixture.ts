/** league/oauth2-client’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'league-refresh-refused',
    input:
      '[2019-05-13 12:10:29] console.ERROR: Error thrown while running command "app:refresh-token". Message: "Required option not passed: "access_token"" {"exception":"[object] (InvalidArgumentException(code: 0): Required option not passed: \\"access_token\\" at /var/www/shop/vendor/league/oauth2-client/src/Token/AccessToken.php:62)","command":"app:refresh-token"} []',
    cause: 'token-answer-unusable',
    source: 'https://github.com/thephpleague/oauth2-client/issues/785',
  },
  {
    id: 'league-no-access-token',
    input: `Required option not passed: "access_token" …/vendor/league/oauth2-client/src/Token/AccessToken.php:96
#0 …/vendor/league/oauth2-client/src/Provider/AbstractProvider.php(844): League\\OAuth2\\Client\\Token\\AccessToken->__construct(Array)`,
    cause: 'token-answer-unusable',
    source: 'https://github.com/Jefferson49/webtrees-oauth2-client/issues/4',
  },
  {
    id: 'league-get-in-place-of-post',
    cause: 'token-answer-unusable',
    source: 'https://github.com/thephpleague/oauth2-client/issues/1031',
    input:
      'After calling this issues. Getting the error : Invalid response received from Authorization Server. Expected JSON',
  },
  {
    id: 'league-no-json-log',
    cause: 'token-answer-unusable',
    source: 'https://github.com/foxbytehq/laravel-xero-oauth2/issues/53',
    input:
      '[2021-05-06 04:58:07] local.ERROR: Invalid response received from Authorization Server. Expected JSON. {"exception":"[object] (UnexpectedValueException(code: 0): Invalid response received from Authorization Server. Expected JSON. at /var/www/shop/vendor/league/oauth2-client/src/Provider/AbstractProvider.php:539)\n[stacktrace]\n#0 /var/www/shop/vendor/webfox/laravel-xero-oauth2/src/Controllers/AuthorizationCallbackController.php(27): League\\\\OAuth2\\\\Client\\\\Provider\\\\AbstractProvider->getAccessToken(Object(League\\\\OAuth2\\\\Client\\\\Grant\\\\AuthorizationCode), Array)',
  },
] satisfies readonly DiagnosisCase[]
