/** The shell with curl. */
import { curlCommand } from '../../../projections/index.ts'
import type { Snippet } from './contract.ts'

export const curl: Snippet = { id: 'curl', title: 'Shell (curl)', write: (request) => `${curlCommand(request)}\n` }
