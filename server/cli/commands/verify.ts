import { verifyHistory, type VerifiedHistory } from '../../usecases/history/verify-history.ts'
import { textOption, UsageError, type Command } from '../command.ts'

const summary = ({ entryCount, recordCount, checkpointCount, areSignaturesChecked }: VerifiedHistory): string => {
  const signed = areSignaturesChecked ? '' : ' (who signed them was not checked: there is no key here, give --key)'
  return `Checked ${recordCount} records against ${entryCount} entries and ${checkpointCount} checkpoints${signed}.`
}

const verdict = ({ faults }: VerifiedHistory): string =>
  faults.length === 0
    ? 'Every record is what was logged.'
    : [
        `${faults.length} things differ from what was logged:`,
        ...faults.map(({ code, message }) => `  ${code}: ${message}`),
      ].join('\n')

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'checks every record against the history that nobody can quietly change',
  usage: '',
  details: [
    'Recomputes every hash, replays the history and compares each record with its seal. Names each record that differs.',
    'Exit code 1 if anything differs. It cannot see a history that was rewritten whole: for that there is "said witness".',
  ],
  options: {
    key: {
      type: 'string',
      value: 'KEY',
      meaning: 'Published key of the log (name+id+base64). Else that of the key file.',
    },
  },
  run: async invocation => {
    if (invocation.positionals.length > 0) throw new UsageError('Expected no argument. The store is named with --db.')
    const verified = await verifyHistory(await invocation.deps(), {
      keyText: textOption(invocation, 'key'),
    })
    const { replay: _, ...json } = verified
    const isWhole = verified.faults.length === 0
    return { json: { isWhole, ...json }, text: `${summary(verified)}\n${verdict(verified)}`, isRefused: !isWhole }
  },
}
