/** Days on which an office of a council in England or Wales is open: Monday to Friday, without bank holidays. */
const DAY_MS = 86_400_000

const asDate = (on: string): Date => new Date(`${on}T00:00:00.000Z`)
const plusDays = (on: string, days: number): string =>
  new Date(asDate(on).getTime() + days * DAY_MS).toISOString().slice(0, 10)
/** 0 = Sunday. */
const weekdayOf = (on: string): number => asDate(on).getUTCDay()
const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
const easterOf = (year: number): string => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const firstMonday = (year: number, month: number): string => {
  const first = dayOf(year, month, 1)
  return plusDays(first, (8 - weekdayOf(first)) % 7)
}
const lastMonday = (year: number, month: number): string => {
  const last = dayOf(year, month, 31)
  return plusDays(last, -((weekdayOf(last) + 6) % 7))
}

/** The first weekday from this day on that is not taken: a holiday on a weekend moves. */
const movedFrom = (on: string, taken: readonly string[]): string =>
  weekdayOf(on) % 6 === 0 || taken.includes(on) ? movedFrom(plusDays(on, 1), taken) : on

const bankHolidays = (year: number): readonly string[] => {
  const christmas = movedFrom(dayOf(year, 12, 25), [])
  // Christmas Day on a Sunday: Boxing Day keeps Monday, and Christmas has its day off on Tuesday. The same two days are free.
  const boxing = movedFrom(dayOf(year, 12, 26), [christmas])
  return [
    movedFrom(dayOf(year, 1, 1), []),
    plusDays(easterOf(year), -2),
    plusDays(easterOf(year), 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    christmas,
    boxing,
  ]
}

export const isWorkingDay = (on: string): boolean =>
  weekdayOf(on) % 6 !== 0 && !bankHolidays(Number(on.slice(0, 4))).includes(on)

/** The day that many working days after this one, which itself does not count. */
export const addWorkingDays = (on: string, workingDayCount: number): string => {
  const next = plusDays(on, 1)
  const left = isWorkingDay(next) ? workingDayCount - 1 : workingDayCount
  return left === 0 ? next : addWorkingDays(next, left)
}
