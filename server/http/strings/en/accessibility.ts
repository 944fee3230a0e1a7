export const accessibility = {
  description: 'How this site can be used, and what we know does not work yet.',
  accessibility: 'Accessibility',
  lede: 'This site should work for everyone. We aim at WCAG 2.2, level AA.',
  withoutScript: 'Without script',
  withoutScriptText: 'Everything works. Charts are tables first; script only draws them.',
  withoutColour: 'Without colour',
  withoutColourText: 'Each mark has its own form. A number and a word stand beside it.',
  byKeyboard: 'By keyboard',
  byKeyboardText: 'Every link and field can be reached, in the order of the page. The first is a link to the content.',
  largeTextSmallScreens: 'Large text, small screens',
  largeTextSmallScreensText: 'Pages reflow down to 320 pixels. Wide tables scroll in their own frame.',
  howWeTest: 'How we test',
  howWeTestText:
    'A program checks each kind of page with axe-core at two widths on every change. That finds only a part.',
  whatWeHaveNot: 'What we have not tested',
  whatWeHaveNotText:
    'Screen readers with people who use them every day, and readers who find reading hard. Quoted words stand as people wrote them.',
  somethingDoesNotWork: 'Something does not work?',
  somethingDoesNotWorkText: 'Tell whoever runs this copy.',
  somethingDoesNotWorkText2: 'Say which page and what you use.',
}
