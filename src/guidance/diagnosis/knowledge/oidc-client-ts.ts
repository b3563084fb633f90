/** What is known of oidc-client-ts’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const oidcClientTsErrors: readonly KnownError[] = [
  {
    vendor: 'oidc-client-ts',
    message: 'No matching state found in storage',
    cause: 'callback-reloaded',
    says: 'The stored state was used before, or is not in this browser’s storage.',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/OidcClient.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'No state in response',
    cause: 'state-not-returned',
    says: 'The address that was taken for the answer has no state.',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/OidcClient.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'State does not match',
    cause: 'state-forged',
    says: 'The state of the answer is not the stored one.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'authority mismatch on settings vs. signin state',
    cause: 'issuer-differs',
    says: 'The sign-in began with another authority than is configured now.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'nonce in id_token does not match nonce in client storage',
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not the stored one.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'sub in id_token does not match current sub',
    cause: 'another-account-needed',
    says: 'The renewed ID token is another person’s.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'auth_time in id_token does not match original auth_time',
    cause: 'another-account-needed',
    says: 'The ID token of the refresh comes from another sign-in.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'azp in id_token does not match original azp',
    cause: 'token-for-another-audience',
    says: 'The ID token of the refresh is for another client.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'ID Token is missing a subject claim',
    cause: 'claim-missing',
    says: 'The ID token has no sub.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/ResponseValidator.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'IFrame timed out without a response',
    cause: 'silent-frame-no-answer',
    says: 'The hidden iframe did not come back in time.',
    where: 'silentRequestTimeoutInSeconds, after the reason is found',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/navigators/IFrameWindow.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Frame window timed out',
    cause: 'silent-frame-no-answer',
    says: 'The hidden iframe did not come back in time: most often the server shows a page in it.',
    source: 'https://github.com/DuendeArchive/identity-model-oidc-client-js/issues/709',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Popup closed by user',
    cause: 'sign-in-window-closed',
    says: 'The person closed the popup.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/navigators/PopupWindow.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Popup blocked by user',
    cause: 'sign-in-window-closed',
    says: 'The browser did not open the popup.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/navigators/PopupWindow.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Only the Authorization Code flow (with PKCE) is supported',
    cause: 'response-type-refused',
    says: 'The library does the code flow alone.',
    where: 'response_type: code',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/OidcClient.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Network timed out',
    cause: 'issuer-unreachable',
    says: 'The discovery document or the token endpoint did not answer in time.',
    where: 'requestTimeoutInSeconds',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/JsonService.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'No authority or metadataUrl configured on settings',
    cause: 'issuer-unreachable',
    says: 'No authority is configured.',
    where: 'authority',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/MetadataService.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Metadata does not contain property {name}',
    cause: 'issuer-unreachable',
    says: 'The discovery document lacks an endpoint that is needed.',
    where: 'metadata or metadataSeed',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/MetadataService.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Invalid response Content-Type: {type}, from URL: {url}',
    cause: 'issuer-unreachable',
    says: 'The address gave something other than JSON: it is no discovery document or endpoint.',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/JsonService.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'No end session endpoint',
    cause: 'only-the-app-signed-out',
    says: 'The discovery document names no end_session_endpoint.',
    where: 'metadataSeed.end_session_endpoint',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/OidcClient.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'Crypto.subtle is available only in secure contexts (HTTPS).',
    cause: 'public-address-unknown',
    says: 'The page is not served over HTTPS, so the browser gives no cryptography.',
    source:
      'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/utils/CryptoUtils.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'oidc-client-ts',
    message: 'No silent_redirect_uri configured',
    cause: 'refresh-token-not-asked-for',
    says: 'There is no refresh token, and no page for the hidden iframe is configured.',
    where: 'silent_redirect_uri, or scope offline_access',
    source: 'https://github.com/authts/oidc-client-ts/blob/b82a6a033742ac7bfe2b07ace5841c490494de94/src/UserManager.ts',
    read: '2026-11-28',
  },
]
