/** One spelling a term, in every text: what a person reads, and what a developer does. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Spellings that are not used here, and what is. */
const SPELLINGS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\be-mail/i, 'email'],
  [/\btime-outs?\b/i, 'timeout'],
  [/\bback channel\b/i, 'back-channel'],
  [/\bmulti factor\b/i, 'multi-factor'],
  [/\bJSON Web Key Set\b/i, 'JWK Set'],
  [/\blife[- ]time\b/i, 'lifetime'],
  [/\bre-us(?:e|ed|ing)\b/i, 'reuse'],
  [/\bcan not\b/i, 'cannot'],
  [/\bcross site\b/i, 'cross-site'],
  [/\bbehavior/i, 'behaviour'],
  [/\brecogniz/i, 'recognise'],
]

const wrongIn = (text: string) =>
  SPELLINGS.flatMap(([wrong, right]) => {
    const found = wrong.exec(text)?.[0]
    return found === undefined ? [] : [`“${found}” is ${right}`]
  })

/** What others wrote keeps their spelling: posted errors, messages as products print them, and what people search for. */
function ownWords(path: string, text: string): string {
  if (path.endsWith('outcomes.ts')) return text.replace(/^\s*code: .*$/gm, '')
  if (!path.replaceAll('\\', '/').startsWith('guidance/diagnosis/')) return text
  if (path.endsWith('.fixture.ts')) return ''
  return text.replace(/^\s*messages?: .*$/gm, '')
}

test('every term has its one spelling', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|md)$/.test(path) && !path.endsWith('spelling.test.ts'))
    .flatMap((path) => wrongIn(ownWords(path, readFileSync(`src/${path}`, 'utf8'))).map((what) => `${path}: ${what}`))
  expect(found).toEqual([])
})

test('finds a wrong spelling, and none in what is right', () => {
  expect(wrongIn('By E-mail, after a time-out')).toEqual(['“E-mail” is email', '“time-out” is timeout'])
  expect(wrongIn('By email, after a timeout; the back-channel call')).toEqual([])
})
