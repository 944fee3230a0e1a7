export const feed = {
  site: 'Said & Done: releases, replies and corrections',
  of: (name: string) => `${name}: releases, replies and corrections`,
  release: (title: string, version: string) => `${title}: version ${version}`,
  reply: (name: string, title: string) => `${name} replied on ${title}`,
  declined: (name: string, title: string) => `${name} declined to comment on ${title}`,
  correction: (title: string, subject: string) => `Correction, ${title}: ${subject}`,
  correctionText: (before: string, after: string, reason: string) => `From “${before}” to “${after}”. ${reason}`,
  fictional: (title: string) => `${title} (fictional)`,
  independent: 'Said & Done',
}
