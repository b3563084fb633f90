/** Buttons that show an icon only. */
import { Button, type ButtonProps } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

/** What the icon means: its accessible name, and the tooltip together with its shortcut or the reason why not. */
export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'title'> {
  readonly label: string
  /** The key that does the same. */
  readonly shortcut?: string
}

/** An icon with a name and a tooltip. */
export function IconButton({ label, shortcut, ...rest }: IconButtonProps) {
  const hint = shortcut === undefined ? label : `${label} (${shortcut})`
  return (
    <Tooltip text={rest.unavailable === undefined ? hint : `${label}: ${rest.unavailable}`}>
      <Button look="quiet" aria-label={label} {...rest} />
    </Tooltip>
  )
}
