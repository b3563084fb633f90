/** What an inspector is: one folder that shows one aspect of a step. Its panel is a pure function of these properties. */
import type { ReactNode } from 'react'
import type { SequenceModel, SequenceRow } from '../projections/sequence/types.ts'
import type { Message, Trace } from '../simulation/types.ts'

/** A file of code, as executed. */
interface CodeFile {
  readonly file: string
  /** What it is, in a few words. */
  readonly title: string
  readonly text: string
}

/** A file of code that runs. */
export interface RunningFile extends CodeFile {
  /** The actor whose code it is. */
  readonly actor: string
  /** The file whose place it takes, which does not run. */
  readonly insteadOf?: CodeFile
}

/** The code of the run. */
export interface CodeSource {
  /** In the order to read them. */
  readonly files: readonly RunningFile[]
  /** The actor that the scenario is about. */
  readonly client: string
  /** The flow that this one varies, and the code of its client. */
  readonly variantOf?: { readonly title: string; readonly files: readonly CodeFile[] }
  /** Name and title of each `#region`. A region may go on in another file. */
  readonly regions: readonly { readonly region: string; readonly title: string }[]
  /** The region that makes a message, when one does. */
  regionOf(message: Message): string | undefined
}

/** Where an artifact belongs on one kind of platform, and who can read it there. */
export interface PlatformAdvice {
  /** As its lifecycle notes call it: `access_token`, `client_secret` … */
  readonly artifact: string
  readonly platform: string
  readonly place: string
  readonly readableBy: string
}

/** What every panel is given. */
export interface InspectorProps {
  readonly trace: Trace
  readonly sequence: SequenceModel
  /** The step that is looked at: everything up to it has happened. */
  readonly cursor: number
  /** The selected row of the diagram, if any. */
  readonly selected: SequenceRow | undefined
  /** The artifact that was picked in a view, such as “access token 2”. */
  readonly artifact: string | undefined
  readonly code: CodeSource
  /** The scenario's lesson, Markdown with a `## Step title` section per region. */
  readonly lesson: string
  readonly specs: readonly string[]
  /** The outcome that shows it working, when the current end is a failure that has one. */
  readonly remedy?: { readonly title: string; readonly open: () => void }
  /** What the scenario says about where its artifacts belong. */
  readonly storage: readonly PlatformAdvice[]
  /** Shows who holds an artifact, and where it belongs. */
  onShowStorage(artifact: string): void
  /** Shows what the tokens of the run may do; absent where nothing in the scenario asks for one. */
  readonly onShowAuthorization?: () => void
  /** Selects another row everywhere. */
  onSelect(rowIndex: number): void
}

/** An inspector. Tabs stand in the order given. */
export interface Inspector {
  readonly id: string
  readonly title: string
  readonly order: number
  readonly Panel: (props: InspectorProps) => ReactNode
}

/** Declares an inspector. */
export function defineInspector(inspector: Inspector): Inspector {
  return inspector
}
