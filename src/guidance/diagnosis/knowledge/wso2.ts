/** WSO2 Identity Server: errors of its endpoints, and of WSO2 API Manager. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const wso2: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'WSO2 Identity Server', source: 'https://github.com/wso2/product-is/issues/23259', read },
    {
      'client-unknown': { 'A valid OAuth client could not be found for client_id: {id}': 'There is no such client.' },
    },
  ),
  {
    vendor: 'WSO2 Identity Server',
    message: 'Registered callback does not match with the provided url',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not the registered one.',
    source: 'https://github.com/wso2/product-is/issues/12119',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 Identity Server',
    message: 'Configured callback URL does not match with the provided callback URL: {found} in the request',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not the one of the service provider.',
    source: 'https://github.com/wso2/product-is/issues/7145',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 Identity Server',
    message: 'Provided Callback URL does not match with the provided one',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not the registered one.',
    source: 'https://github.com/wso2/product-is/issues/6201',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 Identity Server',
    message: 'Oauth application is not in active state',
    cause: 'client-disabled',
    says: 'The application was revoked.',
    source: 'https://github.com/wso2/product-is/issues/5531',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 Identity Server',
    message: 'The client MUST NOT use more than one authentication method in each',
    cause: 'authentication-method-differs',
    says: 'The secret came twice: in the header and in the body.',
    source: 'https://github.com/wso2/product-is/issues/6013',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 API Manager',
    message: 'Make sure your API invocation call has a header',
    cause: 'token-not-sent',
    says: 'The request has no token.',
    source: 'https://wso2.com/blogs/cloud/custom-api-error-messages',
    read: '2026-11-28',
  },
  {
    vendor: 'WSO2 API Manager',
    message: 'You cannot access API as scope validation failed',
    cause: 'scope-missing',
    says: 'The token does not have the scope of this resource.',
    source: 'https://github.com/wso2/product-apim/issues/2840',
    read: '2026-11-28',
  },
]
