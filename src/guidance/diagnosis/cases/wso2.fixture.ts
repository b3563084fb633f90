/** What people posted about WSO2 Identity Server, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'wso2-unknown-client',
    cause: 'client-unknown',
    source: 'https://github.com/wso2/product-is/issues/6569',
    input:
      '{"error_description":"A valid OAuth client could not be found for client_id: Ujin_7oc1","error":"invalid_client"}',
  },
] satisfies readonly DiagnosisCase[]
