import type { Command, OptionSpec } from './command.ts'

const optionLine = ([name, { value, meaning }]: [string, OptionSpec]): string =>
  `  ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(26)} ${meaning}`

export const generalHelp = (commands: readonly Command[]): string =>
  [
    'said: follows what people said in a consultation to what was done about it.',
    '',
    'Usage: said <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`),
    '',
    'said <command> --help explains each. Exit codes: 0 done, 1 refused with a reason, 2 wrong use.',
    '',
  ].join('\n')

export const commandHelp = (command: Command, shared: Readonly<Record<string, OptionSpec>>): string =>
  [
    `said ${command.name}: ${command.summary}`,
    '',
    `Usage: said ${command.name} ${command.usage} [options]`.replace('  ', ' '),
    '',
    ...command.details.map(line => `  ${line}`),
    ...(command.details.length === 0 ? [] : ['']),
    'Options:',
    ...Object.entries({ ...command.options, ...shared }).map(optionLine),
    '',
  ].join('\n')
