/** Whatever is sent to whichever endpoint, the answer is a proper OAuth answer: never a 500, never a redirect to a stranger, never markup. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HttpRequest, type HttpResponse, header, headers, mediaType, parseForm } from '../../http/index.ts'
import { REDIRECT_URI, startExample } from './example-server.fixture.ts'
import { assemble, goodRequestNames, prepare } from './good-requests.fixture.ts'
import { mutation } from './mutations.fixture.ts'

const example = await startExample()
const { metadata, server } = example

/** RFC 6749 §5.2: what may stand in `error` and in `error_description`. */
const CODE = /^[a-z_]+$/
const DESCRIPTION = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/

function expectProper(request: HttpRequest, response: HttpResponse): void {
  const { status } = response
  expect(status).toBeGreaterThanOrEqual(200)
  expect(status).toBeLessThan(500)
  // No header can be split by what a parameter contained.
  for (const [name, value] of response.headers) {
    expect(name).toMatch(/^[a-z-]+$/)
    expect(value).toMatch(/^[\x20-\x7e\x80-\xff]*$/)
  }
  for (const location of headers(response, 'location')) expectProperRedirect(location)
  if (mediaType(response) === 'text/html') expect(response.body).not.toMatch(/<script|href="?javascript:/i)
  else if (status >= 400) expectProperError(request, response)
}

function expectProperRedirect(location: string): void {
  const target = new URL(location)
  const place = target.origin + target.pathname
  const allowed = [REDIRECT_URI, 'https://app.example/bye', `${server.issuer}/consent`]
  expect(allowed).toContain(place)
  if (place !== REDIRECT_URI) return
  // RFC 9207 §2: on success and on error. A server_error would be a 500 in disguise.
  const parameters = new Map([...parseForm(target.search), ...parseForm(target.hash.slice(1))])
  expect(parameters.get('iss')).toBe(server.issuer)
  expect(parameters.has('code')).not.toBe(parameters.has('error'))
  expect(parameters.get('error')).not.toBe('server_error')
  expect(parameters.get('error_description') ?? '').toMatch(DESCRIPTION)
}

function expectProperError(request: HttpRequest, response: HttpResponse): void {
  if (response.status === 405) expect(header(response, 'allow')).toMatch(/^[A-Z, ]+$/)
  const challenge = header(response, 'www-authenticate')
  if (challenge !== undefined) expect(challenge).toMatch(/^(Basic|Bearer) /)
  const isToken = request.url === metadata.token_endpoint && request.method !== 'OPTIONS'
  if (isToken) expect(header(response, 'cache-control')).toBe('no-store')
  // RFC 6750 §3.1: without a token there is a challenge and no error. HEAD and preflights have no body.
  if (response.body === '') {
    expect(challenge !== undefined || request.method === 'HEAD' || request.method === 'OPTIONS').toBe(true)
    return
  }
  expect(mediaType(response)).toBe('application/json')
  const { error, error_description } = JSON.parse(response.body)
  expect(error).toMatch(CODE)
  expect(error_description).toMatch(DESCRIPTION)
}

for (const name of goodRequestNames) {
  test(`answers the good request without fault: ${name}`, async () => {
    const request = assemble(await prepare(name, example))
    const response = await server.handle(request)
    expectProper(request, response)
    expect(response.status).toBeLessThan(400)
    expect(parseForm(new URL(header(response, 'location') ?? server.issuer).search)).not.toContainEqual([
      'error',
      expect.anything(),
    ])
  })
}

test('answers every hostile variant properly, and a second time too (RFC 6749 §4.1.2.1, §5.2, RFC 6750 §3.1)', async () => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...goodRequestNames), mutations, async (name, mutations) => {
      const good = await prepare(name, example)
      const request = assemble(mutations.reduce((parts, { apply }) => apply(parts), good))
      expectProper(request, await server.handle(request))
      expectProper(request, await server.handle(request))
    }),
    { numRuns: 1000 },
  )
})
