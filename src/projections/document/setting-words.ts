/** Settings and their values in words. */
import type { Settings } from '../../simulation/types.ts'
import type { DescribedSetting, SettingRow, SettingValue } from './types.ts'

/** Settings in the order of the form, for those that an outcome changes. */
export function changedSettings(fields: readonly DescribedSetting[], settings: Settings): readonly SettingValue[] {
  return fields.flatMap((field) => {
    const value = settings[field.id]
    return value === undefined || value === field.default
      ? []
      : [{ label: field.label, value: valueInWords(field, value), isPolicy: field.isPolicy === true }]
  })
}

/** Every setting with its default. */
export function settingRows(fields: readonly DescribedSetting[]): readonly SettingRow[] {
  return fields.map((field) => ({
    label: field.label,
    value: valueInWords(field, field.default),
    group: field.group,
    help: field.help ?? '',
    isPolicy: field.isPolicy === true,
  }))
}

function valueInWords({ options, unit }: DescribedSetting, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') return unit === undefined ? String(value) : `${value} ${unit}`
  return options?.find((option) => option.value === value)?.label ?? (value || '(empty)')
}
