/** A header row → names that are each used once: a second "Other" in place 9 is "Other (9)", a blank one "column 12". */
export const headerNames = (cells: readonly string[]): readonly string[] => {
  const used = new Set<string>()
  return cells.map((cell, index) => {
    const trimmed = cell.replace(/^\uFEFF/, '').trim()
    const bare = trimmed === '' ? `column ${index + 1}` : trimmed
    const name = used.has(foldName(bare)) ? `${bare} (${index + 1})` : bare
    used.add(foldName(name))
    return name
  })
}

/** Names are compared without outer blanks and without case. */
export const foldName = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** Place of a column: its exact name first, else without case; -1 if it is not there. */
export const columnIndex = (names: readonly string[], wanted: string): number => {
  const exact = names.indexOf(wanted.trim())
  return exact >= 0 ? exact : names.findIndex(name => foldName(name) === foldName(wanted))
}

/** Question and choice in two rows → "question / choice"; a blank question is the one on its left. */
export const joinHeader = (questions: readonly string[], choices: readonly string[]): readonly string[] => {
  let question = ''
  return questions.map((cell, index) => {
    const choice = (choices[index] ?? '').trim()
    if (cell.trim() !== '') question = cell.trim()
    return choice === '' || question === '' ? cell : `${question} / ${choice}`
  })
}
