/** Which words of a text are looked for, and as what: the same for what is searched, what is typed and what is marked. */
import { EMPTY_WORDS } from '../../guidance/diagnosis/index.ts'

/** Words of sentences about sign-ins that tell nothing either, when somebody describes what is wrong. */
const FILLERS: ReadonlySet<string> = new Set(
  'about after again all also always any because before every get gets getting goes happen happens help i just keep keeps me my no only other same some sometimes still very'.split(
    ' ',
  ),
)

/** What people say, and what is written here. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['login', 'sign'],
  ['logins', 'sign'],
  ['signin', 'sign'],
  ['logon', 'sign'],
  ['logged', 'signed'],
  ['logging', 'signing'],
])

/** A word as it is looked for; nothing for one that tells nothing. */
export function termOf(word: string): string | undefined {
  const term = word.toLowerCase()
  return EMPTY_WORDS.has(term) || FILLERS.has(term) ? undefined : (SAME_WORDS.get(term) ?? term)
}
