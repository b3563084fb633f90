/** Who has an account where: Ada, Bob and the attacker at the upstream server, and the broker’s own accounts. */
import type { Json } from '../../lib/json.ts'
import type { User } from '../../protocol/index.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Note } from '../../simulation/index.ts'
import type { Account, Directory, Person } from './linking.ts'
import type { Settings } from './settings.ts'

/** URL origin of the upstream server, and its issuer identifier. */
export const UPSTREAM = 'https://social.example'

/** What the attacker signs in with, wherever the attacker has an account. */
export const MALLORY = { username: 'mallory', password: 'open sesame' }

/** What Bob signs in with. */
export const BOB = { username: 'bob', password: 'blue tuesday' }

/** The account at the broker that has Ada’s address. */
export const ADAS_ACCOUNT = 'account-1'

const ADAS_ADDRESS = 'ada@example.com'
const ADAS_SUB = '4711'

/** Who can sign in upstream. Anybody may state any address there; some are verified. */
export function upstreamUsers({ newcomer }: Settings): readonly User[] {
  const user = (sub: string, credentials: typeof ADA, name: string, email: string, email_verified: boolean): User => ({
    ...credentials,
    sub,
    claims: { name, email, email_verified },
  })
  const mallory = user('6666', MALLORY, 'Ada L.', ADAS_ADDRESS, false)
  switch (newcomer) {
    case 'address':
      return [user('4712', BOB, 'Bob', ADAS_ADDRESS, true), mallory]
    case 'sub':
      return [user(ADAS_SUB, BOB, 'Bob', 'bob@example.com', true), mallory]
    default:
      return [user(ADAS_SUB, ADA, 'Ada Lovelace', ADAS_ADDRESS, true), mallory]
  }
}

/** The broker’s accounts, as its code works with them, and what the world tells of them. */
export interface BrokerDirectory {
  readonly port: Directory
  noteSignIn(person: Person, account: Account): void
  /** For the world’s snapshots. */
  links(): Json
}

/** Fills `accounts`, which the broker’s authorization server reads, and adds to them. */
export function createDirectory(
  accounts: User[],
  { registered_by, is_linked }: Settings,
  { randomText, note }: { randomText(): string; note(note: Note): void },
): BrokerDirectory {
  const links = new Map<string, string>()
  const keyOf = ({ iss, sub }: Pick<Person, 'iss' | 'sub'>) => `${new URL(iss).host}/${sub}`
  const isAdas = registered_by === 'ada'
  accounts.push({
    ...(isAdas ? ADA : MALLORY),
    sub: ADAS_ACCOUNT,
    claims: { email: ADAS_ADDRESS, email_verified: isAdas },
  })
  if (isAdas && is_linked) links.set(keyOf({ iss: UPSTREAM, sub: ADAS_SUB }), ADAS_ACCOUNT)

  const find = (fits: (user: User) => boolean): Account | undefined => {
    const user = accounts.find(fits)
    if (user === undefined) return undefined
    const { sub, username, claims } = user
    return { sub, username, email: String(claims?.email), email_verified: claims?.email_verified === true }
  }

  return {
    port: {
      linkedTo: (person) => find(({ sub }) => sub === links.get(keyOf(person))),
      withEmail: (email) => find(({ claims }) => claims?.email === email),
      withPassword(username, password) {
        const account = find((user) => user.username === username && user.password === password)
        const passed = account !== undefined
        note({
          type: 'check',
          rule: passed ? 'credentials' : 'invalid_credentials',
          clause: 'policy',
          passed,
          message: `The username and password ${passed ? '' : 'do not '}belong together.`,
        })
        return account
      },
      create({ name, email, email_verified }) {
        const sub = `account-${accounts.length + 1}`
        // Nobody knows its password, so it is opened from upstream alone.
        accounts.push({ username: sub, password: randomText(), sub, claims: { name, email, email_verified } })
        return { sub, username: sub, email, email_verified }
      },
      link(person, { sub }) {
        links.set(keyOf(person), sub)
        note({ type: 'lifecycle', artifact: 'account_link', id: keyOf(person), change: 'issued' })
      },
    },
    noteSignIn(person, { sub }) {
      const { email, email_verified } = person
      note({
        type: 'check',
        rule: 'account',
        clause: 'OpenID Connect Core §5.7',
        passed: true,
        message: `${keyOf(person)} signs in to ${sub}. That server has ${email_verified ? '' : 'not '}verified ${email}.`,
      })
    },
    links: () => [...links].map(([person, account]) => ({ person, account })),
  }
}
