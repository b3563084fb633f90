/** WSO2 Identity Server: errors of its token endpoint. */
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
]
