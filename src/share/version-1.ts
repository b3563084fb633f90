/**
 * Version 1 of a link: the run as JSON, packed by DEFLATE with a preset dictionary, as base64url.
 * Frozen: links of this version are out in the world. Whatever changes here needs a version 2.
 */
import * as v from 'valibot'
import { utf8 } from '../lib/encoding.ts'
import { deepFreeze } from '../lib/json.ts'
import { type Packing, packJson, unpackJson } from './packed-json.ts'
import { type Decoded, invalid } from './problem.ts'
import { type Shared, sharedShape } from './shape.ts'

/** Bytes of JSON; the longest run that a person makes has a tenth of it. */
const MAX_JSON_BYTES = 1_000_000

/**
 * What most links contain, the most frequent last, as DEFLATE refers back to it (RFC 1951 §2). It makes a link of
 * fifteen steps 60 % shorter, and so the JSON can stay as it is, without short names.
 */
const DICTIONARY = utf8(
  [
    '{"type":"request","request":{"method":"POST","url":"https://auth.example/token","headers":[["content-type","application/x-www-form-urlencoded"]],"body":""}}',
    '{"type":"browse","window":"tab","command":"forward"},{"type":"browse","window":"tab","command":"reload"},{"type":"browse","window":"tab","command":"back"}',
    '{"type":"visit","window":"tab","url":"https://app.example/callback"},{"type":"follow","window":"tab","href":"/"}',
    '{"type":"rewrite","gate":"tab#2","parameter":"redirect_uri","value":"https://"},{"type":"rewrite","gate":"tab/app#1","parameter":"code_verifier","value":""}',
    '{"type":"duplicate","gate":"tab#1"},{"type":"delay","gate":"tab#1","seconds":30},{"type":"drop","gate":"tab#1"}',
    '{"type":"advance","seconds":300},{"type":"advance","to":"authorization_code"},{"type":"advance","to":"refresh_token"},{"type":"advance","to":"access_token"}',
    '"decision":"deny","code":"","user_code":""}},{"type":"act","action":"sign-out"},{"type":"act","action":"refresh"}',
    '],"cursor":20}{"scenario":"authorization-code-pkce","settings":{},"seed":"authlane","choices":[{"type":"deliver","gate":"tab#1"},{"type":"deliver","gate":"tab#2"}',
    ',{"type":"act","action":"sign-in"},{"type":"deliver","gate":"tab#3"},{"type":"deliver","gate":"tab#4"}',
    ',{"type":"submit","window":"tab","form":"sign-in","fields":{"username":"ada","password":"correct horse"}},{"type":"deliver","gate":"tab#5"},{"type":"deliver","gate":"tab#6"},{"type":"deliver","gate":"tab#7"},{"type":"deliver","gate":"tab#8"}',
    ',{"type":"submit","window":"tab","form":"consent","fields":{"decision":"approve"}},{"type":"deliver","gate":"tab#9"},{"type":"deliver","gate":"tab#10"},{"type":"deliver","gate":"tab#11"},{"type":"deliver","gate":"tab#12"}',
    ',{"type":"deliver","gate":"tab/app#1"},{"type":"deliver","gate":"tab/app#2"},{"type":"act","action":"call-api"},{"type":"deliver","gate":"tab/app#3"},{"type":"deliver","gate":"tab/app#4"}',
  ].join(''),
)

/** How version 1 packs; playlists do it the same way, for the runs in them. */
export const PACKING_1: Packing = { dictionary: DICTIONARY, maxBytes: MAX_JSON_BYTES }

/** Packs a run. */
export function encode({ recipe, cursor }: Shared): string {
  const { scenario, settings, seed, choices } = recipe
  return packJson({ scenario, settings, seed, choices, cursor }, PACKING_1)
}

/** Unpacks and checks what {@link encode} wrote. Never throws. */
export function decode(payload: string): Decoded<Shared> {
  const unpacked = unpackJson(payload, PACKING_1)
  if (!unpacked.ok) return unpacked
  const result = v.safeParse(sharedShape, unpacked.json, { abortEarly: true })
  if (result.success) return { ok: true, shared: deepFreeze(result.output) }
  return invalid(result.issues[0], 'link')
}
