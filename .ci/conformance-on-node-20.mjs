// Lets the MCP conformance suite start on Node 20: its one file imports `globSync` of `fs`, which Node has from version 22 and
// only its command `tier-check` calls. Loaded by `node --import`.
import * as fs from 'node:fs'
import { register } from 'node:module'

const hooks = `
export async function resolve(specifier, context, next) {
  const isSuite = context.parentURL?.includes('/@modelcontextprotocol/conformance/') ?? false
  return specifier === 'fs' && isSuite ? { url: 'shim:fs', shortCircuit: true } : next(specifier, context)
}
export async function load(url, context, next) {
  if (url !== 'shim:fs') return next(url, context)
  const source = "export * from 'node:fs'; export const globSync = () => { throw new Error('needs Node 22') }"
  return { format: 'module', shortCircuit: true, source }
}`

if (!('globSync' in fs)) register(`data:text/javascript,${encodeURIComponent(hooks)}`)
