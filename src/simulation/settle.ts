/**
 * When a run is settled: every operation that was begun has been handed back, and the microtasks that followed have run.
 *
 * WebCrypto and the loading of code are the only real asynchrony inside a run. What they bring is handed back one at a time,
 * each in a turn of its own, operations in the order in which they were begun: neither how long one takes nor whether its
 * result was known already shows in what follows. An operation counts until its turn, and the count is read in a turn, so
 * it does not matter when an engine runs the reactions of the promises that it settles itself.
 */
import { afterMicrotasks } from './turns.ts'

/** An operation that is under way, or back and not handed on yet. */
interface Operation {
  handBack?: () => void
}

/** In the order in which they were begun. */
const operations: Operation[] = []
let loads = 0
const waiting: (() => void)[] = []
let isTurnDue = false

/** Counts an operation as work of the run and hands back what it brings when its turn has come. It must wait for no other one. */
export function inOrder<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const operation: Operation = {}
    operations.push(operation)
    const isBack = (handBack: () => void) => {
      operation.handBack = handBack
      askForTurn()
    }
    work.then(
      (result) => isBack(() => resolve(result)),
      (error: unknown) => isBack(() => reject(error)),
    )
  })
}

/** The same for a result that is known already. */
export function inOrderAtOnce<Result>(result: Result): Promise<Result> {
  return new Promise((resolve) => {
    operations.push({ handBack: () => resolve(result) })
    askForTurn()
  })
}

/** Counts work that may itself wait for operations, such as loading a server and starting it. */
export async function countPending<Result>(work: Promise<Result>): Promise<Result> {
  loads += 1
  await work.then(
    () => undefined,
    () => undefined,
  )
  loads -= 1
  return inOrder(work)
}

/** Resolves when everything that can go on by itself has come to rest. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    askForTurn()
  })
}

function askForTurn(): void {
  if (isTurnDue) return
  isTurnDue = true
  afterMicrotasks(takeTurn)
}

/** Hands one thing back: what it sets going has a turn to itself. */
function takeTurn(): void {
  isTurnDue = false
  const [first] = operations
  if (first?.handBack !== undefined) {
    operations.shift()
    first.handBack()
  } else if (first === undefined && loads === 0) waiting.shift()?.()
  // What is under way asks for a turn when it is back.
  else return
  if (operations.length > 0 || waiting.length > 0) askForTurn()
}
