/** AppAuth’s reports, and those of what is built on it. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'appauth-ios-no-state',
    input: `Login failed: [Error: State mismatch, expecting PhoLDQdC72wjcumk1i but got (null) in authorization response <OIDAuthorizationResponse: 0x600003a3d3b0, authorizationCode: AUTH_CODE, state: "(null)", accessToken: "(null)", accessTokenExpirationDate: (null), tokenType: (null), idToken: "(null)", scope: "(null)", additionalParameters: {
}, request: <OIDAuthorizationRequest: 0x600003158930, request: https://sso.example/authorization?client_id=shop&redirect_uri=com.shop:/callback&state=PhoLDQdC72wjcumk1i&response_type=code>>`,
    cause: 'state-not-returned',
    source: 'https://github.com/FormidableLabs/react-native-app-auth/issues/694',
  },
  {
    id: 'appauth-flutter-clock',
    input: `I/flutter (24601): PlatformException(authorize_and_exchange_code_failed, Failed to authorize: [error: null,
I/flutter (24601): description: Invalid ID Token], Issued at time is more than 10 minutes before or after the current
I/flutter (24601): time, null)`,
    cause: 'clocks-differ',
    source: 'https://github.com/MaikuB/flutter_appauth/issues/422',
  },
  {
    id: 'appauth-emulator-clock',
    input: `Failed to authorize: [error: null, description: Invalid ID Token]
Issued at time is more than 10 minutes before or after the current time`,
    cause: 'clocks-differ',
    source: 'https://github.com/MaikuB/flutter_appauth/issues/369',
  },
  {
    id: 'appauth-ios-clock',
    input: `[VERBOSE-2:dart_vm_initializer.cc(41)] Unhandled Exception: PlatformException(authorize_and_exchange_code_failed, Failed to authorize: Issued at time is more than 600 seconds before or after the current time, null, null)
#0      StandardMethodCodec.decodeEnvelope (package:flutter/src/services/message_codecs.dart:653:7)`,
    cause: 'clocks-differ',
    source: 'https://github.com/MaikuB/flutter_appauth/issues/385',
  },
  {
    id: 'appauth-expired-device-date',
    input: 'Error PlatformException(sign_in_failed, org.openid.appauth.general, ID Token expired, null) on IOS',
    cause: 'clocks-differ',
    source: 'https://github.com/flutter/flutter/issues/144105',
  },
  {
    id: 'appauth-issuer-no-url',
    input:
      'PlatformException (PlatformException(authorize_and_exchange_code_failed, Failed to authorize: [error: null, description: Invalid ID Token], Issuer host can not be empty, null))',
    cause: 'issuer-differs',
    source: 'https://github.com/MaikuB/flutter_appauth/issues/282',
  },
] satisfies readonly DiagnosisCase[]
