import { expect, test } from 'vitest'
import { authorizationUrl, post, startExample } from './conformance/example-server.fixture.ts'
import { exampleApi, RESOURCE } from './resource-server/example-api.fixture.ts'

const LONG = 'x'.repeat(70_000)
const example = await startExample()

test('a target that is too long is 414, for a person on a page (RFC 9110 §15.5.15)', async () => {
  const page = await example.alice.visit(authorizationUrl(example, { state: LONG }))
  expect([page.status, page.html]).toEqual([414, expect.stringContaining('8192')])
})

test('content that is too long is 413, before anything of it is read (RFC 9110 §15.5.14)', async () => {
  const form = { grant_type: 'client_credentials', client_id: 'service', client_secret: LONG }
  const response = await post(example.server.handle, example.metadata.token_endpoint, form)
  expect([response.status, JSON.parse(response.body).error]).toEqual([413, 'invalid_request'])
})

test('header fields that are too long are 431, at an API too (RFC 6585 §5)', async () => {
  const form = { grant_type: 'client_credentials' }
  expect((await post(example.server.handle, example.metadata.token_endpoint, form, `Basic ${LONG}`)).status).toBe(431)
  const response = await exampleApi().server.handle({
    method: 'GET',
    url: `${RESOURCE}/ping`,
    headers: [['authorization', `Bearer ${LONG}`]],
    body: '',
  })
  expect(response.status).toBe(431)
})
