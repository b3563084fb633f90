/** What is known of AppAuth’s errors: Android, iOS, and what is built on it. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const appauthErrors: readonly KnownError[] = [
  {
    vendor: 'AppAuth',
    message: 'Response state param did not match request state',
    cause: 'state-forged',
    says: 'The state of the answer is not that of the request; null means that the answer had none.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/AuthorizationException.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Issuer mismatch',
    cause: 'issuer-differs',
    says: 'iss of the ID token is not the issuer of the discovery document.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Issuer must be an https URL',
    cause: 'issuer-differs',
    says: 'The issuer of the discovery document is no https address.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Issuer host can not be empty',
    cause: 'issuer-differs',
    says: 'The issuer of the discovery document is no address with a host.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Audience mismatch',
    cause: 'token-for-another-audience',
    says: 'Neither aud nor azp of the ID token is the client’s id.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'ID Token expired',
    cause: 'clocks-differ',
    says: 'A fresh ID token is over already by the device’s clock.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Issued at time is more than 10 minutes before or after',
    cause: 'clocks-differ',
    says: 'The device’s clock and the server’s are more than ten minutes apart.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'Nonce mismatch',
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not that of the request.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/IdToken.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth',
    message: 'User cancelled flow',
    cause: 'sign-in-window-closed',
    says: 'The person left the browser tab.',
    source:
      'https://github.com/openid/AppAuth-Android/blob/4df1ebac07436d7e8d68cbb98207cc40fe55a39d/library/java/net/openid/appauth/AuthorizationException.java',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'State mismatch, expecting {expected} but got (null) in authorization response',
    cause: 'state-not-returned',
    says: 'The redirect that came back has no state.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'State mismatch, expecting {expected} but got {found} in authorization response',
    cause: 'state-forged',
    says: 'The redirect that came back has another state than the request.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'Issued at time is more than {seconds} seconds before or after the current time',
    cause: 'clocks-differ',
    says: 'The device’s clock and the server’s are more than ten minutes apart.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'Connection error fetching discovery document {url}',
    cause: 'issuer-unreachable',
    says: 'The device did not reach the discovery document.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'Connection error making token request to {url}',
    cause: 'issuer-unreachable',
    says: 'The device did not reach the token endpoint.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'URL does not match the expected redirect URI.',
    cause: 'redirect-uri-differs',
    says: 'The app was opened with another address than the redirect URI.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'Unable to refresh expired token without a refresh token.',
    cause: 'refresh-token-not-asked-for',
    says: 'The access token is over, and there is no refresh token.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthState.m',
    read: '2026-11-28',
  },
  {
    vendor: 'AppAuth for iOS',
    message: 'Authorization flow was cancelled.',
    cause: 'sign-in-window-closed',
    says: 'The flow was ended by the app or the person.',
    source:
      'https://github.com/openid/AppAuth-iOS/blob/a7caeda164dc5108bf4649472b28a5af65dc6f33/Sources/AppAuthCore/OIDAuthorizationService.m',
    read: '2026-11-28',
  },
]
