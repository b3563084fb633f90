/** Examples that the RFCs print, byte for byte, against the two servers. */
import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import { createResourceServer, type Note } from '../index.ts'
import { halfHash } from '../tokens/id-token.ts'
import {
  AWKWARD,
  basic,
  CHALLENGE,
  errorOf,
  exchange,
  obtainCode,
  post,
  startExample,
  VERIFIER,
} from './example-server.fixture.ts'

// RFC 7515 A.2.1: the RSA key (public members) and A.2.1's JWS, a JWT without typ.
const RSA_A2 = {
  kty: 'RSA',
  n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
  e: 'AQAB',
} as const
// Its private members (same place).
const RSA_A2_PRIVATE = {
  d: 'Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ',
  p: '4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc',
  q: 'uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc',
  dp: 'BwKfV3Akq5_MFZDFZCnW-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCjn12Sk3vmAktV2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0',
  dq: 'h_96-mK1R_7glhsum81dZxjTnYynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnwgjMd2w9cjz3_-kyNlxAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU',
  qi: 'IYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd-DlcxyVuuMqf-yWjHo9xsTcMgWVSNZzBFyPLpGpp1MTeJIt5FWQs08AlIfj8RxnzR0IWvLY5A_AQiUvtAM3LPUlVdGI8EyNY-Fa3F8BHaLzIhqoYsgbAkZTtrQrEw2VxgwiQRZk',
} as const
const PAYLOAD = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
const JWS_A1 = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${PAYLOAD}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`
const JWS_A2 = `eyJhbGciOiJSUzI1NiJ9.${PAYLOAD}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw`
const UNSECURED = `eyJhbGciOiJub25lIn0.${PAYLOAD}.`

const example = await startExample()

test('accepts the verifier of the published challenge and no neighbour of it (RFC 7636 Appendix B)', async () => {
  expect([VERIFIER, CHALLENGE]).toEqual([
    'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  ])
  expect((await exchange(example, await obtainCode(example))).status).toBe(200)
  for (const code_verifier of [VERIFIER.toLowerCase(), `${VERIFIER}A`, VERIFIER.slice(0, -1), CHALLENGE]) {
    const response = await exchange(example, await obtainCode(example), { code_verifier })
    expect(errorOf(response), code_verifier).toBe('invalid_grant')
  }
})

test('reads the published Basic credentials (RFC 6749 §2.3.1)', async () => {
  const { server, metadata } = await startExample({
    clients: [
      {
        client_id: 's6BhdRkqt3',
        client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
        grant_types: ['client_credentials'],
        scope: 'notes.read',
      },
    ],
  })
  const form = { grant_type: 'client_credentials' }
  const authorization = 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'
  expect((await post(server.handle, metadata.token_endpoint, form, authorization)).status).toBe(200)
})

test('decodes id and secret of Basic credentials, each on its own (RFC 6749 §2.3.1, Appendix B)', async () => {
  const introspect = (authorization: string) =>
    post(example.server.handle, example.metadata.introspection_endpoint, { token: 'x' }, authorization)
  expect(basic(AWKWARD.id, AWKWARD.secret)).toBe(`Basic ${btoa('web%3Aapp%2F1+%2B%25:s%2Bc%3Ar%25t+%26%3D%7E')}`)
  expect((await introspect(basic(AWKWARD.id, AWKWARD.secret))).status).toBe(200)
  const raw = await introspect(`Basic ${btoa(`${AWKWARD.id}:${AWKWARD.secret}`)}`)
  expect(raw.status).toBe(401)
  expect(errorOf(raw)).toBe('invalid_client')
})

test('computes the published at_hash (OpenID Connect Core §3.1.3.6, Appendix A.3)', async () => {
  expect(await halfHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256')).toBe('77QmUPtjPfzWtF2AnpK9RQ')
})

test('publishes the public members of the published RSA key and nothing else (RFC 7515 Appendix A.2, RFC 7517 §9.2)', async () => {
  const key = { ...RSA_A2, ...RSA_A2_PRIVATE, kid: 'a2', alg: 'RS256' }
  const { server, metadata } = await startExample({}, { keys: [key] })
  const response = await server.handle({ method: 'GET', url: metadata.jwks_uri ?? '', headers: [], body: '' })
  expect(JSON.parse(response.body)).toEqual({ keys: [{ ...RSA_A2, kid: 'a2', alg: 'RS256' }] })
})

test('a resource server refuses the published JWTs, each for its own reason (RFC 7515 Appendix A, RFC 7519 §6.1)', async () => {
  const notes: Note[] = []
  const server = createResourceServer(
    {
      resource: 'https://api.example',
      issuer: 'joe',
      validation: { type: 'jwt', jwks_uri: 'https://joe.example/jwks.json' },
      routes: [{ method: 'GET', path: '/', scope: '', respond: () => ({}) }],
    },
    { now: () => 1_300_819_379, note: (note) => notes.push(note), send: async () => json(200, { keys: [RSA_A2] }) },
  )
  const verdicts = []
  for (const token of [UNSECURED, JWS_A1, JWS_A2]) {
    const headers = [['authorization', `Bearer ${token}`]] as const
    const response = await server.handle({ method: 'GET', url: 'https://api.example/', headers, body: '' })
    verdicts.push([response.status, notes.at(-1)?.type === 'check' && notes.at(-1)])
  }
  expect(verdicts).toMatchObject([
    [401, { rule: 'algorithm', message: expect.stringContaining('not signed'), passed: false }],
    [401, { rule: 'algorithm', message: expect.stringContaining('confusion'), passed: false }],
    [401, { rule: 'typ', clause: 'RFC 9068 §4', passed: false }],
  ])
})
