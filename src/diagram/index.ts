/** The live sequence diagram. */
export { CredentialChip } from './credential-chip.tsx'
export { SequenceDiagram } from './sequence-diagram.tsx'
