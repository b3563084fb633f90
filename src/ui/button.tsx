/** Buttons: one look for every place. */
import type { ComponentProps, ReactNode } from 'react'
import './button.css'

/** What a button says and how loud it is. */
export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'regular' | 'small'
  readonly icon?: ReactNode
  /** Why it does nothing now. The button stays focusable, so that the reason can be found. */
  readonly unavailable?: string | undefined
}

/** A button with a word, an icon, or both; one without a word needs an `aria-label`, see {@link IconButton}. */
export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'regular', icon, unavailable, children, onClick, title, ...rest } = props
  const isUnavailable = unavailable !== undefined
  return (
    <button
      type="button"
      {...rest}
      className={`button ${rest.className ?? ''}`}
      data-look={look}
      data-size={size}
      data-icon-only={children === undefined || undefined}
      aria-disabled={isUnavailable || undefined}
      title={unavailable ?? title}
      onClick={isUnavailable ? undefined : onClick}
    >
      {icon}
      {children !== undefined && <span className="button-label">{children}</span>}
    </button>
  )
}
