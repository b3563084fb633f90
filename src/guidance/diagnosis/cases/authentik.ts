/** What people posted about authentik, and what it came from. */
import type { DiagnosisCase } from './case.ts'

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
] satisfies readonly DiagnosisCase[]
