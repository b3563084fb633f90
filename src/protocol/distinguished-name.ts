/** Distinguished names: from their text (RFC 4514) to a form in which two can be compared (RFC 5280 §7.1). */
import { derText, readDer } from './der.ts'

/** Relative names from the root to the leaf, each in canonical form. */
export type DistinguishedName = readonly string[]

/** Object identifiers by the short names of RFC 4514 §3, and others that are common in certificates; §3 leaves those to the reader. */
const TYPES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  C: '2.5.4.6',
  STREET: '2.5.4.9',
  DC: '0.9.2342.19200300.100.1.25',
  UID: '0.9.2342.19200300.100.1.1',
  SERIALNUMBER: '2.5.4.5',
  EMAILADDRESS: '1.2.840.113549.1.9.1',
  SN: '2.5.4.4',
  TITLE: '2.5.4.12',
  POSTALCODE: '2.5.4.17',
  GN: '2.5.4.42',
  GIVENNAME: '2.5.4.42',
  ORGANIZATIONIDENTIFIER: '2.5.4.97',
}

/** A relative name in canonical form: case and the number of spaces do not matter, nor the order of its attributes. */
export function canonicalRdn(attributes: readonly (readonly [type: string, value: string])[]): string {
  const canonical = attributes.map(([type, value]) => [type, value.trim().replace(/\s+/g, ' ').toLowerCase()])
  return JSON.stringify(canonical.map((pair) => JSON.stringify(pair)).sort())
}

/** Reads a name as RFC 4514 writes it, the leaf first; `undefined` when it is none. */
export function parseDistinguishedName(text: string): DistinguishedName | undefined {
  const names = splitAt(text, ',').map((rdn) => splitAt(rdn, '+').map(parseAttribute))
  if (names.some((attributes) => attributes.includes(undefined))) return undefined
  return names.map((attributes) => canonicalRdn(attributes.flatMap((pair) => (pair ? [pair] : [])))).reverse()
}

/** Whether two names are the same. */
export function isSameName(one: DistinguishedName, other: DistinguishedName): boolean {
  return one.length === other.length && one.every((rdn, index) => rdn === other[index])
}

/** Splits where a separator is not escaped. */
function splitAt(text: string, separator: ',' | '+'): string[] {
  const parts = text.match(separator === ',' ? /(?:\\[\s\S]|[^\\,])+/g : /(?:\\[\s\S]|[^\\+])+/g)
  return parts ?? ['']
}

function parseAttribute(text: string): readonly [string, string] | undefined {
  const equals = text.indexOf('=')
  const name = text
    .slice(0, Math.max(equals, 0))
    .trim()
    .replace(/^OID\./i, '')
  const type = /^\d+(\.\d+)+$/.test(name) ? name : TYPES[name.toUpperCase()]
  const written = text.slice(equals + 1).trim()
  const value = written.startsWith('#') ? encodedValue(written.slice(1)) : undoEscapes(written)
  return type === undefined || value === undefined ? undefined : [type, value]
}

/** A value as the hexadecimal digits of its DER (RFC 4514 §2.4). */
function encodedValue(digits: string): string | undefined {
  if (!/^([0-9a-f]{2})+$/i.test(digits)) return undefined
  const der = Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  try {
    const value = readDer(der)
    return value.end === der.length ? derText(value) : undefined
  } catch {
    return undefined
  }
}

/** Undoes the escapes of RFC 4514 §2.4: a backslash before a character, or before the hexadecimal digits of a byte of UTF-8. */
function undoEscapes(text: string): string | undefined {
  const percent = text.replace(/\\([0-9a-f]{2})|\\([\s\S])|%/gi, (whole, hex?: string, character?: string) =>
    hex !== undefined ? `%${hex}` : encodeURIComponent(character ?? whole),
  )
  try {
    return decodeURIComponent(percent)
  } catch {
    return undefined
  }
}
