/** X.509 certificates as far as mutual TLS needs them: subject, alternative names, thumbprint (RFC 5280 §4, RFC 8705). Chains and dates are the transport's. */
import { base64url } from '../lib/encoding.ts'
import { type DerValue, derChildren, derText, objectIdentifier, readDer } from './der.ts'
import { canonicalRdn, type DistinguishedName } from './distinguished-name.ts'

/** What a certificate says of who holds its key. */
export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>
  readonly subject: DistinguishedName
  /** Subject alternative names by their kind (RFC 5280 §4.2.1.6). */
  readonly alternativeNames: Readonly<Record<AlternativeName, readonly string[]>>
}

/** The kinds of alternative names that a client can be known by (RFC 8705 §2.1.2). */
export type AlternativeName = 'dns' | 'uri' | 'ip' | 'email'

const PEM = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
/** Context tags of GeneralName (RFC 5280 §4.2.1.6). */
const NAME_TAGS: Readonly<Record<number, AlternativeName>> = { 129: 'email', 130: 'dns', 134: 'uri', 135: 'ip' }
const [TAG_VERSION, TAG_EXTENSIONS] = [0xa0, 0xa3]

/** The first certificate of a PEM text, which is the client's own; `undefined` when there is none that can be read. */
export function readCertificate(pem: string): Certificate | undefined {
  const body = PEM.exec(pem)?.[1]
  if (body === undefined) return undefined
  const der = fromBase64(body)
  return der === undefined ? undefined : parse(der)
}

/** The bytes of a base64 text, line breaks ignored; `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** The SHA-256 of a certificate's DER, in base64url: the value of `x5t#S256` (RFC 8705 §3.1). */
export async function certificateThumbprint({ der }: Pick<Certificate, 'der'>): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', der)))
}

/** An IP address in one spelling, so that two can be compared. */
export function normaliseIp(address: string): string {
  if (!address.includes(':')) return address
  const url = `http://[${address}]`
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address
}

/** Whether a text is an IP address, of either version. */
export function isIp(address: string): boolean {
  if (address.includes(':')) return URL.canParse(`http://[${address}]`)
  return URL.canParse(`http://${address}`) && /^\d+(\.\d+){3}$/.test(address)
}

/** A mail address in one spelling: case matters before the @ alone (RFC 5280 §7.5). */
export function normaliseEmail(address: string): string {
  const host = address.lastIndexOf('@') + 1
  return address.slice(0, host) + address.slice(host).toLowerCase()
}

function parse(der: Uint8Array<ArrayBuffer>): Certificate | undefined {
  try {
    const whole = readDer(der)
    const [tbs] = derChildren(whole)
    if (tbs === undefined || whole.end !== der.length) return undefined
    const fields = derChildren(tbs)
    // serialNumber, signature, issuer, validity, subject: after a version that may be left out (RFC 5280 §4.1).
    const subject = fields[fields[0]?.tag === TAG_VERSION ? 5 : 4]
    if (subject === undefined) return undefined
    const extensions = fields.find(({ tag }) => tag === TAG_EXTENSIONS)
    return { der, subject: readName(subject), alternativeNames: readAlternativeNames(extensions) }
  } catch {
    // What is no DER says nothing of anybody.
    return undefined
  }
}

function readName(name: DerValue): DistinguishedName {
  return derChildren(name).map((rdn) =>
    canonicalRdn(
      derChildren(rdn).map((attribute) => {
        const [type, value] = derChildren(attribute)
        if (type === undefined || value === undefined) throw new RangeError('an attribute without a value')
        return [objectIdentifier(type), derText(value)]
      }),
    ),
  )
}

function readAlternativeNames(extensions: DerValue | undefined): Certificate['alternativeNames'] {
  const names: Record<AlternativeName, string[]> = { dns: [], uri: [], ip: [], email: [] }
  const [list] = extensions === undefined ? [] : derChildren(extensions)
  for (const extension of list === undefined ? [] : derChildren(list)) {
    const parts = derChildren(extension)
    const [type, value] = [parts[0], parts.at(-1)]
    if (type === undefined || value === undefined || objectIdentifier(type) !== SUBJECT_ALTERNATIVE_NAME) continue
    for (const { tag, bytes } of derChildren(readDer(value.bytes))) {
      const kind = NAME_TAGS[tag]
      if (kind !== undefined) names[kind].push(kind === 'ip' ? ipText(bytes) : String.fromCharCode(...bytes))
    }
  }
  return names
}

function ipText(bytes: Uint8Array): string {
  if (bytes.length !== 16) return [...bytes].join('.')
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  )
  return normaliseIp(groups.join(':'))
}
