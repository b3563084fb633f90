/** Reading a JSON object out of text that somebody else wrote. */
import type { Json } from '../../lib/json.ts'

/** A JSON object whose members are not yet known. */
export type JsonObject = Readonly<Record<string, Json | undefined>>

/** The object a JSON text stands for, or `undefined` when it is not JSON or not an object. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}
