/** Every origin that a scenario may simulate. All are under `.example`, which nobody can register (RFC 2606 §2). */

/**
 * URL origins that are answered inside the page. The content security policy of the built page lets a script connect
 * to these alone, and the service worker answers for these alone; a scenario with a new party adds its origin here.
 */
export const SIMULATED_ORIGINS: readonly string[] = [
  'https://app.example',
  'https://auth.example',
  'https://api.example',
  'https://service-b.example',
  'https://payroll.example',
  'https://partner.example',
  'https://phone.example',
  'https://attacker.example',
]
