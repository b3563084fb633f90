/** What people posted about Salesforce, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'salesforce-refresh-over',
    cause: 'refresh-token-expired',
    source: 'https://github.com/celador/ForceCode/issues/216',
    input: 'expired access/refresh token',
  },
  {
    id: 'salesforce-refresh-log',
    cause: 'refresh-token-expired',
    source: 'https://github.com/xgeek-net/salesforce-mass-editor/issues/4',
    input: `[2018-01-23 15:15] [ERROR] invalid_grant: expired access/refresh token
    at chrome-extension://abc/dist/js/main.min.js:11:11957`,
  },
  {
    id: 'salesforce-not-approved',
    cause: 'consent-not-given',
    source: 'https://github.com/omniphx/forrest/issues/278',
    input:
      'Client error: `POST https://login.salesforce.com/services/oauth2/token` resulted in a `400 Bad Request` response: {"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
  },
  {
    id: 'salesforce-not-preauthorized',
    cause: 'consent-not-given',
    source: 'https://github.com/JitendraZaa/OAuthFlows/issues/1',
    input:
      'Some error occurred. Make sure connected app is approved previously. Salesforce Response : {"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
  },
  {
    id: 'salesforce-inactive',
    cause: 'person-may-not-use-the-app',
    source: 'https://github.com/restforce/restforce/issues/303',
    input: 'Restforce::AuthenticationError: invalid_grant: inactive user',
  },
  {
    id: 'salesforce-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/StevenMMortimer/salesforcer/issues/107',
    input: 'error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration',
  },
  {
    id: 'salesforce-denied',
    cause: 'access-denied',
    source: 'https://github.com/abisek/salesforce-elf-browser/issues/9',
    input: 'OAuth2 login failed. Reason: OAUTH_APP_ACCESS_DENIED',
  },
] satisfies readonly DiagnosisCase[]
