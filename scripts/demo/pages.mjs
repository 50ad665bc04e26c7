// The pages people share. `{rubrics.www}` in a script is the spelling `www` of the page `rubrics`; `{rubrics}` the plain one.
// Hosts are reserved names (example.org and its like); Google and YouTube ids are made up.
// The two short links lead nowhere: offline nobody can tell what is behind them, so they count as pages of their own.

export const PAGES = {
  // 3 April
  rubrics: {
    plain: 'https://sbg.example.com/rubrics',
    http: 'http://sbg.example.com/rubrics',
    www: 'https://www.sbg.example.com/rubrics/',
    utm: 'https://sbg.example.com/rubrics?utm_source=twitter&utm_medium=social',
  },
  reassess: {
    plain: 'https://docs.google.com/document/d/1iaEdReassessForm4x-DEMO_q7/edit',
    http: 'http://docs.google.com/document/d/1iaEdReassessForm4x-DEMO_q7/edit',
  },
  zero: {
    plain: 'https://www.youtube.com/watch?v=zErOs0Demo1',
    http: 'http://youtube.com/watch?v=zErOs0Demo1',
    short: 'https://youtu.be/zErOs0Demo1',
  },
  letter: {
    plain: 'https://prairie-schools.example.edu/sbg/parent-letter.pdf',
    www: 'http://www.prairie-schools.example.edu/sbg/parent-letter.pdf',
  },
  book: { plain: 'https://www.example.org/reading/grading-conversations' },
  points: {
    plain: 'https://fernsmath.example.net/2016/03/no-more-points',
    utm: 'https://fernsmath.example.net/2016/03/no-more-points/?utm_source=twitterfeed&utm_medium=twitter&utm_campaign=march',
  },
  habits: {
    plain: 'https://cedarhollow.example.edu/habits-of-work-scale',
    slash: 'https://cedarhollow.example.edu/habits-of-work-scale/',
  },
  feedback: { bitly: 'http://bit.ly/zz-iaed-feedbk9' },
  deal: { plain: 'http://deals.example.com/posters?ref=fivechats' },

  // 10 April
  guide: {
    plain: 'https://prairie-schools.example.edu/slc/guide',
    http: 'http://prairie-schools.example.edu/slc/guide/',
    utm: 'https://prairie-schools.example.edu/slc/guide?utm_source=twitter&utm_campaign=spring16',
  },
  portfolio: {
    plain: 'https://portfolio-demo.example.com/tour',
    http: 'http://www.portfolio-demo.example.com/tour',
  },
  invite: { plain: 'https://docs.google.com/document/d/1slcInvite3Lang-DEMO_zz8/edit' },
  slcvideo: {
    plain: 'https://www.youtube.com/watch?v=sLcDemo2016',
    short: 'https://youtu.be/sLcDemo2016',
  },
  visits: {
    plain: 'https://homevisits.example.org/start-here',
    http: 'http://homevisits.example.org/start-here/',
  },
  postcard: { plain: 'https://www.example.org/templates/good-news-postcard' },
  starters: { bitly: 'http://bit.ly/zz-iaed-starters3' },

  // 17 April
  menu: {
    plain: 'https://pl.example.com/choice-menu',
    http: 'http://pl.example.com/choice-menu',
    www: 'https://www.pl.example.com/choice-menu/',
    utm: 'https://pl.example.com/choice-menu?utm_source=twitter&utm_medium=social&utm_campaign=iaedchat',
    slash: 'https://pl.example.com/choice-menu/',
  },
  badges: {
    plain: 'https://badges.example.org/microcredentials',
    http: 'http://badges.example.org/microcredentials/',
  },
  edcamp: {
    plain: 'https://edcampprairie.example.org/2016',
    slash: 'https://edcampprairie.example.org/2016/',
  },
  pineapple: {
    plain: 'https://www.example.org/pd/pineapple-chart',
    bare: 'https://example.org/pd/pineapple-chart',
  },
  podcast: { plain: 'https://podcast.example.net/episodes/41-lunch-table-pd' },
  labvideo: {
    plain: 'https://www.youtube.com/watch?v=pLdEmo17apr',
    short: 'https://youtu.be/pLdEmo17apr',
  },
  survey: { plain: 'https://docs.google.com/forms/d/1plSurveyDEMO_x41/viewform' },
  article: { plain: 'https://journal.example.edu/articles/10.5555/pl.2016.17' },

  // every week
  archive: {
    plain: 'https://iaedchat.example.org/archive',
    http: 'http://iaedchat.example.org/archive/',
  },
  // Not a page anybody shares: the hashtag's own page.
  hashtag: { plain: 'https://twitter.com/hashtag/iaedchat?f=tweets' },
};
