import { expect, test } from 'vitest'
import { header } from '../../../http/index.ts'
import { APP, errorOf, post, startExample } from '../../conformance/example-server.fixture.ts'

const example = await startExample()
const url = example.metadata.token_endpoint ?? ''

/** Sends a body of any type. */
function send(body: string, type?: string) {
  const headers = type === undefined ? [] : [['content-type', type] as const]
  return example.server.handle({ method: 'POST', url, headers, body })
}

test.each([
  ['JSON', '{"grant_type":"authorization_code"}', 'application/json'],
  ['no type', 'grant_type=authorization_code', undefined],
])('refuses a body of %s with invalid_request (RFC 6749 §3.2)', async (_, body, type) => {
  const response = await send(body, type)
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_request'])
})

test('reads no parameter from the query (RFC 6749 §2.3.1)', async () => {
  const query = '?grant_type=client_credentials&client_id=service&client_secret=service-secret'
  const response = await post(example.server.handle, url + query, {})
  expect([response.status, errorOf(response)]).toEqual([401, 'invalid_client'])
})

test('refuses a repeated parameter with invalid_request (RFC 6749 §3.2)', async () => {
  const response = await send('client_id=app&client_id=app', 'application/x-www-form-urlencoded; charset=utf-8')
  expect([response.status, errorOf(response)]).toEqual([400, 'invalid_request'])
})

test.each([
  ['invalid_request', 'a missing grant_type', {}],
  ['invalid_request', 'an empty grant_type', { grant_type: '' }],
  ['unsupported_grant_type', 'the password grant', { grant_type: 'password' }],
  ['unsupported_grant_type', 'a name of the prototype', { grant_type: 'constructor' }],
  ['unauthorized_client', 'a grant that is not registered', { grant_type: 'client_credentials' }],
])('answers 400 %s for %s (RFC 6749 §5.2)', async (error, _, form) => {
  const response = await post(example.server.handle, url, { ...APP, ...form })
  expect([response.status, errorOf(response)]).toEqual([400, error])
  expect(header(response, 'cache-control')).toBe('no-store')
})

test('error descriptions keep to the characters that the wire allows (RFC 6749 §5.2)', async () => {
  const response = await post(example.server.handle, url, { ...APP, grant_type: '"\\\u0000ü\n' })
  expect(JSON.parse(response.body).error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
})
