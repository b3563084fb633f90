/** Tells a recording of a browser, a run and anything else apart, by what they begin with. */
import { isSvg } from '../../share/index.ts'

const HEAD_BYTES = 4096
/** No saved run is as large. */
const MOST_OF_A_RUN_BYTES = 20_000_000
/** A link of ours, the part of it behind the #, or a file that says of itself what it is. */
const LOOKS_LIKE_A_RUN = /^\s*(?:\{\s*"format"\s*:\s*"authlane-|(?:https?:\/\/\S+)?#?p?\d{1,4}\.[\w-]{10})/
/** A link to a table of the policy lab, or the part of it behind the #; without the # only one that is whole, as a path may begin like that. */
const LOOKS_LIKE_THE_LAB =
  /^\s*(?:(?:https?:\/\/\S+)?(?:#|%(?:25)?23)lab(?:\/|%(?:25)?2f)|lab\/[a-z0-9-]+\/(?:attack|defence)\/[\w-]+\s*$)/i
const LOOKS_LIKE_A_RECORDING = /^\ufeff?\s*\{\s*"log"\s*:/

/** True for a text that begins like a HAR. */
export function isRecordingText(text: string): boolean {
  return LOOKS_LIKE_A_RECORDING.test(text.slice(0, HEAD_BYTES))
}

/** True for a text that begins like a link to a run, a playlist or the policy lab, like a file that was saved here, or like a picture. */
export function isRunText(text: string): boolean {
  const head = text.slice(0, HEAD_BYTES)
  return LOOKS_LIKE_A_RUN.test(head) || LOOKS_LIKE_THE_LAB.test(head) || isSvg(text)
}

/** True for a file that begins like a HAR, is called one, or is too large for anything else. */
export async function isRecordingFile(file: File): Promise<boolean> {
  if (/\.har$/i.test(file.name) || file.size > MOST_OF_A_RUN_BYTES) return true
  return isRecordingText(await file.slice(0, HEAD_BYTES).text())
}
