/** Microsoft Entra ID: the codes of its token service. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const PAGE = {
  vendor: 'Microsoft Entra ID',
  source: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  read: '2026-11-28',
}

const THREAD = {
  ...PAGE,
  source: 'https://github.com/Azure-Samples/ms-identity-javascript-angular-tutorial/issues/37',
}

/** The codes that have to do with signing in and tokens. */
export const microsoftEntra: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { ...PAGE, source: 'https://github.com/open-webui/open-webui/issues/4069' },
    {
      'redirect-uri-differs': {
        'The redirect URI {found} specified in the request does not match the redirect URIs configured for the application':
          'The redirect URI is not one of those that are registered.',
        'The reply address {found} does not match the reply address {expected} provided when requesting Authorization code':
          'The token request names another redirect URI than the authorization request did.',
      },
    },
  ),
  ...rowsOf('code', PAGE, {
    'another-account-needed': {
      AADSTS16000: 'Several accounts are signed in, and the person has to choose one.',
      AADSTS16001: 'The account that was chosen is not one that may be chosen here.',
      AADSTS16003: 'The person’s account was never added to this tenant.',
      AADSTS50014: 'The account is a guest that does not exist in the directory yet.',
      AADSTS50020: [
        'The account does not exist in this tenant.',
        'Invite the person as a guest, or sign in with another account.',
      ],
      AADSTS50034: 'There is no such account in this directory.',
      AADSTS500208: 'The kind of account, work or personal, is not the one that the tenant takes.',
      AADSTS51004: 'The account does not exist in this directory.',
      AADSTS90072: 'The external account does not exist in the tenant that it signs in to.',
    },
    'person-may-not-use-the-app': {
      AADSTS500021: 'A restriction of the network forbids this tenant.',
      AADSTS500022: 'A restriction of the network forbids this tenant.',
      AADSTS500212: 'The person’s own tenant forbids access to the other one.',
      AADSTS500213: 'The other tenant’s policy does not let this person in.',
      AADSTS50053: 'The account is locked after wrong passwords, or the address is known for attacks.',
      AADSTS50057: 'The account is disabled.',
      AADSTS50105: ['The person is not assigned to the app.', 'Assign the person or a group to the app.'],
      AADSTS50131: 'A Conditional Access policy refused the request.',
      AADSTS53000: 'A policy wants a compliant device, and this one is not.',
      AADSTS53001: 'A policy wants a device that is joined to the domain.',
      AADSTS53002: 'A policy allows approved apps only.',
      AADSTS53003: 'A Conditional Access policy blocks the token.',
      AADSTS53011: 'The person is blocked because of a risk in the home tenant.',
      AADSTS530032: 'A security policy of the tenant blocks the request.',
    },
    'credentials-wrong': {
      AADSTS50056: 'The directory has no password for this person, or it is wrong.',
      AADSTS50126: 'The user name or the password is wrong.',
    },
    'resource-unknown': {
      AADSTS50001: 'The API that the token is for is disabled or does not exist.',
      AADSTS500011: 'The API that the token is for is not found in this tenant.',
      AADSTS650052: 'The organization has not subscribed to the service that the app needs.',
      AADSTS650054: 'The API that permissions are asked for was removed.',
    },
    'redirect-uri-differs': {
      AADSTS50011: [
        'The redirect URI is not one of those that are registered.',
        'Add it to the app registration’s redirect URIs.',
      ],
      AADSTS500112:
        'The token request names another redirect URI than the authorization request did; http and https are the usual difference, behind a proxy.',
      AADSTS70004: 'The redirect URI matches no configured address.',
      AADSTS900971: 'The app has no reply address.',
    },
    'client-assertion-refused': {
      AADSTS50012: 'The client’s certificate or the signature of its assertion is not accepted.',
      AADSTS50048: 'Subject and issuer of the client’s assertion are not the same.',
      AADSTS700027: 'The signature of the client’s assertion does not verify.',
      AADSTS700030: 'The subject name in the client’s certificate is not authorized.',
    },
    'no-session-at-the-server': {
      AADSTS50058: 'A silent sign-in found nobody signed in.',
      AADSTS160021: 'The session that the app asked for does not exist.',
    },
    'wrong-tenant-endpoint': {
      AADSTS50059: 'Nothing in the request tells the tenant.',
      AADSTS50128: 'Nothing in the request tells the tenant.',
      AADSTS50194: [
        'The app is for one tenant, and the request went to /common.',
        'Use the tenant’s endpoint, or make the app multi-tenant.',
      ],
      AADSTS700005: 'The code was issued by another tenant’s endpoint.',
      AADSTS90002: 'There is no such tenant, or not in this cloud.',
      AADSTS90019: 'The request does not tell the tenant.',
      AADSTS90038: 'The tenant belongs to a national cloud, and this is another one.',
      AADSTS90124: 'The API is not served over /common or /consumers.',
      AADSTS90130: 'The app is not served over /common or /consumers.',
      AADSTS9001023: 'The grant type is not served over /common or /consumers.',
      AADSTS9002332: 'The app is for organizations, and the request went to /consumers.',
    },
    'page-needed': {
      AADSTS50072: 'The person has to register a second factor first.',
      AADSTS50074: 'A second factor is needed, and was not given.',
      AADSTS50076: 'A policy wants a second factor for this API.',
      AADSTS50078: 'The second factor was too long ago.',
      AADSTS50079: 'A policy wants a second factor, and the person has none registered.',
      AADSTS50158: 'A second factor at an outside provider is still missing.',
      AADSTS700020: 'The grant needs the person to interact.',
    },
    'password-grant': {
      AADSTS50076: 'A policy wants a second factor, and the password grant has no page that could ask for one.',
      AADSTS50079: 'A second factor has to be registered first, and the password grant has no page for that.',
    },
    'challenge-missing': { AADSTS50147: 'The code challenge is missing, or has a wrong size.' },
    'verifier-mismatch': { AADSTS501481: 'The code verifier does not match the code challenge.' },
    'refresh-token-revoked': {
      AADSTS50132: 'The session ended because the password changed or expired.',
      AADSTS50133: 'The session ended because the password changed or expired.',
      AADSTS50173: 'The tokens of this person were revoked.',
    },
    'refresh-token-expired': {
      AADSTS70008: 'The refresh token was not used for too long.',
      AADSTS700082: 'The refresh token was not used for too long.',
      AADSTS700084: [
        'The refresh token of a single-page app has reached its fixed end, 24 hours after the sign-in.',
        'Go to the sign-in page. No setting makes it longer, and a successor that came by a refresh ends at the same moment.',
      ],
    },
    'sign-in-too-old-to-refresh': { AADSTS70043: 'The policy for the frequency of sign-ins wants a new one.' },
    'token-per-call': { AADSTS50196: 'The app repeats the same request so often that it is taken for a loop.' },
    'code-used-twice': { AADSTS54005: 'The authorization code was redeemed before.' },
    'consent-not-given': {
      AADSTS65001: 'Neither the person nor an administrator has consented to the app.',
      AADSTS650056: 'The app lists no permissions for the API, or nobody has consented to them.',
      AADSTS90008: 'The app has no consent to sign in and read the profile.',
      AADSTS90094: 'An administrator has to consent.',
      AADSTS90095: 'The person is asked to request an administrator’s consent.',
    },
    'access-denied': { AADSTS65004: 'The person declined to consent.' },
    'scope-not-registered': {
      AADSTS28002: 'A scope of the request is not valid.',
      AADSTS28003: 'The scope is empty when the code is redeemed.',
      AADSTS65005: 'The app asks for an API that its registration does not list.',
      AADSTS650057: 'The app asks for an API that its registration does not list.',
      AADSTS70011: 'A scope of the request is not valid.',
      AADSTS700023: 'The scope names no API.',
    },
    'client-unknown': {
      AADSTS700011: 'The app is not in this directory.',
      AADSTS700016: 'The app is not in this directory.',
    },
    'client-disabled': {
      AADSTS70001: 'The app is disabled.',
      AADSTS7000112: 'The app is disabled.',
    },
    'secret-wrong': {
      AADSTS7000215: 'The client secret is not valid.',
      AADSTS7000222: ['The client secret has expired.', 'Create a new secret, or use a certificate.'],
    },
    'secret-not-sent': { AADSTS7000218: 'The request has neither a client secret nor an assertion.' },
    'authentication-method-differs': { AADSTS700025: 'The client is public and may send no secret and no assertion.' },
    'grant-not-allowed': {
      AADSTS70003: 'The grant type is not supported.',
      AADSTS7000114: 'The app may not make calls on behalf of a person.',
    },
    'response-type-refused': {
      AADSTS70005: 'The response type is not enabled for the app.',
      AADSTS700054: [
        'ID tokens in the redirect are not enabled for the app.',
        'App registration, Authentication, Implicit grant and hybrid flows.',
      ],
    },
    'device-not-approved-yet': {
      AADSTS70016: 'The person has not finished on the other device.',
      AADSTS70018: 'The person typed a wrong user code.',
      AADSTS70019: 'The device’s code has expired.',
    },
    'resource-and-scope-disagree': { AADSTS700022: 'The scopes belong to more than one API.' },
    'parameter-missing': {
      AADSTS90014: 'A field that is needed is missing.',
      AADSTS900144: 'A parameter is missing in the body of the request.',
    },
    'server-overloaded': {
      AADSTS50033: 'The service has a passing fault.',
      AADSTS90006: 'The service is not available for the moment.',
      AADSTS90024: 'The service has a passing fault.',
      AADSTS90055: 'There are too many requests for the tenant.',
      AADSTS90090: 'The service is not available for the moment.',
    },
  }),
  ...rowsOf('code', THREAD, {
    'redirect-uri-on-wrong-platform': {
      AADSTS9002326: 'A browser redeemed the code, and the redirect URI is not one of a single-page app.',
    },
  }),
  ...rowsOf(
    'code',
    { ...PAGE, source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5148' },
    {
      'silent-sign-in-blocked': { AADSTS50058: 'The session’s cookies did not come with a silent sign-in.' },
    },
  ),
  ...rowsOf(
    'code',
    { ...PAGE, isGeneral: true },
    {
      'secret-wrong': {
        AADSTS70002: 'The client’s credentials are not the expected ones; a second code often says why.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { ...PAGE, source: 'https://github.com/shubhamdipt/django-microsoft-authentication/issues/15' },
    { 'code-used-twice': { AADSTS54005: 'The code was redeemed before.' } },
  ),
]
