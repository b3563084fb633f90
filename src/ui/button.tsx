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

/** A button with a word, an icon, or both. One without a word needs an `aria-label`, and a tooltip around it. */
export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'regular', icon, unavailable, children, onClick, title, ...rest } = props
  const isUnavailable = unavailable !== undefined
  const hasWord = children !== undefined
  return (
    <button
      type="button"
      {...rest}
      className={`button ${rest.className ?? ''}`}
      data-look={look}
      data-size={size}
      data-icon-only={!hasWord || undefined}
      aria-disabled={isUnavailable || undefined}
      aria-description={unavailable ?? rest['aria-description']}
      title={(hasWord ? unavailable : undefined) ?? title}
      onClick={isUnavailable ? undefined : onClick}
    >
      {icon}
      {hasWord && <span className="button-label">{children}</span>}
    </button>
  )
}
