export const historyDamaged = {
  warningAboutTheseRecords: 'Warning about these records',
  doNotRelyOn: [
    'Do not rely on this yet.',
    'The records on this site no longer agree with their own history. Something was changed by hand, or the disk is damaged. Nothing new is published until that is explained. If you saved a page or file from here, keep it and compare.',
    'Ask who runs this site',
    ', or',
    'check the history yourself',
  ],
}
