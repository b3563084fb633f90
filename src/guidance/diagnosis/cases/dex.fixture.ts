/** What people posted about Dex, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'dex-redirect-by-address',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/dexidp/dex/issues/1145',
    input:
      'time="2017-12-10T01:57:43Z" level=error msg="Failed to parse authorization request: Unregistered redirect_uri (\\"http://192.0.2.15:5555/callback\\")."',
  },
  {
    id: 'dex-redirect-slash',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/sapcc/kubernikus/pull/795',
    input: `> Bad Request
>
> Unregistered redirect_uri ("http://localhost:33768").`,
  },
  {
    id: 'dex-redirect-title',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/dexidp/dex/issues/1703',
    input: 'login dex and return Unregistered redirect_uri',
  },
  {
    id: 'dex-signed-in-elsewhere',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/dexidp/dex/issues/973',
    input: `failed to get token: oauth2: cannot fetch token: 400 Bad Request
Response: {"error":"invalid_request","error_description":"Refresh token is invalid or has already been claimed by another client."}`,
  },
  {
    id: 'dex-kubectl-refresh',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/dexidp/dex/issues/2613',
    input: `E1206 11:37:24.151289   55468 memcache.go:265] couldn't get current server API group list: Get "https://api.shop.example/api?timeout=32s": failed to refresh token: oauth2: "invalid_request" "Refresh token is invalid or has already been claimed by another client."`,
  },
] satisfies readonly DiagnosisCase[]
