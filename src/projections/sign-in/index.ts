/** The sign-in state machine of a run: where it stands, which rows of the server's table applied, and its diagram. */
export { stateDiagram } from './state-diagram.ts'
export { signInWalk, type TableRow } from './walk.ts'
