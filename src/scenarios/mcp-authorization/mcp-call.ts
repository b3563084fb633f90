/** Calls of an MCP server by the stateless protocol of revision 2026-07-28: every request says all that there is to know. */
import type { Json } from '../../lib/json.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { type Challenge, readChallenge } from './discovery.ts'

/** A tool as the server describes it. */
export type Tool = {
  readonly name: string
  readonly inputSchema?: { readonly properties?: { readonly [argument: string]: ArgumentSchema } }
}

type ArgumentSchema = {
  readonly type?: string
  /** Under which name the argument is wanted as a header too, `Mcp-Param-…`. */
  readonly 'x-mcp-header'?: string
}

/** A method of MCP and its parameters, such as `tools/call`. */
export type Operation = {
  readonly method: string
  readonly params: { readonly name?: string; readonly arguments?: { readonly [name: string]: Json } }
  /** The tool that is called, where the server has described it. */
  readonly tool?: Tool
}

const VERSION = '2026-07-28'
/** The JSON-RPC error of a server that does not speak the version of the request. */
const UNSUPPORTED_VERSION = -32022
/** How often one operation is sent at most, with what the server asks for in between. */
const MAX_ROUNDS = 5

/** One operation: its result, or what the server wants first. Throws {@link SignInError}. */
export async function callServer(
  globals: ServerGlobals,
  { server, access_token }: { readonly server: string; readonly access_token?: string },
  { method, params, tool }: Operation,
): Promise<{ challenge?: Challenge; result?: unknown }> {
  const { fetch } = globals
  let more: { readonly inputResponses?: object; readonly requestState?: string } = {}
  for (let id = 1; id <= MAX_ROUNDS; id += 1) {
    // #region mcp-call
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': VERSION,
      'io.modelcontextprotocol/clientInfo': { name: 'assistant', version: '1.0.0' },
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const response = await fetch(server, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': VERSION,
        'mcp-method': method,
        ...(params.name !== undefined && { 'mcp-name': params.name }),
        ...argumentHeaders(tool, params.arguments),
        ...(access_token !== undefined && { authorization: `Bearer ${access_token}` }),
      },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, ...more, _meta } }),
    })
    const challenge = readChallenge(response.headers.get('www-authenticate') ?? '')
    if (response.status === 401) return { challenge }
    if (response.status === 403 && challenge.error === 'insufficient_scope') return { challenge }
    // Instances of different versions behind one address: another one may answer the next time.
    if (response.status === 400 && id === 1 && speaksVersion(await response.json())) continue
    if (!response.ok) throw new SignInError(`http_${response.status}`, `The MCP server answered ${response.status}.`)
    const { result, error } = await response.json()
    if (error !== undefined) throw new SignInError(`mcp_${error.code}`, error.message)
    if (result?.resultType !== 'input_required') return { result }
    // It has said that it can ask nobody, so every question is declined; the state goes back as it came.
    const { inputRequests = {}, requestState } = result
    const declined = Object.keys(inputRequests).map((question) => [question, { action: 'decline' }])
    more = { inputResponses: Object.fromEntries(declined), ...(requestState !== undefined && { requestState }) }
    // #endregion
  }
  throw new SignInError('input_required', `The MCP server still asks after ${MAX_ROUNDS} rounds.`)
}

/** True when a refusal of the version names this very one among those that the server speaks. */
function speaksVersion({ error }: { error?: { code?: number; data?: { supported?: readonly string[] } } }): boolean {
  return error?.code === UNSUPPORTED_VERSION && error.data?.supported?.includes(VERSION) === true
}

/** The arguments that the tool wants as headers too, for whoever routes requests without reading them; what is `null` is left out. */
function argumentHeaders(tool: Tool | undefined, given: Operation['params']['arguments'] = {}): Record<string, string> {
  const wanted = Object.entries(tool?.inputSchema?.properties ?? {}).flatMap(([argument, schema]) => {
    const [header, value] = [schema['x-mcp-header'], given[argument]]
    return header === undefined || value === undefined || value === null ? [] : [[header, String(value)] as const]
  })
  return Object.fromEntries(wanted.map(([header, value]) => [`mcp-param-${header}`, headerValue(value)]))
}

/** A value as a header can carry it: as it is, or else in Base64 and marked so. */
function headerValue(text: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(text) && text === text.trim() && !text.startsWith('=?base64?')
  return isPlain ? text : `=?base64?${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}?=`
}

/** The tools whose headers can be sent; one with a header that cannot is not there for the client. */
export function usableTools(tools: readonly Tool[]): readonly Tool[] {
  return tools.filter(({ inputSchema }) => {
    const marked = Object.values(inputSchema?.properties ?? {}).filter((schema) => 'x-mcp-header' in schema)
    const names = marked.map((schema) => String(schema['x-mcp-header']).toLowerCase())
    const isSendable = ({ type = '', 'x-mcp-header': name = '' }: ArgumentSchema) =>
      ['string', 'integer', 'boolean'].includes(type) && /^[!#$%&'*+.^_`|~\w-]+$/.test(name)
    return marked.every(isSendable) && new Set(names).size === names.length
  })
}
