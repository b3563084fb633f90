/** The words that servers explain errors with. Others may be somebody's name, and are replaced. */
import { REGISTERED_NAMES } from '../../reference/registered-names.ts'
import { REGISTERED_VALUES } from '../../reference/registered-values.ts'
import { isInPlainCase } from './vocabulary.ts'

const WORDS =
  "a able about accepted access account action active add admin administrator after again allowed already an and any api app application applications approval approved are as asked assertion assigned at audience authenticate authenticated authentication authorisation authorization authorize authorized basic be bearer because been before belongs both but by call callback called can can't cannot can’t challenge check choose claim claims client clients code confidential configured consent contact contains cookie cookies could credentials current decision declined denied device differ different differs disabled do does doesn't doesn’t domain don't don’t dpop due else enabled endpoint enough enrolled error exact exactly exist exists expected expire expired expires factor failed failure fetch field find first flow for format found from given grant granted grants has hasn't hasn’t have header here hint id identity if in inactive incorrect information initiate insufficient interaction internal invalid is isn't isn’t issued issuer it its jwt key known later least less level lifetime limit locked log logged login logout long longer malformed match matches may message method mismatch missing more must name needed needs no nonce none not nothing now null of offline on once one only openid or origin other out page parameter parameters passed password path permission permissions permitted pkce please policy post present presented previous prompt proof property protected provide provided public query reason received redirect redirection refresh refused register registered registration rejected replayed request requested requests require required requires resource response retry revoked rfc role rotated rule same scope scopes seconds secret see send sent server service session set sign signature signed since single so specified start started state step still subject such supplied support supported temporarily tenant than that the then there these this time to token tokens too trace transaction tried try type unable unauthorized unavailable unique unknown unregistered unsupported until unverified uri url use used user valid value verification verified verifier verify version wait was wasn't wasn’t we were when which while whose will with within without wrong you your"

/** How vendors number their errors: `AADSTS50011`. */
const NUMBERED = /^(?:AADSTS|AADB2C|IDX)\d{4,8}$/

const KNOWN: ReadonlySet<string> = new Set([
  ...WORDS.split(' '),
  ...REGISTERED_NAMES,
  ...[...REGISTERED_VALUES.values()].flatMap((values) => [...values]),
])

/** True for a word that says nothing of anybody. */
export function isPlainWord(word: string): boolean {
  return isInPlainCase(word, KNOWN) || NUMBERED.test(word)
}
