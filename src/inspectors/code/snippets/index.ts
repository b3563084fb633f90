/** The languages in which a recorded request can be had. */
import type { Snippet } from './contract.ts'
import { cSharp } from './csharp.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { javaScript } from './javascript.ts'
import { python } from './python.ts'

/** In the order of the list. */
export const SNIPPETS: readonly [Snippet, ...Snippet[]] = [curl, javaScript, python, go, java, cSharp]
