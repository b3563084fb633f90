/** Floor 2: a real login that was recorded as a HAR, checked against the rules of the specifications and redacted. */
export { CaptureError } from './reading/entry-scanner.ts'
export { createHarReader } from './reading/har-reader.ts'
export type { ShownHosts } from './redaction/hosts.ts'
export { analyse, type CaptureReport, type CheckedRule, type Finding } from './report.ts'
