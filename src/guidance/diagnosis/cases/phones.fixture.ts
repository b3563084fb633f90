/** What people posted about apps on phones that have an extension, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'ios-rotated-by-extension',
    cause: 'app-suspended-in-refresh',
    source: 'https://github.com/matrix-org/matrix-rust-sdk/issues/6794',
    input:
      'Hard logout: the NSE rotated the refresh token while the main app was frozen in mid-refresh. On resume POST /oauth2/token answers 400 {"error":"invalid_grant"}',
  },
  {
    id: 'ios-app-and-extensions-apart',
    cause: 'app-suspended-in-refresh',
    source: 'https://github.com/Infomaniak/ios-kDrive/issues/78',
    input: 'Some people are logged out: the token gets out of step between the app and its extensions (invalid_grant).',
  },
  {
    id: 'ios-file-provider',
    cause: 'app-refreshed-from-memory',
    source: 'https://github.com/opencloud-eu/ios/issues/43',
    input: `The refresh token is sent again after a rotation between app and File Provider.
grant_type=refresh_token
{"error":"invalid_grant"}`,
  },
  {
    id: 'ios-files-app',
    cause: 'app-refreshed-from-memory',
    source: 'https://github.com/owncloud/ios-app/issues/501',
    input:
      'After a token renewal from Files App the app is opened: its POST sends the refresh token of the first login, and gets 400 invalid_grant.',
  },
  {
    id: 'ios-locked-in-suspension',
    cause: 'phone-ended-app-with-lock',
    source: 'https://github.com/deltachat/deltachat-ios/issues/1202',
    input: `Exception Type:  EXC_CRASH (SIGKILL)
Exception Codes: 0x0000000000000000, 0x0000000000000000
Exception Note:  EXC_CORPSE_NOTIFY
Termination Reason: Namespace RUNNINGBOARD, Code 0xdead10cc
Triggered by Thread:  0`,
  },
  {
    id: 'ios-locked-files',
    cause: 'phone-ended-app-with-lock',
    source: 'https://github.com/groue/GRDB.swift/issues/998',
    input:
      'error 10:32:02 runningboardd [application<com.example.photos>:186] suspended with locked system files: /var/mobile/Containers/Shared/AppGroup/5C1E0000/session.db',
  },
] satisfies readonly DiagnosisCase[]
