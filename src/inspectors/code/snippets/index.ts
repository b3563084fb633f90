/** The languages in which a recorded request can be had. */
import { type HttpRequest, isSimulated } from '../../../http/index.ts'
import type { Snippet } from './contract.ts'
import { cSharp } from './csharp.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { javaScript } from './javascript.ts'
import { python } from './python.ts'

/** In the order of the list. */
export const SNIPPETS: readonly [Snippet, ...Snippet[]] = [curl, javaScript, python, go, java, cSharp]

/** The program, unless the request is for a real host: a link may hold any address, and nobody should run it by mistake. */
export function writeSnippet(snippet: Snippet, request: HttpRequest): string {
  return isSimulated(request.url)
    ? snippet.write(request)
    : 'This request is for no simulated host, so no program is written for it.\n'
}
