/** The words that servers explain errors with. Others may be somebody's name, and are replaced. */
import { HARMLESS, SORTS } from './vocabulary.ts'

const WORDS =
  'a able about access account accepted action active add admin administrator after again allowed already an and any api app application applications approval approved are as asked assertion assigned at audience authenticate authenticated authentication authorisation authorization authorize authorized be because been before belongs both but by call called callback can cannot challenge check choose claim claims client clients code configured confidential consent contact contains cookie cookies could credentials current declined denied device differ different differs disabled do does domain due else enabled endpoint enough enrolled error exact exactly exist exists expected expire expired expires factor failed failure fetch field find first flow for format found from given grant granted grants has have header here hint id identity if in inactive incorrect information initiate insufficient interaction internal invalid is issued issuer it its jwt key known later least less level lifetime limit locked log logged login logout long longer malformed match matches may message method missing mismatch more must name needed needs no none nonce not nothing now null of offline on once one only openid or origin other out page parameter parameters passed password path permission permissions permitted pkce please policy post present presented previous prompt proof property protected provide provided public query reason received redirect redirection refresh refused register registered registration rejected replayed request requested requests require required requires resource response retry revoked role rotated rule same scope scopes secret seconds see send sent server service session set sign signature signed since single so specified start started state step still subject such supplied support supported temporarily tenant than that the then there these this time to token tokens too trace tried try type unable unauthorized unavailable unique unknown unregistered unsupported until unverified uri url use used user valid value verification verifier verified verify version was we wait were when which while whose will with within without wrong you your'

/** Error codes of the specifications, which servers repeat in sentences. */
const CODES =
  /^(?:invalid|unsupported|unauthorized|insufficient|access|login|consent|interaction|account)_[a-z_]{1,40}$/

const KNOWN: ReadonlySet<string> = new Set([...WORDS.split(' '), ...HARMLESS.keys(), ...SORTS.keys()])

/** True for a word that says nothing of anybody: of the list, a short number, a code such as `AADSTS50011`. */
export function isPlainWord(word: string): boolean {
  return (
    KNOWN.has(word.toLowerCase()) ||
    CODES.test(word) ||
    /^(?:\d{1,3}|[A-Z]{3,8}\d{4,8}|RFC|S256|PKCE|(?:is|was|does|do|can|has)n[’']t)$/.test(word)
  )
}
