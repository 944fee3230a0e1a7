/** Letters of a character gram: 4 found misspelt words best of 3, 4 and 5 (ibm-kpa-2021 train). */
const GRAM_LENGTH = 4

/** Character grams of a word with its edges marked: "cross" → "_cro", "cros", "ross", "oss_". Each once. */
export const gramsOfWord = (word: string): readonly string[] => {
  const marked = `_${word}_`
  if (marked.length <= GRAM_LENGTH) return [marked]
  const grams = new Set<string>()
  for (let at = 0; at + GRAM_LENGTH <= marked.length; at += 1) grams.add(marked.slice(at, at + GRAM_LENGTH))
  return [...grams]
}
