/** What people posted about Zitadel, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'zitadel-redirect-vue',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/zitadel/vue-auth/issues/5',
    input:
      '{"error":"invalid_request","error_description":"The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application."}',
  },
  {
    id: 'zitadel-redirect-localhost',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/netbirdio/android-client/issues/83',
    input: `\`\`\`
{"error":"invalid_request","error_description":"The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application."}
\`\`\``,
  },
  {
    id: 'zitadel-redirect-page',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/Stirling-Tools/Stirling-PDF/issues/1315',
    input:
      'The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application.',
  },
  {
    id: 'zitadel-project-audience',
    cause: 'verifier-not-configured',
    source: 'https://github.com/sqlpage/SQLPage/issues/965',
    input:
      'ERROR sqlpage::webserver::oidc] Failed to process OIDC callback with params code=abc&state=def: Invalid audiences: `329836626744180738` is not a trusted audience',
  },
  {
    id: 'zitadel-project-audience-jitsi',
    cause: 'verifier-not-configured',
    source: 'https://github.com/MarcelCoding/jitsi-openid/issues/341',
    input: "Invalid Id Token Nonce: Invalid audiences: '329836626744180738' is not a trusted audience",
  },
] satisfies readonly DiagnosisCase[]
