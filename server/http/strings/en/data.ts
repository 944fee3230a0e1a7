export const data = {
  description: 'Every list on this site as CSV and JSON, and what the columns mean.',
  lede: ['Every list on this site is also a CSV and a JSON file. Add', 'or', 'to its address. The rows are the same.'],
  whatIsInA: 'What is in a file',
  whatIsInAText:
    'The rows of the page, all of them. The day the records run up to, the version, the method and the licence. Made-up data says “fictional” in each row.',
  wordsOfPeople: 'Words of people',
  wordsOfPeopleText:
    'Only texts a person has released, or the source had published. Where words are not shown the cell is empty. The point is still there.',
  csvText:
    'UTF-8 with a byte order mark, commas, CRLF, quotes doubled. A text cell that begins like a formula gets one apostrophe in front, so that no spreadsheet runs it. Take exactly one off to get the text back. Our own numbers are not changed.',
  jsonText: 'Text exactly as it is, with no apostrophe added.',
  twoLevels: 'Two levels',
  twoLevelsText: [
    'Columns that begin with',
    'hold what the council says. Columns',
    'and',
    'hold what the records show. They are never mixed.',
  ],
  licence: 'Licence',
  licenceText:
    'Our data: CC BY 4.0. Quoted official text keeps its own licence. The words people sent us are not licensed out.',
  howToCite: 'How to cite',
  howToCiteText: 'Give the address, the version and the day. Each consultation page has the line ready.',
  addresses: 'Addresses',
  pointsFile: 'All points with result and what the council says. Takes the same choices as the page:',
  ideasFile: 'Ideas with their points counted.',
  topicsFile: 'The table behind the topics chart.',
  indicatorsFile: 'Every figure with count, total, range and the way the range was made.',
  statedFile: 'What the council says, by topic, area and who sent it.',
  evidenceFile: 'Every document, and every gap with who holds it.',
  packageFile:
    'All public records as a Frictionless data package. It names each file, with its types, size and SHA-256.',
  openapiFile: ['Every JSON answer described', ', for programs.'],
  feedFile: ['Releases, replies and corrections', 'as Atom. Each council and each consultation has its own.'],
  methodFile: 'The indicators and how each is counted.',
}
