/** What people posted about league/oauth2-server and Laravel Passport, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'passport-refresh-used-twice',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/laravel/passport/issues/1605',
    input: '401 Response {"hint": "Token has been revoked", "message": "The refresh token is invalid."}',
  },
  {
    id: 'league-no-client-id',
    cause: 'parameter-missing',
    source: 'https://github.com/thephpleague/oauth2-server/issues/837',
    input: `http://shop.example/oauth/authorize?response_type=code
\`{"error":"unsupported_grant_type","message":"The authorization grant type is not supported by the authorization server.","hint":"Check the \`grant_type\` parameter"}\``,
  },
  {
    id: 'passport-password-grant',
    cause: 'credentials-wrong',
    source: 'https://github.com/DirectoryTree/LdapRecord-Laravel/issues/294',
    input: `[previous exception] [object] (League\\\\OAuth2\\\\Server\\\\Exception\\\\OAuthServerException(code: 10): The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client. at /var/www/shop/vendor/league/oauth2-server/src/Exception/OAuthServerException.php:263)
[stacktrace]
#0 /var/www/shop/vendor/league/oauth2-server/src/Grant/PasswordGrant.php(107): League\\\\OAuth2\\\\Server\\\\Exception\\\\OAuthServerException::invalidGrant()
#1 /var/www/shop/vendor/league/oauth2-server/src/Grant/PasswordGrant.php(54): League\\\\OAuth2\\\\Server\\\\Grant\\\\PasswordGrant->validateUser(Object(Nyholm\\\\Psr7\\\\ServerRequest), Object(Laravel\\\\Passport\\\\Bridge\\\\Client))`,
  },
  {
    id: 'passport-token-not-in-database',
    cause: 'access-token-revoked',
    source: 'https://github.com/laravel/passport/issues/451',
    input: `[2017-07-30 14:27:56] local.ERROR: exception 'League\\OAuth2\\Server\\Exception\\OAuthServerException' with message 'The resource owner or authorization server denied the request.' in /home/shop/vendor/league/oauth2-server/src/Exception/OAuthServerException.php:168
Stack trace:
#0 /home/shop/vendor/league/oauth2-server/src/AuthorizationValidators/BearerTokenValidator.php(82): League\\OAuth2\\Server\\Exception\\OAuthServerException::accessDenied('Access token ha...')
#1 /home/shop/vendor/league/oauth2-server/src/ResourceServer.php(82): League\\OAuth2\\Server\\AuthorizationValidators\\BearerTokenValidator->validateAuthorization(Object(Zend\\Diactoros\\ServerRequest))`,
  },
] satisfies readonly DiagnosisCase[]
