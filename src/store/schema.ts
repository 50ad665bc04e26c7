/**
 * The schema, as an append-only list: entry i brings an archive from version i to i + 1. Never edit one that was released;
 * add another.
 */

const SCHEMA_1 = `
  -- Truth: kept and migrated.

  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- Chats the user added or changed; the shipped ones are in data/chats.json.
  CREATE TABLE chats (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE imports (
    import INTEGER PRIMARY KEY,
    -- The run it was part of: what undo takes back together.
    batch INTEGER NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    -- The chat it was imported for with --chat; its tweets belong to it even without the hashtag.
    chat TEXT,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    counts TEXT NOT NULL
  ) STRICT;

  -- n is the place in time (row-number.ts); key is null where it is n itself. References (reply_to, retweet_of,
  -- quote_of, conversation) hold the n of a Twitter status as an integer, any other key as text.
  CREATE TABLE tweets (
    n INTEGER PRIMARY KEY,
    key TEXT,
    network TEXT NOT NULL,
    author TEXT,
    author_name TEXT,
    author_id TEXT,
    created_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    truncated INTEGER NOT NULL,
    is_retweet INTEGER NOT NULL,
    reply_to ANY,
    reply_to_author TEXT,
    retweet_of ANY,
    retweet_of_author TEXT,
    quote_of ANY,
    conversation ANY,
    likes INTEGER,
    retweets INTEGER,
    replies INTEGER,
    quotes INTEGER,
    lang TEXT,
    client TEXT,
    section TEXT,
    -- {links, media, hashtags, mentions}, or null for none of them.
    entities TEXT,
    context INTEGER NOT NULL,
    -- Derived, for a tweet without an id: the row of the same tweet with one, behind which it is hidden (twins.ts).
    twin INTEGER,
    -- What the full-text index sees where that differs from the columns above.
    search_text TEXT,
    search_tags TEXT,
    search_words TEXT
  ) STRICT;
  CREATE UNIQUE INDEX tweets_key ON tweets (key) WHERE key IS NOT NULL;
  CREATE INDEX tweets_twin ON tweets (twin) WHERE twin IS NOT NULL;
  CREATE INDEX tweets_author ON tweets (author COLLATE NOCASE, n);
  CREATE INDEX tweets_reply ON tweets (reply_to) WHERE reply_to IS NOT NULL;
  CREATE INDEX tweets_quote ON tweets (quote_of) WHERE quote_of IS NOT NULL;
  CREATE INDEX tweets_retweet ON tweets (retweet_of) WHERE retweet_of IS NOT NULL;

  -- What each import said of each tweet: said is null where it said just what the tweet's row says now.
  CREATE TABLE contributions (
    n INTEGER NOT NULL,
    import INTEGER NOT NULL,
    said TEXT,
    PRIMARY KEY (n, import)
  ) STRICT, WITHOUT ROWID;

  -- What people put right (chat.ts, Correction), by the chat week it is about. Numbers are never used again.
  CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,
    monday TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    correction TEXT NOT NULL
  ) STRICT;

  -- The user's own: searches by name, and words that mean the same.
  CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE synonyms (word TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY (word, meaning)) STRICT, WITHOUT ROWID;
  -- Stars, notes and tags on tweets (by key) and on links (by canonical address); the text of a star is empty.
  CREATE TABLE marks (
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (thing, key, kind, text)
  ) STRICT, WITHOUT ROWID;

  -- Where copies of what the archive says were written: backups, exports, pages. A person who is forgotten here may still be there.
  CREATE TABLE written (path TEXT PRIMARY KEY, what TEXT NOT NULL, written_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  -- What must never come back: a person, an account, a name or a tweet as a salted hash, for a time (UTC, milliseconds) or,
  -- where that is null, for good. The alias is what stands for them where they were only hidden.
  CREATE TABLE tombstones (
    kind TEXT NOT NULL,
    salt TEXT NOT NULL,
    hash TEXT NOT NULL,
    from_at INTEGER,
    until_at INTEGER,
    alias TEXT,
    forgotten_at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX tombstones_hash ON tombstones (kind, hash, salt, COALESCE(from_at, 0), COALESCE(until_at, 0));

  -- Learned from the network, which may say something else tomorrow, or nothing: kept. Canonical addresses are keys;
  -- times are UTC, milliseconds.

  -- Where an address led when it was last asked (target null: nowhere), and what the page there calls itself.
  CREATE TABLE pages (
    canonical TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    target TEXT,
    target_url TEXT,
    title TEXT,
    outcome TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    tries INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- What a page was on a day (UTC): one look a day counts.
  CREATE TABLE checks (
    canonical TEXT NOT NULL,
    day TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    status INTEGER,
    reason TEXT,
    moved_to TEXT,
    PRIMARY KEY (canonical, day)
  ) STRICT, WITHOUT ROWID;
  -- The copy in the Wayback Machine nearest to when a page was shared; copy is null where there is none.
  CREATE TABLE copies (canonical TEXT PRIMARY KEY, copy TEXT, copied_at INTEGER, asked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  -- Cache: derived from the above, rebuilt by reindex.

  -- Stems for words, with what the tweet is (search-traits.ts); words as they stand, of the tweet alone, for phrases,
  -- exact words, beginnings and suggestions.
  CREATE VIRTUAL TABLE stems USING fts5(
    text, author, tags, words, links, question, topic, traits,
    content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE plain USING fts5(
    text, author, tags, words, links,
    content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
  );
  -- What is fed at once is gathered in memory up to this size: a large first import would else merge its own small pieces.
  INSERT INTO stems (stems, rank) VALUES ('hashsize', 16777216);
  INSERT INTO plain (plain, rank) VALUES ('hashsize', 8388608);
  CREATE VIRTUAL TABLE plain_words USING fts5vocab(plain, row);
  -- Rows whose entries must be made, made again or taken out: where words is 1 in both indexes, where 0 in that of stems,
  -- for what is said of their session changed and nothing that they say themselves.
  CREATE TABLE stale_rows (n INTEGER PRIMARY KEY, words INTEGER NOT NULL) STRICT;

  CREATE TABLE links (
    link INTEGER PRIMARY KEY,
    canonical TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    -- What can be searched of its address.
    words TEXT NOT NULL
  ) STRICT;
  CREATE TABLE shares (n INTEGER NOT NULL, link INTEGER NOT NULL, url TEXT NOT NULL, title TEXT, PRIMARY KEY (n, link)) STRICT, WITHOUT ROWID;
  CREATE INDEX shares_link ON shares (link, n);

  CREATE TABLE chat_tweets (chat TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (chat, n)) STRICT, WITHOUT ROWID;

  -- Chat weeks (the Monday they start on) whose sessions must be derived again.
  CREATE TABLE stale_weeks (chat TEXT NOT NULL, monday TEXT NOT NULL, PRIMARY KEY (chat, monday)) STRICT, WITHOUT ROWID;

  -- With row numbers: without them whole rows are compared with what is looked for, and these are long.
  CREATE TABLE sessions (
    chat TEXT NOT NULL,
    session TEXT NOT NULL,
    monday TEXT NOT NULL,
    week TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    found_by TEXT NOT NULL,
    topic TEXT NOT NULL,
    topic_source TEXT NOT NULL,
    topic_terms TEXT NOT NULL,
    -- The topic stated in it or given by the user, and the one it announced for the next session. The topic shown is
    -- the former, else what the session before announced, else the derived one.
    own_topic TEXT,
    next_topic TEXT,
    moderators TEXT NOT NULL,
    -- The ten with most tweets: {author, tweets}.
    busiest TEXT NOT NULL,
    tweets INTEGER NOT NULL,
    people INTEGER NOT NULL,
    -- The different numbers of its questions.
    questions INTEGER NOT NULL,
    links INTEGER NOT NULL,
    -- Tweets in each twelfth of the time from start to end, and in each sixtieth, which counts nothing before or behind.
    curve TEXT NOT NULL,
    bars TEXT NOT NULL,
    -- What it speaks of (chat.ts, Terms). Last, for it is long: what stands before it is read without it.
    terms TEXT NOT NULL,
    PRIMARY KEY (chat, session)
  ) STRICT;
  CREATE INDEX sessions_monday ON sessions (chat, monday);

  -- The session in which each person first took part.
  CREATE TABLE first_sessions (
    chat TEXT NOT NULL,
    author TEXT NOT NULL COLLATE NOCASE,
    session TEXT NOT NULL,
    PRIMARY KEY (chat, author)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE questions (
    chat TEXT NOT NULL,
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    n INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- Its telling words, by which its answers are found.
    words TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT,
    -- Its answers in short (questions.ts).
    answers TEXT NOT NULL,
    PRIMARY KEY (chat, session, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE placements (
    chat TEXT NOT NULL,
    n INTEGER NOT NULL,
    session TEXT NOT NULL,
    role TEXT NOT NULL,
    question INTEGER,
    attributed_by TEXT,
    certainty REAL,
    -- The row of the tweet it speaks to, where no export says so but a mention tells.
    speaks_to INTEGER,
    PRIMARY KEY (n, chat)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX placements_speaks_to ON placements (speaks_to) WHERE speaks_to IS NOT NULL;
  CREATE INDEX placements_session ON placements (chat, session);
`;

/** The steps, oldest first. */
export const MIGRATIONS: readonly string[] = [SCHEMA_1];

/** The schema version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
