/** OmniAuth’s and Doorkeeper’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'omniauth-csrf-session',
    input:
      'E, [2017-08-16T16:36:37.530557 #2655] ERROR -- omniauth: (google_oauth2) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/gather-community/gather/issues/290',
  },
] satisfies readonly DiagnosisCase[]
