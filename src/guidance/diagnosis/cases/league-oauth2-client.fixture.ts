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
] satisfies readonly DiagnosisCase[]
