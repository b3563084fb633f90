/** A part of the page that comes later, and that may fail without taking the rest of the page along. */
import { RefreshCw } from 'lucide-react'
import { Component, type ReactNode, Suspense } from 'react'
import { Button } from './button.tsx'

interface PartProps {
  /** What stands there until it has come. */
  readonly loading?: ReactNode
  readonly children: ReactNode
}

/** Waits for what is loaded lazily; where that fails, says so in its place. The address is the run's link, so a reload keeps it. */
export class Part extends Component<PartProps, { readonly problem?: string }> {
  static getDerivedStateFromError(problem: unknown) {
    return { problem: problem instanceof Error ? problem.message : String(problem) }
  }

  override state: { readonly problem?: string } = {}

  override render() {
    const { problem } = this.state
    if (problem === undefined) return <Suspense fallback={this.props.loading}>{this.props.children}</Suspense>
    return (
      <div role="alert" className="pane-title">
        <p>This part of the page could not be shown: {problem}</p>
        <Button size="small" icon={<RefreshCw />} onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    )
  }
}
