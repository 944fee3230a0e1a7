import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium, or null where there is none: then browser tests are skipped, and say so. */
export const openChromium = async (): Promise<Browser | null> => {
  const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find(path => path !== '' && existsSync(path))
  if (executablePath === undefined) return null
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
}
