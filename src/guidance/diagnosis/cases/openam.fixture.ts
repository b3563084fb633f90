/** What people posted about OpenAM and what became of it (ForgeRock, PingAM), and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'openam-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/OpenIdentityPlatform/OpenAM/issues/714',
    input: 'redirect_uri_mismatch The redirection URI provided does not match a pre-registered value.',
  },
] satisfies readonly DiagnosisCase[]
