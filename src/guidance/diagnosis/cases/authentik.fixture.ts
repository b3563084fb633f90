/** What people posted about authentik, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'authentik-redirect-komodo',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/moghtech/komodo/issues/121',
    input: `Redirect URI Error
The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).`,
  },
  {
    id: 'authentik-redirect-minio',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/georgmangold/console/issues/78',
    input: `\`\`\`
Redirect URI Error
The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).
\`\`\``,
  },
  {
    id: 'authentik-redirect-bare',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/penpot/penpot/issues/2296',
    input: '`The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).`',
  },
  {
    id: 'authentik-no-signing-key',
    cause: 'algorithm-differs',
    source: 'https://github.com/coder/code-server/issues/6870',
    input: 'malformed jwt: go-jose/go-jose: unexpected signature algorithm \\"HS256\\"; expected [\\"RS256\\"]"}',
  },
  {
    id: 'authentik-email',
    cause: 'email-not-verified',
    source: 'https://github.com/toeverything/AFFiNE/issues/14083',
    input: 'Invalid OAuth response: Email for this account is not verified.',
  },
] satisfies readonly DiagnosisCase[]
