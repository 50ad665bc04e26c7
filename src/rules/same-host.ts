/** Hosts that are doors of one site: with and without `www.`, for phones, for one country. */

// Only where the same path behind either door is known to be the same page: `m.` may as well be a site of its own.
const DOORS = new Map(
  Object.entries({
    'facebook.com': 'm.facebook.com mbasic.facebook.com touch.facebook.com web.facebook.com fb.com',
    'youtube.com': 'm.youtube.com youtube-nocookie.com',
    'twitter.com': 'mobile.twitter.com m.twitter.com x.com mobile.x.com',
    'reddit.com': 'm.reddit.com i.reddit.com np.reddit.com old.reddit.com new.reddit.com amp.reddit.com',
    'instagram.com': 'm.instagram.com instagr.am',
    'nytimes.com': 'mobile.nytimes.com',
    'theguardian.com': 'amp.theguardian.com guardian.co.uk',
    'bbc.co.uk': 'm.bbc.co.uk',
    'bbc.com': 'm.bbc.com',
    'imdb.com': 'm.imdb.com',
    'soundcloud.com': 'm.soundcloud.com',
    'twitch.tv': 'm.twitch.tv',
    'wikihow.com': 'm.wikihow.com',
    'xkcd.com': 'm.xkcd.com',
    'wikidata.org': 'm.wikidata.org',
  }).flatMap(([site, doors]) => doors.split(' ').map((door) => [door, site] as const)),
);

const WIKI = /^([a-z-]+)\.m\.(wik(?:ipedia|imedia|tionary|ibooks|inews|iquote|isource|iversity|ivoyage)\.org)$/;
const AMAZON = /^(?:smile|m)\.(amazon\.(?:com?\.)?[a-z]{2,3})$/;

// Blogger sent each reader from the blog's address to that of the reader's country.
const BLOG = /^([a-z0-9-]+)\.blogspot\.([a-z.]+)$/;
const BLOG_ENDINGS = new Set(
  `ae al am ba be bg bj ca cf ch cl co.at co.id co.il co.ke co.nz co.uk co.za com com.ar com.au com.br com.by com.co com.cy com.ee com.eg
   com.es com.mt com.ng com.tr com.uy cv cz de dk fi fr gr hk hr hu ie in is it jp kr li lt lu md mk mr mx my nl no pe pt qa re ro rs ru
   se sg si sk sn su td tw ug vn`.split(/\s+/),
);

/** The one host of a site, for any of its doors; the host itself where nothing else is known. Lower case in and out. */
export function sameHost(host: string): string {
  const bare = withoutWww(host);
  const [, blog, ending = ''] = BLOG.exec(bare) ?? [];
  if (blog !== undefined && BLOG_ENDINGS.has(ending)) return `${blog}.blogspot.com`;
  return DOORS.get(bare) ?? bare.replace(WIKI, '$1.$2').replace(AMAZON, '$1');
}

// As often as it stands there, so that twice is once; `www.com` is a site.
function withoutWww(host: string): string {
  let bare = host;
  while (bare.startsWith('www.') && bare.includes('.', 4)) bare = bare.slice(4);
  return bare;
}
