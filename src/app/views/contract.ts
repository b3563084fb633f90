/** What a view of the run is: one folder that declares its tab, when it is offered, and the panel beneath it. */
import type { ComponentType } from 'react'
import type { AppState } from '../state/store.ts'

/** A view. Its panel fills the pane and reads the store itself. */
export interface View {
  readonly id: string
  /** As its tab says. */
  readonly title: string
  /** Whether the open scenario has something to show in it, sooner or later. */
  isOffered(state: AppState): boolean
  /** Why there is nothing to show yet; its tab waits until then. */
  missing?(state: AppState): string | undefined
  /** Loaded when the view is first looked at, unless it is the first one. */
  readonly Panel: ComponentType
}

/** Declares a view. */
export function defineView(view: View): View {
  return view
}
