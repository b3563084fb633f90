/** What people posted about Supabase Auth, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'supabase-session-gone',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/supabase/auth-helpers/issues/436',
    input: 'AuthApiError: Invalid Refresh Token: Refresh Token Not Found',
  },
  {
    id: 'supabase-verifier-elsewhere',
    cause: 'link-opened-elsewhere',
    source: 'https://github.com/supabase/auth-helpers/issues/545',
    input: 'AuthApiError: invalid request: both auth code and code verifier should be non-empty',
  },
  {
    id: 'supabase-verifier-not-stored',
    cause: 'link-opened-elsewhere',
    source: 'https://github.com/supabase/supabase-js/pull/1931',
    input:
      'PKCE code verifier not found in storage. This can happen if the auth flow was initiated in a different browser or device, or if the storage was cleared. For server-side auth, ensure you are using @supabase/ssr with cookie-based storage.',
  },
  {
    id: 'supabase-link-opened-by-scanner',
    cause: 'link-opened-by-scanner',
    source: 'https://github.com/Pjaijai/Referalah/issues/250',
    input:
      'https://www.shop.example/?error=unauthorized_client&error_code=401&error_description=Email+link+is+invalid+or+has+expired#error=unauthorized_client&error_code=401&error_description=Email+link+is+invalid+or+has+expired',
  },
  {
    id: 'supabase-flow-expired',
    cause: 'state-aged-by-clock',
    source: 'https://github.com/supabase/supabase/issues/16181',
    input: '"msg": "400: No associated flow state found. 400: Flow state is expired",',
  },
  {
    id: 'supabase-no-person',
    cause: 'key-in-place-of-a-token',
    source: 'https://github.com/supabase/supabase/issues/10357',
    input: `{
  error: AuthApiError: invalid claim: missing sub claim
      at /srv/app/node_modules/@supabase/gotrue-js/dist/main/lib/fetch.js:41:20
      at processTicksAndRejections (node:internal/process/task_queues:96:5) {
    __isAuthError: true,
    status: 401
  }
}`,
  },
  {
    id: 'supabase-provider-off',
    cause: 'sign-in-method-disabled',
    source: 'https://github.com/supabase/supabase/issues/3841',
    input: `{
  "code": 400,
  "msg": "Unsupported provider: Provider is not enabled"
}`,
  },
  {
    id: 'supabase-signups-off',
    cause: 'sign-in-method-disabled',
    source: 'https://github.com/supabase/auth/issues/1677',
    input: '?error=access_denied&error_code=422&error_description=Signups+not+allowed+for+this+instance',
  },
  {
    id: 'supabase-lock-timed-out',
    cause: 'refresh-lock-held-by-frozen-tab',
    source: 'https://github.com/supabase/supabase-js/issues/936',
    input: 'Acquiring an exclusive Navigator LockManager lock "lock:sb-shop-auth-token" timed out after 10000ms',
  },
  {
    id: 'supabase-lock-immediately-failed',
    cause: 'refresh-lock-held-by-frozen-tab',
    source: 'https://github.com/supabase/supabase-js/issues/1517',
    input:
      'NavigatorLockAcquireTimeoutError: Acquiring an exclusive Navigator LockManager lock "lock:sb-shop-auth-token" immediately failed',
  },
  {
    id: 'supabase-lock-not-released',
    cause: 'refresh-lock-held-by-frozen-tab',
    source: 'https://github.com/supabase/supabase-js/issues/2426',
    input: `@supabase/gotrue-js: Lock "lock:shop-auth" was not released within 5000ms.
This may indicate an orphaned lock from a component unmount (e.g., React Strict Mode).
Forcefully acquiring the lock to recover.`,
  },
  {
    id: 'supabase-lock-stolen',
    cause: 'refresh-lock-stolen',
    source: 'https://github.com/supabase/supabase-js/pull/2178',
    input: "AbortError: Lock broken by another request with the 'steal' option.",
  },
  {
    id: 'supabase-get-session-hangs',
    cause: 'refresh-lock-without-answer',
    source: 'https://github.com/supabase/auth-js/issues/762',
    input: 'getSession() hangs indefinitely every hour or so',
  },
] satisfies readonly DiagnosisCase[]
