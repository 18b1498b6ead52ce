import type { staffCare as zh } from '../zh-CN/staff-care.ts';

export const staffCare: typeof zh = {
  help: {
    cities: 'the cities that a member of staff looks after, who is told of firms that do not answer',
    assign: 'name the officer of one firm, before whoever has its city',
    who: 'ID or name of the member of staff',
    noCities: 'of no city in particular: of those that are nobody else’s',
    nobody: 'nobody in particular: whoever has the city',
  },
  citiesOrNone: 'Give one or more cities, or --none; one of the two.',
  whoOrNone: 'Give the ID or the name of a member of staff, or --none; one of the two.',
  citiesSet: ({ name, cities }) =>
    cities === null
      ? `${name} looks after no city in particular.`
      : `${name} looks after: ${cities.join(', ')}.`,
  assigned: ({ firm, officer }) =>
    officer === null
      ? `${firm} has no officer of its own: whoever has its city.`
      : `The officer of ${firm} is ${officer}.`,
};
