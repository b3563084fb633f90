import { expect, test } from 'vitest'
import { certificateThumbprint, isIp, normaliseEmail, normaliseIp, readCertificate } from './certificate.ts'
import { PRINTER, STRANGER, x5cOf } from './conformance/certificates.fixture.ts'
import { isSameName, parseDistinguishedName } from './distinguished-name.ts'

const printer = readCertificate(PRINTER)
const isPrinter = (name: string) => isSameName(printer?.subject ?? [], parseDistinguishedName(name) ?? ['none'])

test('reads the alternative names of a certificate (RFC 5280 §4.2.1.6)', () => {
  expect(printer?.alternativeNames).toEqual({
    dns: ['printer.example'],
    uri: ['urn:printer:1'],
    ip: ['192.0.2.7', '2001:db8::7'],
    email: ['ops@printer.example'],
  })
  expect(readCertificate(STRANGER)?.alternativeNames).toEqual({ dns: [], uri: [], ip: [], email: [] })
})

test('the thumbprint is that of openssl (RFC 8705 §3.1)', async () => {
  expect(printer && (await certificateThumbprint(printer))).toBe('aKw2XsP1mobMwXj5ML2iYInjPb0kvDIBj-6tqvP6icM')
})

test('takes the first certificate of a chain, which is the one of the client', () => {
  expect(readCertificate(`${STRANGER}\n${PRINTER}`)?.subject).toEqual(parseDistinguishedName('CN=stranger'))
})

test.each([
  ['as openssl writes it', 'CN=printer-1,OU=Back office,O=Print Shop\\, Ltd,C=GB'],
  ['with spaces', 'CN = printer-1, OU = Back office, O = Print Shop\\, Ltd, C = GB'],
  ['with other case', 'cn=Printer-1,ou=BACK OFFICE,o=print shop\\, ltd,c=gb'],
  ['with a hexadecimal escape', 'CN=printer\\2D1,OU=Back office,O=Print Shop\\2c Ltd,C=GB'],
  ['with a value as its DER', 'CN=#0c097072696e7465722d31,OU=Back office,O=Print Shop\\, Ltd,C=#13024742'],
  ['with object identifiers', '2.5.4.3=printer-1,OID.2.5.4.11=Back office,O=Print Shop\\, Ltd,C=GB'],
])('knows a subject %s (RFC 4514 §2, RFC 5280 §7.1)', (_, name) => {
  expect(isPrinter(name)).toBe(true)
})

test.each([
  ['another name', 'CN=printer-2,OU=Back office,O=Print Shop\\, Ltd,C=GB'],
  ['a part alone', 'CN=printer-1'],
  ['the root first', 'C=GB,O=Print Shop\\, Ltd,OU=Back office,CN=printer-1'],
  ['two names as one', 'CN=printer-1+OU=Back office,O=Print Shop\\, Ltd,C=GB'],
  ['a comma without an escape', 'CN=printer-1,OU=Back office,O=Print Shop, Ltd,C=GB'],
  ['an unknown type', 'NICK=printer-1'],
  ['nothing', ''],
  ['bytes that are no UTF-8', 'CN=\\ff'],
  ['an odd number of digits', 'CN=#0c1'],
  ['a value that ends too early', 'CN=#0c09'],
  ['a value with something behind it', 'CN=#0c097072696e7465722d3100,OU=Back office,O=Print Shop\\, Ltd,C=GB'],
])('does not take %s for the subject (RFC 4514 §2.1)', (_, name) => {
  expect(isPrinter(name)).toBe(false)
})

test('names that are common in certificates are those of their object identifiers (RFC 4514 §3)', () => {
  expect(parseDistinguishedName('title=Dr+GN=Ada+SN=L,postalCode=1,organizationIdentifier=PSDGB-1')).toEqual(
    parseDistinguishedName('2.5.4.12=Dr+2.5.4.42=Ada+2.5.4.4=L,2.5.4.17=1,2.5.4.97=PSDGB-1'),
  )
})

test('a value cannot pass for two (RFC 4514 §2.4)', () => {
  const one = parseDistinguishedName('CN=a\\,OU=b')
  const two = parseDistinguishedName('CN=a,OU=b')
  expect([one?.length, two?.length]).toEqual([1, 2])
})

test('reads nothing out of what is no certificate, however it is cut', () => {
  const base64 = x5cOf(PRINTER)
  const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`
  for (const text of ['', 'x', pem(''), pem('!!'), pem('MIIC'), pem(base64.slice(0, 400)), pem(`${base64}AAAA`)]) {
    expect(readCertificate(text)).toBeUndefined()
  }
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  for (let length = 0; length < bytes.length; length += 7) {
    expect(readCertificate(pem(btoa(String.fromCharCode(...bytes.subarray(0, length)))))).toBeUndefined()
  }
})

test('writes an address in one way', () => {
  expect(normaliseIp('2001:0DB8:0:0::0007')).toBe('2001:db8::7')
  expect(normaliseIp('192.0.2.7')).toBe('192.0.2.7')
})

test('knows an address of either version', () => {
  expect(['192.0.2.7', '2001:db8::7'].filter(isIp)).toHaveLength(2)
  expect(['192.0.2', '192.0.2.256', 'printer.example', '2001:db8', '', 'a:b'].filter(isIp)).toEqual([])
})

test('compares the host of a mail address without case, and its person with it (RFC 5280 §7.5)', () => {
  expect(normaliseEmail('Ops@Printer.Example')).toBe('Ops@printer.example')
})

test.each([
  ['a length without an end', [0x30, 0x80, 0x00, 0x00]],
  ['a length of five bytes', [0x30, 0x85, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00]],
  ['a value that goes beyond the end', [0x30, 0x7f, 0x00]],
  ['nothing', []],
])('takes DER with %s for no certificate (RFC 8705 §2)', (_, der) => {
  const base64 = btoa(String.fromCharCode(...der))
  expect(readCertificate(`-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`)).toBeUndefined()
})

test('takes a certificate whose subject has a type without a value for none (RFC 8705 §2)', () => {
  const der = Uint8Array.from(atob(x5cOf(PRINTER)), (character) => character.charCodeAt(0))
  // Country in the subject, which comes after that of the issuer: the value is made part of the identifier before it.
  const country = String.fromCharCode(0x30, 0x09, 0x06, 0x03, 0x55, 0x04, 0x06, 0x13, 0x02)
  const text = String.fromCharCode(...der)
  const broken = text.replaceAll(country, String.fromCharCode(0x30, 0x09, 0x06, 0x07, 0x55, 0x04, 0x06, 0x13, 0x02))
  expect(broken).not.toBe(text)
  expect(readCertificate(`-----BEGIN CERTIFICATE-----\n${btoa(broken)}\n-----END CERTIFICATE-----`)).toBeUndefined()
})
