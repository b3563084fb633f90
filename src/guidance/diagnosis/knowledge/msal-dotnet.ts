/** MSAL.NET: the codes of the library itself. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const ERRORS = {
  vendor: 'MSAL.NET',
  source:
    'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/blob/0166c4053874065c472f86155b9f2cdff9de3421/src/client/Microsoft.Identity.Client/MsalError.cs',
  read: '2026-11-28',
}

/** What its exceptions have as ErrorCode, without the codes that it passes on from the server. */
export const msalDotnet: readonly KnownError[] = [
  ...rowsOf('code', ERRORS, {
    'token-cache-empty': {
      user_null: [
        'A token was asked for silently, and the account is null: the cache has none.',
        'Call AcquireTokenInteractive, or start the sign-in anew.',
      ],
      no_account_for_login_hint: 'The cache has no account for the login hint.',
    },
    'another-account-needed': {
      multiple_accounts_for_login_hint: ['The login hint fits several accounts.', 'Name one by WithAccount.'],
      multiple_matching_tokens_detected: [
        'The cache has tokens of this account from several authorities.',
        'Name the authority in the call.',
      ],
    },
    'page-needed': { no_prompt_failed: 'A page has to be shown, and Prompt.NoPrompt forbids it.' },
    'refresh-token-expired': {
      failed_to_refresh_token: 'The refresh was refused: after a long time without use the refresh token has ended.',
    },
    'server-overloaded': {
      service_not_available: 'The server answered with a status of 500 to 599.',
      request_throttled: 'The server answered 429: too many requests.',
    },
    'issuer-unreachable': {
      tenant_discovery_failed: 'The authority’s discovery document lacks an endpoint or the issuer.',
      invalid_authority: 'The authority’s endpoints could not be found.',
      missing_passive_auth_endpoint: 'The authority’s discovery document lacks an endpoint.',
    },
    'wrong-tenant-endpoint': {
      invalid_instance: 'There is no such authority.',
      authority_host_mismatch: [
        'The call names another cloud than the application was built for.',
        'Name the cloud by WithAuthority when the application is built; a call may change the tenant alone.',
      ],
      B2C_authority_host_mismatch: 'The call names another host than the application was built for.',
    },
    'sign-in-window-closed': { authentication_canceled: 'The person closed the sign-in’s window.' },
    'redirect-uri-differs': {
      loopback_response_uri_mismatch: 'The browser came back to another address than the redirect URI.',
      custom_webui_invalid_mismatch: 'The app’s own browser came back to another address than the redirect URI.',
      loopback_redirect_uri: [
        'The system’s browser needs a redirect URI on the loopback address.',
        'Register http://localhost and configure it.',
      ],
    },
    'secret-not-sent': {
      Client_Credentials_Required_In_Confidential_Client_Application:
        'A confidential client was built without a secret, a certificate or an assertion.',
    },
    'client-unknown': { client_id_must_be_guid: 'The client ID is no application ID of the portal.' },
    'credentials-wrong': {
      parsing_wstrust_response_failed: 'The federated server knows no such person, or the password is wrong.',
      password_required_for_managed_user: 'No password was given.',
    },
    'password-grant': { ropc_not_supported_for_msa: 'Personal accounts may not sign in by the password grant.' },
  }),
  ...rowsOf(
    'code',
    { ...ERRORS, isGeneral: true },
    {
      'token-answer-unusable': { non_parsable_oauth_error: 'The server’s error could not be read.' },
    },
  ),
  ...rowsOf(
    'message',
    { ...ERRORS, source: 'https://github.com/AzureAD/microsoft-identity-web/issues/2185' },
    {
      'token-cache-empty': {
        'No account or login hint was passed to the AcquireTokenSilent call':
          'The cache has no account for this session.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...ERRORS, source: 'https://github.com/jstedfast/MailKit/issues/1169' },
    {
      'token-cache-empty': {
        'No account was found in the token cache having this login hint':
          'The cache has no account for the login hint.',
      },
    },
  ),
]
