// The people of the demo archive. Every one of them is invented, and so is every town.
// The short name in front is what the session scripts use; `@maya` in a script becomes the handle.
// A handle is at most 15 characters, as on Twitter, with an odd part in it so that it belongs to nobody.

const LIST = [
  // short, handle, name, role, place
  ['maya', 'LindqvistLeads7', 'Maya Lindqvist', 'elementary principal', 'Cedar Hollow, Iowa'],
  ['dev', 'dev_okafor_k12x', 'Devin Okafor', 'high school principal', 'Prairie Bend, Iowa'],
  ['rosa', 'RosaTeach_pbl9', 'Rosa Marchetti-Dunn', 'instructional coach', 'Nodaway Falls, Iowa'],
  ['priya', 'PriyaPLdesign_q', 'Priya Venkatesan', 'director of professional learning', 'Ellis Grove, Wisconsin'],
  ['tom', 'MrTomH_gr6sci', 'Tom Halvorsen', '6th grade science', 'Cedar Hollow, Iowa'],
  ['oak', 'MsOakley_gr4x', 'June Oakley', '4th grade', 'Larch Prairie, Minnesota'],
  ['abe', 'abe_mathlab77q', 'Abe Thornquist', 'high school math', 'Prairie Bend, Iowa'],
  ['nina', 'NinaK_kinderzz', 'Nina Kowalczyk', 'kindergarten', 'Cedar Hollow, Iowa'],
  ['raul', 'ElProfeRaul_9x', 'Raúl Ibáñez-Cole', 'Spanish 1-4', 'Los Olmos, Texas'],
  ['gwen', 'GwenLib_stacks8', 'Gwen Farraday', 'teacher librarian', 'Half Moon Bluff, Iowa'],
  ['hank', 'HankPE_movez4', 'Hank Dubois', 'physical education', 'Dubray, Iowa'],
  ['sue', 'SuptSue_tri3rv', 'Sue Ellen Varga', 'superintendent', 'Tri-Rivers, Iowa'],
  ['liam', 'liam_ss_wonder4', 'Liam Prescott-Yu', '7th grade social studies', 'Wapsi Creek, Iowa'],
  ['dee', 'DeeSped_voice2', 'Dee Ann Harlow', 'special education', 'Nodaway Falls, Iowa'],
  ['kofi', 'KofiCodes_edx9', 'Kofi Mensah-Boyd', 'technology coach', 'Platte Fork, Nebraska'],
  ['ana', 'AnaELL_puente5', 'Ana Luísa Ferreira', 'ELL teacher', 'Prairie Bend, Iowa'],
  ['bert', 'bert_aea_zone14', 'Bert Nyland', 'area education consultant', 'Wapsi Creek, Iowa'],
  ['cora', 'CoraArt_mosaic7', 'Cora Beltrán', 'K-8 art', 'Half Moon Bluff, Iowa'],
  ['zach', 'zach_band_tubaq', 'Zach Oyelaran', 'band director', 'Larch Prairie, Minnesota'],
  ['ivy', 'IvyPreservice_x', 'Ivy Castellano', 'preservice teacher', 'Nodaway Falls, Iowa'],
  ['moe', 'moe_counsel_ms3', 'Moe Rahimi', 'middle school counselor', 'Cedar Hollow, Iowa'],
  ['ell', 'EllenWrites_k8q', 'Ellen Sorokin', 'language arts', 'Wapsi Creek, Iowa'],
  ['gus', 'GusAg_barn2ffa', 'Gus Brandvold', 'agriculture teacher', 'Elk Slough, South Dakota'],
  ['tess', 'TessSTEM_bldr6', 'Tess Whitlock', 'STEM teacher', 'Tri-Rivers, Iowa'],
  ['wade', 'WadeAP_assist9', 'Wade Colburn', 'assistant principal', 'Ferry Landing, Missouri'],
  ['jo', 'JoReads_gr2_zip', 'Jo Pellerin', '2nd grade', 'Cedar Hollow, Iowa'],
  ['fern', 'FernSBG_mrs11', 'Fern Aldous', 'middle school math', 'Wapsi Creek, Iowa'],
  ['ray', 'RaySkeptic_hst7', 'Ray Toland', 'US history', 'Coal Fork, Illinois'],
  ['kit', 'kit_chem_lab8x', 'Kit Sandoval', 'chemistry', 'Platte Fork, Nebraska'],
  ['lou', 'LouPrin_ret3red', 'Lou Baptiste', 'retired principal', 'Half Moon Bluff, Iowa'],
  ['mei', 'MeiLin_coachq5', 'Mei-Lin Archer', 'math coach', 'Salal Harbor, Washington'],
  ['ozzie', 'OzzieTechDir_4z', 'Ozzie Kranz', 'technology director', 'Tri-Rivers, Iowa'],
  ['pat', 'PatBloom_board6', 'Patricia Bloom', 'parent and board member', 'Cedar Hollow, Iowa'],
  ['quin', 'quinn_gr7_ontx', 'Quinn Desrosiers', 'grade 7', 'Lac-aux-Huards, Ontario'],
  ['bea', 'BeaAussie_yr5z', 'Bea Hollings', 'Year 5', 'Wattle Gully, Victoria'],
  ['nate', 'NateNewTch_1stx', 'Nate Grubb', 'first-year teacher', 'Ferry Landing, Missouri'],
  ['hal', 'HalDataCoach_5q', 'Hal Winterbourne', 'data coach', 'Prairie Bend, Iowa'],
  ['skye', 'SkyeMusic_k5qq', 'Skye Adeyemi', 'elementary music', 'Cedar Hollow, Iowa'],
  ['art', 'ArtieShop_weld6', 'Artie Lundgren', 'industrial technology', 'Elk Slough, South Dakota'],
  ['dot', 'DotFCS_kitch7n', 'Dot Renfro', 'family and consumer science', 'Ferry Landing, Missouri'],
  ['val', 'ValPrin_rural9k', 'Valerie Dietz', 'K-12 principal', 'Sandhill Crossing, Nebraska'],
  ['ned', 'NedCurric_map2x', 'Ned Asplund', 'curriculum director', 'Larch Prairie, Minnesota'],
  ['uma', 'UmaGifted_tagz3', 'Uma Sethi', 'gifted and talented', 'Tri-Rivers, Iowa'],
  ['eli', 'eli_physics_vec', 'Eli Nakamura-Ross', 'physics', 'Prairie Bend, Iowa'],
  ['flo', 'FloNurse_sch00l', 'Flo Hendricks', 'school nurse', 'Cedar Hollow, Iowa'],
  ['rich', 'RichEng_mitten3', 'Rich Vandermolen', 'high school English', 'Ann Arbor, Michigan'],
  ['ty', 'TyCoach_hoopz5', 'Ty Broussard', 'business teacher and coach', 'Los Olmos, Texas'],
  ['bo', 'BoEdcamp_org12z', 'Bo Lindahl', 'edcamp organizer', 'Nodaway Falls, Iowa'],
  ['gabe', 'GabeVirtual_oh7', 'Gabe Santangelo', 'virtual school teacher', 'Buckeye Hollow, Ohio'],
  ['lena', 'LenaMath_fjord8', 'Lena Bjørnstad', 'exchange teacher, math', 'Larch Prairie, Minnesota'],
  ['crys', 'CrystalSub_dayx', 'Crystal Whitfeather', 'substitute teacher', 'Dubray, Iowa'],
  ['yas', 'YasminESL_lake7', 'Yasmin Haddad', 'ESL teacher', 'Ellis Grove, Wisconsin'],
  ['deals', 'EduDealz_blast9', 'Edu Dealz Daily', 'classroom supplies', 'Everywhere'],
];

/** The clients of 2016, as the API's `source` gives them; everybody keeps to one. */
const CLIENTS = [
  '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
  '<a href="http://twitter.com" rel="nofollow">Twitter Web Client</a>',
  '<a href="https://about.twitter.com/products/tweetdeck" rel="nofollow">TweetDeck</a>',
  '<a href="http://twitter.com/download/android" rel="nofollow">Twitter for Android</a>',
  '<a href="http://twitter.com/#!/download/ipad" rel="nofollow">Twitter for iPad</a>',
];

/** Accounts opened after the ids grew to 18 digits: their user id does not fit a JavaScript number either. */
const NEWCOMERS = { crys: '2016-03-29T02:14:41Z', rich: '2016-04-01T22:50:09Z' };

/** The language of the account, not of the tweet. */
const LANGUAGES = { quin: 'fr', raul: 'es', bea: 'en-gb', lena: 'no' };

// Ids grew with the years: roughly 20 million in 2009, 2.4 billion in 2014.
const FIRST_ID_OF_YEAR = { 2009: 2e7, 2010: 1.2e8, 2011: 2.8e8, 2012: 4.9e8, 2013: 1.1e9, 2014: 2.4e9 };

/** The account of one person; what nobody wrote down is drawn from the handle. */
function account([short, handle, name, role, place], chance, snowflake) {
  const draw = (what) => chance(`${handle} ${what}`);
  const isNew = short in NEWCOMERS;
  const year = 2009 + Math.floor(draw('year') * 6);
  const joined = isNew ? new Date(NEWCOMERS[short]) : new Date(Date.UTC(year, 0, 1) + Math.floor(draw('day') * 31_000_000) * 1000);
  return {
    handle,
    name,
    role,
    place,
    joined,
    id: isNew ? snowflake(joined.getTime() + 321, handle) : BigInt(FIRST_ID_OF_YEAR[year] + Math.floor(draw('id') * 1e7)),
    followers: isNew ? 11 + name.length : Math.floor(60 + draw('followers') ** 3 * 5200),
    friends: isNew ? 42 + name.length : Math.floor(90 + draw('friends') ** 2 * 1900),
    lang: LANGUAGES[short] ?? 'en',
    client: CLIENTS[Math.floor(draw('client') * CLIENTS.length)],
  };
}

/** All people by short name. */
export const people = (chance, snowflake) => new Map(LIST.map((row) => [row[0], account(row, chance, snowflake)]));
