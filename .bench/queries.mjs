import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";
// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
// src/errors.ts
/** The exit codes of the command line, by meaning. */
const EXIT = {
	done: 0,
	nothing: 1,
	usage: 2,
	interrupted: 130
};
/** A message meant for the reader: what, where, then what to do. Everything else that is thrown is a bug. */
var UserError = class extends Error {
	name = "UserError";
	exitCode;
	constructor(message, options = {}) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.exitCode = options.exitCode ?? EXIT.usage;
	}
};
/** The sentence for a question that has no answer in the archive: exit code 1, not a wrong use. */
function nothingFound(message) {
	return new UserError(message, { exitCode: EXIT.nothing });
}
// src/zone-offset.ts
/** How far the wall clock of a time zone is from UTC. */
/**
* Minutes to add to UTC for the wall clock of `zone` at that instant. Throws a RangeError for a zone there is none of.
*
* The clock of the process itself, set to the zone for a moment, tells it at once; a formatter of dates tells the same, but
* making the first one takes longer than many a command does in all.
*/
function zoneOffset(ms, zone) {
	return hasOwnClock && PLAIN.test(zone) ? ownClock(ms, zone) : formatted(ms, zone);
}
const hasOwnClock = isMainThread && (process.platform === "linux" || process.platform === "darwin");
const PLAIN = /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Toronto|Vancouver|Winnipeg|Edmonton|Halifax)|Pacific\/(?:Honolulu|Auckland)|Europe\/(?:London|Dublin|Paris|Madrid|Berlin|Amsterdam)|Australia\/(?:Sydney|Melbourne|Brisbane|Perth|Adelaide)|Asia\/(?:Manila|Kolkata)|UTC)$/;
function ownClock(ms, zone) {
	const usual = process.env["TZ"];
	process.env["TZ"] = zone;
	try {
		return -new Date(ms).getTimezoneOffset();
	} finally {
		if (usual === void 0) delete process.env["TZ"];
		else process.env["TZ"] = usual;
	}
}
const formats = /* @__PURE__ */ new Map();
function formatted(ms, zone) {
	let format = formats.get(zone);
	if (format === void 0) {
		format = new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			timeZoneName: "longOffset"
		});
		formats.set(zone, format);
	}
	const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(format.format(ms)) ?? [];
	const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
	return sign === "-" ? -offset : offset;
}
// src/calendar.ts
const DAY = 864e5;
const SLOT = 9e5;
const WEEKDAYS = [
	"sunday",
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday"
];
const offsets = /* @__PURE__ */ new Map();
/** Minutes to add to UTC for the wall clock of `zone` at that instant. */
function offsetMinutes(ms, zone) {
	const day = Math.floor(ms / DAY) * DAY;
	const atStart = offsetAt(day, zone);
	return atStart === offsetAt(day + DAY, zone) ? atStart : offsetAt(Math.floor(ms / SLOT) * SLOT, zone);
}
function offsetAt(ms, zone) {
	let known = offsets.get(zone);
	if (known === void 0) offsets.set(zone, known = /* @__PURE__ */ new Map());
	let offset = known.get(ms);
	if (offset === void 0) known.set(ms, offset = zoneOffset(ms, zone));
	return offset;
}
/** The wall clock of `zone`: local date, minutes since its midnight, and weekday. */
function localTime(ms, zone) {
	const local = ms + offsetMinutes(ms, zone) * 6e4;
	const day = Math.floor(local / DAY);
	return {
		date: dateOfDay(day),
		minute: Math.floor((local - day * DAY) / 6e4),
		weekday: weekdayOfDay(day)
	};
}
/** The local date in `zone`: `2016-04-17`. */
function localDate(ms, zone) {
	return localTime(ms, zone).date;
}
/** The instant of a wall clock (`date`, `HH:MM` or `HH:MM:SS`) in `zone`; in a spring gap the later reading. */
function instantOf(date, time, zone) {
	const wall = Date.parse(`${date}T${time}Z`);
	if (Number.isNaN(wall)) throw new RangeError(`${date} ${time} is no time`);
	const [before, after] = [wall - DAY, wall + DAY].map((near) => offsetMinutes(near, zone) * 6e4);
	const [first, second] = [wall - (before ?? 0), wall - (after ?? 0)];
	const isItself = (instant) => instant + offsetMinutes(instant, zone) * 6e4 === wall;
	return isItself(first) || !isItself(second) ? first : second;
}
/** First instant of the range, and the first one after it, in UTC milliseconds. */
function instantsOf(range, zone) {
	return {
		from: instantOf(range.from, "00:00", zone),
		until: instantOf(range.until, "00:00", zone)
	};
}
/** The date `days` later. */
function addDays(date, days) {
	return dateOfDay(dayOf(date) + days);
}
/** The date of a day of a month; of a day the month lacks its last one. */
function dateIn(year, month, day) {
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return dateFrom(year, month, Math.min(day, last));
}
/** The date so many calendar months earlier, or in the shorter month its last day. */
function monthsBefore(date, months) {
	const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
	const first = new Date(Date.UTC(year, month - 1 - months, 1));
	return dateIn(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
}
/** The ISO week of a date: `2016-W15`. */
function isoWeek(date) {
	const day = dayOf(date);
	const thursday = /* @__PURE__ */ new Date((day - (day + 3) % 7 + 3) * DAY);
	const year = thursday.getUTCFullYear();
	const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
	return `${year}-W${String(week).padStart(2, "0")}`;
}
/** Monday to Monday of an ISO week. */
function weekRange(week) {
	const [year = "", number = ""] = week.split("-W");
	const fourth = Date.UTC(Number(year), 0, 4) / DAY;
	const monday = fourth - (fourth + 3) % 7 + (Number(number) - 1) * 7;
	return {
		from: dateOfDay(monday),
		until: dateOfDay(monday + 7)
	};
}
/**
* Reads a WHEN: `latest`, a date, a session (`2016-04-17b`), `2016-W15`, a month, a year, or a range `a..b` of these
* (either side may be open). Throws a UserError with an example for anything else.
*/
function parseWhen(text) {
	const word = text.trim().toLowerCase();
	if (word === "latest" || word === "last") return { kind: "latest" };
	if (/^\d{4}-\d{2}-\d{2}[b-z]$/.test(word)) return {
		kind: "session",
		session: word,
		range: period(word.slice(0, 10), text)
	};
	const split = word.indexOf("..");
	if (split < 0) return {
		kind: "range",
		range: period(word, text),
		label: label(word)
	};
	const [first, last] = [word.slice(0, split), word.slice(split + 2)];
	const range = {
		from: first === "" ? "0001-01-01" : period(first, text).from,
		until: last === "" ? "9999-12-31" : period(last, text).until
	};
	if (range.from >= range.until) throw new UserError(`"${text}" ends before it begins: write the earlier date first`);
	return {
		kind: "range",
		range,
		label: word
	};
}
function label(word) {
	return word.includes("w") ? word.toUpperCase() : word;
}
function period(word, text) {
	const week = /^(\d{4})-?w(\d{1,2})$/.exec(word);
	if (week) return checkedWeek(`${week[1]}-W${week[2]?.padStart(2, "0")}`, text);
	const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word);
	if (!parts) throw badWhen(text);
	const [year, month, day] = parts.slice(1).map((part) => part === void 0 ? void 0 : Number(part));
	if (year === void 0 || year < 1970 || year > 2199) throw badWhen(text);
	if (month === void 0) return {
		from: dateFrom(year, 1, 1),
		until: dateFrom(year + 1, 1, 1)
	};
	if (month < 1 || month > 12) throw badWhen(text);
	if (day === void 0) return {
		from: dateFrom(year, month, 1),
		until: dateFrom(year, month + 1, 1)
	};
	const from = dateFrom(year, month, day);
	if (day < 1 || Number(from.slice(8)) !== day) throw badWhen(text);
	return {
		from,
		until: addDays(from, 1)
	};
}
function checkedWeek(week, text) {
	const range = weekRange(week);
	if (isoWeek(range.from) !== week) throw badWhen(text);
	return range;
}
function badWhen(text) {
	return new UserError(`"${text}" is not a time edchat knows: write latest, a date (2016-04-17), a week (2016-W15), a month (2016-04), a year (2016) or a range (2016-04..2016-06)`);
}
function dateFrom(year, month, day) {
	return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
function dayOf(date) {
	return Date.parse(`${date}T00:00:00Z`) / DAY;
}
function dateOfDay(day) {
	return (/* @__PURE__ */ new Date(day * DAY)).toISOString().slice(0, 10);
}
function weekdayOfDay(day) {
	return WEEKDAYS[((day + 4) % 7 + 7) % 7] ?? "sunday";
}
// src/query/dates.ts
/** The dates and question numbers of the search language. */
/** The ends of an open range, as calendar.ts writes them. */
const OPEN_FROM = "0001-01-01";
const OPEN_UNTIL = "9999-12-31";
/** No date before this one is believed. */
const EARLIEST = "1970-01-01";
const LATEST = "2200-01-01";
/** True when a range has no beginning. */
function isOpenFrom(range) {
	return range.from === OPEN_FROM;
}
/** True when a range has no end. */
function isOpenUntil(range) {
	return range.until === OPEN_UNTIL;
}
/** `since:` and `after:` take the first day of what is named. */
function sinceLeaf(value, name) {
	return {
		kind: "dates",
		range: {
			from: periodOf(value, name).from,
			until: OPEN_UNTIL
		},
		said: "since"
	};
}
/** `until:` and `before:` stop before the first day of what is named. */
function untilLeaf(value, name) {
	return {
		kind: "dates",
		range: {
			from: OPEN_FROM,
			until: periodOf(value, name).from
		},
		said: "until"
	};
}
/** `date:` and `on:` take a day, a week, a month, a year, or a range of them, both ends included. */
function dateLeaf(value, name) {
	return {
		kind: "dates",
		range: rangeOf$1(value, name),
		said: "on"
	};
}
/** `week:` takes whole weeks; of a date, the week it lies in. */
function weekLeaf(value, name) {
	if (isLatest(value)) return {
		kind: "session",
		session: "latest"
	};
	const range = rangeOf$1(value, name);
	return {
		kind: "dates",
		range: {
			from: isOpenFrom(range) ? OPEN_FROM : weekRange(isoWeek(range.from)).from,
			until: isOpenUntil(range) ? OPEN_UNTIL : weekRange(isoWeek(dayBefore(range.until))).until
		},
		said: "week"
	};
}
/** `session:` takes the name of one session, `latest`, or a time that holds several. */
function sessionLeaf(value, name) {
	if (isLatest(value)) return {
		kind: "session",
		session: "latest"
	};
	const range = rangeOf$1(value, name);
	const word = value.trim().toLowerCase();
	return /^\d{4}-\d{2}-\d{2}[b-z]?$/.test(word) ? {
		kind: "session",
		session: word
	} : {
		kind: "sessions",
		range
	};
}
/** `q:3`, `a:1..4`. */
function numberLeaf(value, name) {
	const match = /^[qa]?(\d{1,2})(?:\.\.[qa]?(\d{1,2}))?$/i.exec(value);
	const first = Number(match?.[1]);
	const last = Number(match?.[2] ?? match?.[1]);
	if (match === null || last < first) throw new UserError(`${name}:${value}: ${name}: takes the number of a question, or a range: ${name}:3, ${name}:1..4`);
	return {
		kind: "numbered",
		role: name === "q" ? "question" : "answer",
		first,
		last
	};
}
/** The date before. */
function dayBefore(date) {
	return (/* @__PURE__ */ new Date(Date.parse(`${date}T00:00:00Z`) - 864e5)).toISOString().slice(0, 10);
}
function isLatest(value) {
	return /^(?:latest|last)$/i.test(value.trim());
}
function periodOf(value, name) {
	if (value.includes("..")) throw badDate(value, name);
	return rangeOf$1(value, name);
}
function rangeOf$1(value, name) {
	const when = readWhen(value, name);
	if (when.kind === "latest") throw badDate(value, name);
	const { range } = when;
	if (!isOpenFrom(range) && range.from < "1970-01-01" || !isOpenUntil(range) && range.until > LATEST) throw badDate(value, name);
	return range;
}
function readWhen(value, name) {
	try {
		return parseWhen(value.trim().replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, "$1-$2-$3"));
	} catch (error) {
		if (error instanceof UserError && /ends before/.test(error.message)) throw new UserError(`${name}:${error.message}`, { cause: error });
		throw badDate(value, name, error);
	}
}
function badDate(value, name, cause) {
	const example = name === "week" ? "week:2016-W15, week:2016-04-17 or week:latest" : `${name}:2016-04-17, ${name}:2016-W15, ${name}:2016-04 or ${name}:2016`;
	const range = name === "date" ? ", or a range date:2016-04-03..2016-04-17" : "";
	const meant = meantBy(value.trim(), name);
	return new UserError(`${name}:${value}: "${value}" is not a date edchat can read: ${meant === null ? `write ${example}${range}` : `did you mean ${meant}? Or write ${example}${range}`}`, { cause });
}
function meantBy(value, name) {
	const ages = {
		since: "newer_than",
		after: "newer_than",
		until: "older_than",
		before: "older_than"
	};
	if (name === "since" || name === "after" || name === "until" || name === "before") {
		if (/^\d{1,3}[dwmy]$/i.test(value)) return `${ages[name]}:${value}`;
		if (/^yesterday$/i.test(value)) return `${ages[name]}:1d`;
	}
	const day = dayMeant(value);
	return day === null ? null : `${name}:${day}`;
}
function dayMeant(value) {
	const [, year, ...ordered] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value) ?? [];
	const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value) ?? [];
	const [one, two] = year === void 0 ? [Number(first), Number(second)] : ordered.map(Number);
	const [month = 0, day = 0] = year === void 0 && (one ?? 0) > 12 ? [two, one] : [one, two];
	const inYear = Number(year ?? last);
	if (!(inYear >= 1970 && inYear <= 2199 && month >= 1 && month <= 12 && day >= 1)) return null;
	return dateIn(inYear, month, day);
}
// src/query/relative-dates.ts
/** Dates counted from today, and school years. */
const AGE = /^(\d{1,4})\s*(d|days?|w|weeks?|m|mo|months?|y|years?)$/i;
/** Of days, or of months. */
const LENGTH = {
	d: 1,
	w: 7,
	m: 1,
	y: 12
};
/** `newer_than:7d`: today and the seven days before it; `w`, `m` and `y` are weeks, months and years. */
function newerLeaf(value, name, today) {
	return {
		kind: "dates",
		range: {
			from: dayAgo(value, name, today),
			until: OPEN_UNTIL
		},
		said: "newer"
	};
}
/** `older_than:7d`: all that `newer_than:7d` leaves out. */
function olderLeaf(value, name, today) {
	return {
		kind: "dates",
		range: {
			from: OPEN_FROM,
			until: dayAgo(value, name, today)
		},
		said: "older"
	};
}
/** `season:2015-16`: a school year, from 1 August to 31 July. */
function seasonLeaf(value, name) {
	const [, start = "", end] = /^(\d{4})(?:[-/](\d{4}|\d{2}))?$/.exec(value.trim()) ?? [];
	const year = Number(start);
	const next = String(year + 1);
	const fits = end === void 0 || end === next || end === next.slice(2);
	if (year < 1970 || year > 2199 || !fits) {
		const meant = year < 1970 || year > 2199 ? "2015-16" : `${year}-${next.slice(2)}`;
		throw new UserError(`${name}:${value}: "${value}" is no school year: write ${name}:${meant}, which begins on 1 August ${meant.slice(0, 4)}`);
	}
	return {
		kind: "dates",
		range: {
			from: `${start}-08-01`,
			until: `${next}-08-01`
		},
		said: "season"
	};
}
function dayAgo(value, name, today) {
	const match = AGE.exec(value.trim());
	const unit = match?.[2]?.charAt(0).toLowerCase();
	if (unit !== "d" && unit !== "w" && unit !== "m" && unit !== "y") throw badAge(value, name);
	if (name === "within_time" && /^\d+\s*m$/i.test(value.trim())) throw new UserError(`${name}:${value}: m may be minutes or months here: write within_time:1d for a day, or newer_than:${value} for months`);
	if (today === null) throw new UserError(`${name}:${value}: there is no today to count from: write since: or until: with a date`);
	const amount = Number(match?.[1]) * LENGTH[unit];
	const day = unit === "m" || unit === "y" ? monthsBefore(today, amount) : addDays(today, -amount);
	return day < "1970-01-01" ? EARLIEST : day;
}
function badAge(value, name) {
	return new UserError(`${name}:${value}: ${name}: takes a number of days, weeks, months or years: ${name}:7d, ${name}:2w, newer_than:3m, ${name}:1y`);
}
// src/row-number.ts
/**
* The row number of a tweet is its place in time, in Twitter's own layout: milliseconds since 4 November 2010 in the
* high bits, 22 bits to tell tweets of one millisecond apart. For Twitter it is the status id itself.
*/
/** The first instant of the id clock, UTC milliseconds. */
const ID_EPOCH = 1288834974657;
const LOW_BITS = 22n;
/** The first row number an instant can have; times before the id clock are negative, in the same order. */
function rowAt(ms) {
	return BigInt(Math.trunc(ms) - ID_EPOCH) << LOW_BITS;
}
/** Row numbers of `[fromMs, untilMs)`: first inclusive, last inclusive. */
function rowRange(fromMs, untilMs) {
	return {
		first: rowAt(fromMs),
		last: rowAt(untilMs) - 1n
	};
}
// src/normalise/identity.ts
const STATUS = /^(?:https?:)?\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w{1,20}|i\/web)\/status(?:es)?\/(\d{1,19})(?!\d)/i;
/** Author and id of a tweet's address, in any of its spellings; null for any other address. */
function statusOf(url) {
	const match = STATUS.exec(url.trim());
	if (!match) return null;
	const [whole, author = "", id = ""] = match;
	return {
		author: author === "i/web" || author === "i" ? null : author,
		id,
		part: url.trim().slice(whole.length)
	};
}
// src/normalise/text.ts
/** What stands in a text. */
/** A word as it is compared: without case, accents or width. */
function fold(word) {
	return (/[^\u0000-\u007f]/.test(word) ? word.normalize("NFKD").replace(/\p{M}/gu, "") : word).toLowerCase();
}
// src/query/nearest.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/** The known word nearest to one that is not known, at most two slips away; null when none is near. */
function nearest$1(word, known) {
	const [best] = known.filter((other) => other.length > 1).map((other) => ({
		other,
		steps: (0, import_fastest_levenshtein.distance)(word, other)
	})).filter(({ other, steps }) => steps <= Math.min(2, other.length - 1)).toSorted((one, two) => one.steps - two.steps);
	return best?.other ?? null;
}
// src/query/values.ts
/** The values of operators that are no dates: handles, hashtags, hosts, counts, ids and the words after `is:` and `has:`. */
const IS$1 = spellings({
	reply: "reply replies",
	retweet: "retweet retweets rt rts nativeretweet nativeretweets",
	quote: "quote quotes",
	original: "original originals",
	question: "question questions",
	answer: "answer answers",
	new: "new newcomer newcomers",
	moderator: "moderator moderators mod mods"
});
const HAS = spellings({
	link: "link links url urls",
	media: "media image images picture pictures photo photos video videos native_video consumer_video pro_video twimg"
});
/** The handle without its sign. */
function handle(value) {
	return value.trim().replace(/^[@＠](?=.)/, "");
}
/** The leaf of `#x`. */
function tagLeaf(value) {
	return {
		kind: "tag",
		tag: fold(value.replace(/^[#＃]+/, "").trim())
	};
}
/** The leaf of a host, in whatever way it was pasted. */
function siteLeaf(value) {
	const host = value.trim().toLowerCase().replace(/^[a-z]+:\/\//, "").replace(/^www\.(?=.)/, "").replace(/\/$/, "");
	if (host === "" || /[/\s]/.test(host)) throw new UserError(`site:${value}: site: takes a host, such as site:edutopia.org; for a whole address write url:${value}`);
	return {
		kind: "site",
		host
	};
}
/** `has:link`, `has:media`. */
function hasLeaf(value) {
	return hasOf(value) ?? refuse("has", value, HAS);
}
/** `is:reply` and its like. */
function isLeaf(value) {
	return isOf(value) ?? refuse("is", value, IS$1);
}
/** Twitter's `filter:` takes what `has:` takes and what `is:` takes. */
function filterLeaf(value) {
	return hasOf(value) ?? isOf(value) ?? refuse("filter", value, new Map([...HAS, ...IS$1]));
}
/** `min_faves:5`. */
function leastLeaf(value, name, of) {
	const digits = value.trim();
	if (!/^\d{1,9}$/.test(digits)) throw new UserError(`${name}:${value}: ${name}: takes a number: write ${name}:5`);
	return {
		kind: "least",
		of,
		count: Number(digits)
	};
}
/** `thread:ID`: an id, or the address of a tweet on any network. */
function threadLeaf(value, name) {
	const id = value.trim();
	const status = statusOf(id) ?? statusOf(`//${id}`);
	if (status !== null) return {
		kind: "thread",
		id: status.id
	};
	if (/^\d{1,20}$/.test(id) || /^[a-z]+:\S*\/\S+$/i.test(id)) return {
		kind: "thread",
		id
	};
	throw new UserError(`${name}:${value}: ${name}: takes the id or the address of a tweet (${name}:721852617572552704); for the threads of a search write ${name}:{${value.replace(/[{}]/g, "")}}`);
}
function hasOf(value) {
	const what = HAS.get(value.trim().toLowerCase());
	return what === void 0 ? null : {
		kind: "has",
		what
	};
}
function isOf(value) {
	const what = IS$1.get(value.trim().toLowerCase());
	return what === void 0 ? null : {
		kind: "is",
		what
	};
}
function spellings(table) {
	const kinds = Object.keys(table);
	return new Map(kinds.flatMap((kind) => table[kind].split(" ").map((spelling) => [spelling, kind])));
}
function refuse(name, value, known) {
	const near = nearest$1(value.trim().toLowerCase(), [...known.keys()]);
	const all = [...new Set(known.values())].map((word) => `${name}:${word}`).join(", ");
	throw new UserError(`${name}:${value}: ${near === null ? "" : `did you mean ${name}:${near}? `}edchat knows ${all}`);
}
// src/query/operators.ts
const from = {
	example: "from:mrslopez",
	read: (value) => ({
		kind: "from",
		who: handle(value)
	})
};
const thread = {
	example: "thread:721852617572552704",
	read: threadLeaf
};
/** The operators by name, in the order in which they are listed to people. */
const OPERATORS = new Map(Object.entries({
	from,
	by: {
		...from,
		example: "by:mrslopez"
	},
	to: {
		example: "to:mrslopez",
		read: (value) => ({
			kind: "to",
			who: handle(value)
		})
	},
	tag: {
		example: "tag:iaedchat",
		read: tagLeaf
	},
	since: {
		example: "since:2016-04-17",
		one: true,
		read: sinceLeaf
	},
	after: {
		example: "after:2016-04-17",
		one: true,
		read: sinceLeaf
	},
	until: {
		example: "until:2016-04-17",
		one: true,
		read: untilLeaf
	},
	before: {
		example: "before:2016-04-17",
		one: true,
		read: untilLeaf
	},
	date: {
		example: "date:2016-04-03..2016-04-17",
		read: dateLeaf
	},
	on: {
		example: "on:2016-04-17",
		read: dateLeaf
	},
	newer_than: {
		example: "newer_than:7d",
		one: true,
		read: newerLeaf
	},
	within_time: {
		example: "within_time:7d",
		one: true,
		read: newerLeaf
	},
	older_than: {
		example: "older_than:1y",
		one: true,
		read: olderLeaf
	},
	season: {
		example: "season:2015-16",
		read: seasonLeaf
	},
	week: {
		example: "week:2016-W15",
		read: weekLeaf
	},
	session: {
		example: "session:2016-04-17",
		read: sessionLeaf
	},
	mod: {
		example: "mod:mrslopez",
		read: (value) => ({
			kind: "mod",
			who: handle(value)
		})
	},
	topic: {
		example: "topic:grading",
		read: (value) => ({
			kind: "topic",
			words: value
		})
	},
	q: {
		example: "q:3",
		read: numberLeaf
	},
	a: {
		example: "a:3",
		read: numberLeaf
	},
	has: {
		example: "has:link",
		read: hasLeaf
	},
	is: {
		example: "is:reply",
		read: isLeaf
	},
	filter: {
		example: "filter:links",
		read: filterLeaf
	},
	min_faves: least("min_faves", "likes"),
	min_likes: least("min_likes", "likes"),
	min_retweets: least("min_retweets", "retweets"),
	min_replies: least("min_replies", "replies"),
	min_quotes: least("min_quotes", "quotes"),
	url: {
		example: "url:edutopia.org/assessment",
		read: (value) => ({
			kind: "url",
			text: value
		})
	},
	site: {
		example: "site:edutopia.org",
		read: siteLeaf
	},
	thread,
	conversation_id: {
		...thread,
		example: "conversation_id:721852617572552704"
	}
}));
/** The operators that take a whole search in curly brackets. */
const THREADS = /* @__PURE__ */ new Set(["thread", "conversation_id"]);
/** The names before the colon that mean something. */
const OPERATOR_NAMES = [...OPERATORS.keys(), "saved"];
function least(name, of) {
	return {
		example: `${name}:5`,
		one: true,
		read: (value) => leastLeaf(value, name, of)
	};
}
// src/query/refusals.ts
/** What is said of names that mean nothing. */
const ELSEWHERE = /* @__PURE__ */ new Map([
	["author", "from"],
	["user", "from"],
	["hashtag", "tag"],
	["label", "tag"],
	["subject", "topic"],
	["moderator", "mod"],
	["question", "q"],
	["answer", "a"],
	["domain", "site"],
	["link", "url"],
	["from_date", "since"],
	["to_date", "until"],
	["year", "on"],
	["month", "on"],
	["day", "on"],
	["query", "saved"],
	["newer", "newer_than"],
	["within", "newer_than"],
	["older", "older_than"],
	["min_favorites", "min_faves"],
	["likes", "min_faves"],
	["faves", "min_faves"]
]);
/** The error for `name:value` of no known name. */
function unknownOperator(name, value) {
	const near = ELSEWHERE.get(name) ?? nearest$1(name, OPERATOR_NAMES);
	return new UserError(`${name}: is no search operator, ${near === null ? `edchat knows ${OPERATOR_NAMES.map((known) => `${known}:`).join(" ")}.` : `did you mean ${near}:?`} To search for the words, quote them: "${name}:${value.replace(/"/g, "")}"`);
}
/** The error for `saved:name` of no saved search. */
function unknownSaved(name, names) {
	const near = nearest$1(name, names);
	const known = names.length === 0 ? "none is saved yet" : `there are ${names.map((other) => `saved:${other}`).join(", ")}`;
	return new UserError(`saved:${name}: no search is saved under this name${near === null ? "" : `, did you mean saved:${near}?`}; ${known}`);
}
// src/query/signs.ts
/** `OR` or `|`. */
function isOr(token) {
	return token?.kind === "pipe" || token?.kind === "keyword" && token.word === "OR";
}
/** `AND`. */
function isAnd(token) {
	return token?.kind === "keyword" && token.word === "AND";
}
/** `-`, `~` or `NOT`. */
function isNot(token) {
	return token.kind === "minus" || token.kind === "keyword" && token.word === "NOT";
}
/** True when a condition can begin here; without one behind it an operator is a word. */
function canBegin(token) {
	return token !== void 0 && token.kind !== "close" && token.kind !== "pipe";
}
// src/query/groups.ts
/** Values in brackets: `from:(kofi OR ana)` is one operator with either value. */
/**
* True when the bracket after a name holds its values; false where somebody wrote a bracket after a word and a colon
* (`sad:(`). Throws a UserError for an operator that takes no bracket and for one that is none.
*/
function opensGroup({ name }, open, first) {
	if (THREADS.has(name)) {
		if (open?.kind === "either") return true;
		throw new UserError(`${name}: takes a search in curly brackets, ${name}:{grading rubric}, or the id of one tweet`);
	}
	const operator = OPERATORS.get(name);
	if (operator === void 0) {
		if (!canBegin(first)) return false;
		throw unknownOperator(name, "…");
	}
	if (operator.one !== true) return true;
	throw new UserError(`${name}: takes one value, not a bracket: write ${operator.example}`);
}
/** The values of a group that begins at a token, and where it ends. Throws a UserError for what is no value. */
function valuesOf({ name }, tokens, start) {
	const values = [];
	let at = start;
	for (let token = tokens[at]; token !== void 0 && token.kind !== "close"; token = tokens[at]) {
		if (!isOr(token)) values.push(valueOf$1(token, name));
		at += 1;
	}
	if (values.some((value) => value.trim() !== "")) return {
		values: values.filter((value) => value.trim() !== ""),
		end: at + 1
	};
	throw new UserError(`${name}:() is empty: write ${exampleOf(name)}`);
}
function valueOf$1(token, name) {
	if (token.kind === "bare" || token.kind === "quoted" || token.kind === "address") return token.text;
	if (token.kind === "minus" || token.kind === "keyword" && token.word === "NOT") throw new UserError(`${name}:(…) takes values only: write the minus before it, -${exampleOf(name)}`);
	throw new UserError(`${name}:(…) takes values with OR between them: write ${exampleOf(name)}`);
}
function exampleOf(name) {
	return `${name}:(${OPERATORS.get(name)?.example.slice(name.length + 1) ?? "…"} OR …)`;
}
// src/query/fields.ts
/** `name:value` -> the condition it stands for. */
/**
* The leaf of `name:value`; null where people write a colon after a word (`Note:`, `Q:`). Throws a UserError for what is
* meant as an operator and is none. `today` is the local date, or null when nobody said.
*/
function fieldLeaf(name, value, today) {
	const operator = OPERATORS.get(name);
	const empty = value.trim() === "";
	if (operator !== void 0 && !empty) return operator.read(value, name, today);
	if (operator === void 0 && name !== "saved") {
		if (empty) return null;
		throw unknownOperator(name, value);
	}
	if (name.length === 1) return null;
	throw new UserError(`${name}: needs a value right after the colon, without a space: ${operator?.example ?? "saved:grading"}`);
}
// src/query/words.ts
/** Words as the full-text index cuts them, for what it cannot answer itself: exact words, exact phrases, whole prefixes. */
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;
/** The words of a text, folded, in order. */
function wordsOf(text) {
	return fold(text).match(WORD) ?? [];
}
/** True when the index has something to look for in this text. */
function hasWords(text) {
	return /[\p{L}\p{N}\p{Co}]/u.test(text);
}
// src/query/leaves.ts
const TAG = /^[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/u;
const MENTION = /^[@＠]([\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?)/u;
const EMOJI = /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{EMod}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{EMod}\ufe0f]*)*)/gu;
const PUNCTUATION = /^[\p{P}\p{M}\p{Cf}\s$+<=>^`|~]*$/u;
/** The conditions of a token, all of which must hold; none for punctuation. `today` is the local date, or null when nobody said. */
function leavesOf(token, today) {
	switch (token.kind) {
		case "field": return listed$2(fieldLeaf(token.name, token.value, today)) ?? wordLeaves(`${token.name}:`, false);
		case "address": return [{
			kind: "url",
			text: token.text
		}];
		case "quoted": return hasWords(token.text) ? [{
			kind: "phrase",
			text: token.text
		}] : signLeaves(token.text);
		case "keyword": return [{
			kind: "word",
			text: token.word,
			form: "stem"
		}];
		case "bare": return bareLeaves(token.text, token.exact);
		case "open":
		case "either":
		case "close":
		case "pipe":
		case "minus": return [];
	}
}
function bareLeaves(text, exact) {
	const tag = TAG.exec(text);
	if (tag !== null) return [tagLeaf(tag[1] ?? ""), ...wordLeaves(text.slice(tag[0].length), exact)];
	const mention = MENTION.exec(text);
	if (mention !== null) return [{
		kind: "mention",
		who: mention[1] ?? ""
	}, ...wordLeaves(text.slice(mention[0].length), exact)];
	return wordLeaves(text, exact);
}
function wordLeaves(text, exact) {
	return [...text.split(EMOJI).flatMap((word) => hasWords(word) ? [wordLeaf(word, exact)] : signLeaves(word)), ...Array.from(text.matchAll(EMOJI), (match) => literal(match[0]))];
}
function wordLeaf(text, exact) {
	if (/[\p{L}\p{N}]\*+$/u.test(text)) return {
		kind: "word",
		text: text.replace(/\*+$/, ""),
		form: "prefix"
	};
	return {
		kind: "word",
		text,
		form: exact ? "exact" : "stem"
	};
}
function signLeaves(text) {
	return PUNCTUATION.test(text) ? [] : [literal(text.trim())];
}
function literal(text) {
	return {
		kind: "literal",
		text: text.replace(/\ufe0f$/, "")
	};
}
function listed$2(leaf) {
	return leaf === null ? null : [leaf];
}
// src/query/limits.ts
/** How long and how deep a search may be: far beyond what anyone types, and within what SQLite takes. */
const MOST_LEAVES = 200;
const LONGEST = 5e3;
const DEEPEST$1 = 12;
/** What is said to an empty search. */
const NOTHING = "nothing to search for. Did your shell eat a #? It takes #iaedchat for a comment: write tag:iaedchat, or quote it: '#iaedchat'";
/** Throws a UserError for a text that is too long. */
function checkLength(text) {
	if (text.length > LONGEST) throw new UserError(`the search is longer than ${LONGEST} characters: search for the few words that matter`);
}
/** Throws a UserError for too many conditions. */
function checkLeaves(leaves) {
	if (leaves > MOST_LEAVES) throw new UserError(`the search has more than ${MOST_LEAVES} words: search for the few that matter`);
}
/** Throws a UserError for too many brackets within brackets; a saved search is one, too. */
function checkDepth(depth) {
	if (depth > DEEPEST$1) throw new UserError(`the search has more than ${DEEPEST$1} brackets inside one another: take some away`);
}
// src/query/tokenise.ts
const QUOTE = /["“”„]/;
const SIGNS = {
	"(": "open",
	")": "close",
	"{": "either",
	"}": "close",
	"|": "pipe"
};
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S|www\.\S/iy;
const FIELD = /([a-z]+(?:_[a-z]+)*):/iy;
const KEYWORD = /(?:OR|AND|NOT)(?![^\s(){}])/y;
/** The tokens of a search, in order. */
function tokenise(query) {
	const text = query.replace(CONTROL, " ");
	const tokens = [];
	for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
		const { token, end } = cutAt(text, at);
		tokens.push(token);
		at = end;
	}
	return tokens;
}
function cutAt(text, at) {
	const sign = text.charAt(at);
	if (sign === "(" || sign === ")" || sign === "{" || sign === "}" || sign === "|") return {
		token: { kind: SIGNS[sign] },
		end: at + 1
	};
	if (QUOTE.test(sign)) return quotedAt(text, at);
	if ((sign === "-" || sign === "~") && /[^\s)}|]/.test(text.charAt(at + 1))) return {
		token: { kind: "minus" },
		end: at + 1
	};
	if (sign === "+" && QUOTE.test(text.charAt(at + 1))) return quotedAt(text, at + 1);
	return keywordAt(text, at) ?? addressAt(text, at) ?? fieldAt(text, at) ?? bareAt(text, at);
}
function quotedAt(text, at) {
	const end = text.slice(at + 1).search(QUOTE);
	if (end < 0) return {
		token: {
			kind: "quoted",
			text: text.slice(at + 1)
		},
		end: text.length
	};
	return {
		token: {
			kind: "quoted",
			text: text.slice(at + 1, at + 1 + end)
		},
		end: at + end + 2
	};
}
function keywordAt(text, at) {
	const word = matchAt(KEYWORD, text, at)?.[0];
	return word === "OR" || word === "AND" || word === "NOT" ? {
		token: {
			kind: "keyword",
			word
		},
		end: at + word.length
	} : null;
}
function addressAt(text, at) {
	if (matchAt(ADDRESS, text, at) === null) return null;
	const address = addressFrom(text, at);
	return {
		token: {
			kind: "address",
			text: address
		},
		end: at + address.length
	};
}
function fieldAt(text, at) {
	const match = matchAt(FIELD, text, at);
	if (match === null) return null;
	const name = (match[1] ?? "").toLowerCase();
	const start = at + match[0].length;
	const next = text.charAt(start);
	if (QUOTE.test(next)) {
		const { token, end } = quotedAt(text, start);
		return {
			token: {
				kind: "field",
				name,
				value: token.kind === "quoted" ? token.text : "",
				grouped: false,
				at
			},
			end
		};
	}
	const grouped = next === "(" || next === "{";
	const value = name === "url" && !grouped ? addressFrom(text, start) : runFrom(text, start);
	return {
		token: {
			kind: "field",
			name,
			value,
			grouped,
			at
		},
		end: start + value.length
	};
}
function bareAt(text, at) {
	const run = runFrom(text, at);
	const exact = run.length > 1 && run.startsWith("+");
	return {
		token: {
			kind: "bare",
			text: exact ? run.slice(1) : run,
			exact
		},
		end: at + run.length
	};
}
function runFrom(text, at) {
	return /^[^\s(){}|"“”„]*/.exec(text.slice(at))?.[0] ?? "";
}
function addressFrom(text, at) {
	const run = /^[^\s"“”„]*/.exec(text.slice(at))?.[0] ?? "";
	const spare = {
		")": count(run, "(") - count(run, ")"),
		"}": count(run, "{") - count(run, "}")
	};
	let end = run.length;
	for (let sign = run[end - 1]; (sign === ")" || sign === "}") && spare[sign] < 0; sign = run[end - 1]) {
		spare[sign] += 1;
		end -= 1;
	}
	return run.slice(0, end);
}
function count(text, sign) {
	return text.split(sign).length - 1;
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
function skipSpace(text, at) {
	const gap = text.slice(at).search(/\S/);
	return gap < 0 ? text.length : at + gap;
}
// src/query/parse.ts
/**
* Words -> Query, by this grammar (AND binds tighter than OR; two conditions side by side are an AND):
*
*     or     := and ( ("OR" | "|") and )*
*     and    := unary ( ["AND"] unary )*
*     unary  := ("-" | "~" | "NOT") unary | "(" or ")" | "{" either "}" | "thread:{" or "}" | leaf
*     either := unary ( ["OR" | "|"] unary )*
*
* Every string parses or throws one UserError: an operator without operands is a word, an open bracket or quote is
* closed at the end, and a bracket that closes nothing is passed over.
*/
/** Reads a search; throws a UserError that says what to write instead. */
function parse$1(text, reading = {}) {
	if (text.trim() === "") throw new UserError(NOTHING);
	const shared = {
		reading,
		leaves: 0,
		place: ""
	};
	try {
		return {
			text,
			...parseText(text, shared, [], 0)
		};
	} catch (error) {
		if (shared.place === "" || !(error instanceof UserError)) throw error;
		throw new UserError(`in ${shared.place}: ${error.message}`, { cause: error });
	}
}
function parseText(text, shared, within, depth) {
	checkLength(text);
	const state = {
		tokens: tokenise(text),
		shared,
		within,
		at: 0,
		mixed: false
	};
	const parts = [];
	while (state.at < state.tokens.length) {
		const node = parseOr(state, depth);
		if (node !== null) parts.push(node);
		state.at += 1;
	}
	const root = joined$1("and", parts);
	if (root === null) countLeaves(state, 1);
	return {
		root: root ?? lastResort(text),
		mixed: state.mixed
	};
}
function parseOr(state, depth) {
	checkDepth(depth);
	const parts = [parseAnd(state, depth, false)];
	while (isOr(state.tokens[state.at]) && canBegin(state.tokens[state.at + 1])) {
		state.at += 1;
		parts.push(parseAnd(state, depth, false));
	}
	const nodes = parts.flatMap((part) => part.node ?? []);
	if (nodes.length > 1 && parts.some((part) => part.implicit)) state.mixed = true;
	return joined$1("or", nodes);
}
function parseEither(state, depth) {
	checkDepth(depth);
	const parts = [];
	for (let token = state.tokens[state.at]; token !== void 0 && token.kind !== "close"; token = state.tokens[state.at]) {
		if (isOr(token) && parts.length > 0 && canBegin(state.tokens[state.at + 1])) state.at += 1;
		const { node } = parseAnd(state, depth, true);
		if (node !== null) parts.push(node);
	}
	return joined$1("or", parts);
}
function parseAnd(state, depth, spoken) {
	const parts = [];
	let implicit = false;
	let explicit = true;
	for (;;) {
		const node = parseUnary(state, depth);
		if (node !== null) {
			implicit ||= parts.length > 0 && !explicit;
			parts.push(node);
		}
		const next = state.tokens[state.at];
		explicit = isAnd(next) && canBegin(state.tokens[state.at + 1]);
		if (explicit) state.at += 1;
		else if (spoken || next === void 0 || next.kind === "close" || isOr(next) && canBegin(state.tokens[state.at + 1])) break;
	}
	return {
		node: joined$1("and", parts),
		implicit
	};
}
function parseUnary(state, depth) {
	const token = state.tokens[state.at];
	if (token === void 0 || token.kind === "close") return null;
	if (isNot(token) && canBegin(state.tokens[state.at + 1])) return parseNot(state, depth);
	state.at += 1;
	if (token.kind === "open") return closed(state, parseOr(state, depth + 1));
	if (token.kind === "either") return closed(state, parseEither(state, depth + 1));
	if (token.kind === "field") {
		if (token.grouped && opensGroup(token, state.tokens[state.at], state.tokens[state.at + 1])) return parseGroup(state, token, depth);
		if (token.name === "saved" && token.value.trim() !== "") return parseSaved(state, token.value.trim().toLowerCase(), depth);
	}
	const leaves = leavesOf(token, state.shared.reading.today ?? null);
	countLeaves(state, leaves.length);
	return joined$1("and", leaves);
}
function parseGroup(state, token, depth) {
	const { today = null } = state.shared.reading;
	if (token.name === "thread" || token.name === "conversation_id") return parseThreads(state, token, depth);
	const { values, end } = valuesOf(token, state.tokens, state.at + 1);
	state.at = end;
	countLeaves(state, values.length);
	return joined$1("or", values.flatMap((value) => leavesOf({
		...token,
		value,
		grouped: false
	}, today)));
}
function parseThreads(state, { name, at }, depth) {
	const { place } = state.shared;
	const own = `${name}:{…} at character ${at + 1}`;
	const saved = state.within.at(-1);
	state.shared.place = saved === void 0 ? own : `${own} of saved:${saved}`;
	state.at += 1;
	const part = closed(state, parseOr(state, depth + 1));
	if (part === null) throw new UserError(`nothing to search for: write ${name}:{grading rubric}`);
	state.shared.place = place;
	return {
		kind: "threadOf",
		part
	};
}
function parseSaved(state, name, depth) {
	const { shared, within } = state;
	const text = shared.reading.saved?.(name) ?? null;
	if (text === null) throw unknownSaved(name, shared.reading.savedNames ?? []);
	if (within.includes(name)) throw new UserError(`saved:${name} asks for itself (${[...within, name].join(" -> ")}): change one of them`);
	const { place } = shared;
	shared.place = `saved:${name}`;
	if (text.trim() === "") throw new UserError("it is empty: save it again");
	const { root } = parseText(text, shared, [...within, name], depth + 1);
	shared.place = place;
	return {
		kind: "saved",
		name,
		part: root
	};
}
function parseNot(state, depth) {
	let negated = false;
	for (let token = state.tokens[state.at]; token !== void 0 && isNot(token) && canBegin(state.tokens[state.at + 1]); token = state.tokens[state.at]) {
		negated = !negated;
		state.at += 1;
	}
	const part = parseUnary(state, depth);
	if (part === null || !negated) return part;
	return part.kind === "not" ? part.part : {
		kind: "not",
		part
	};
}
function joined$1(kind, parts) {
	const flat = parts.flatMap((part) => part.kind === kind ? part.parts : [part]);
	return flat.length > 1 ? {
		kind,
		parts: flat
	} : flat[0] ?? null;
}
function countLeaves({ shared }, more) {
	shared.leaves += more;
	checkLeaves(shared.leaves);
}
function closed(state, node) {
	if (state.tokens[state.at]?.kind === "close") state.at += 1;
	return node;
}
function lastResort(text) {
	return {
		kind: "literal",
		text: text.trim()
	};
}
// bench/data/random.mjs
/** A generator of numbers in [0, 1), the same for the same seeds (mulberry32). */
function random(...seeds) {
	let state = 2654435769;
	for (const seed of seeds) state = Math.imul(state ^ seed, 2246822507) ^ state >>> 13;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, 1 | state);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
}
const STEPS$1 = 1 << 18;
/** A function from chance to one of `count` places, the first the likeliest: place r has a share in proportion to 1 / (r + 1). */
function zipf(count) {
	const shares = Float64Array.from({ length: count }, (_, place) => 1 / (place + 1));
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const table = new Uint32Array(STEPS$1);
	let [place, passed] = [0, shares[0]];
	for (let step = 0; step < STEPS$1; step += 1) {
		while (passed < (step + .5) / STEPS$1 * whole && place < count - 1) passed += shares[place += 1];
		table[step] = place;
	}
	return (rand) => {
		const at = rand() * STEPS$1;
		const step = Math.floor(at);
		const [from, until] = [table[step], table[step + 1] ?? count];
		return until - from < 2 ? from : from + Math.floor((at - step) * (until - from));
	};
}
// bench/data/words.mjs
const COMMON = `the to and a of in i for is we you that it on with students are this my be have what how as at our can do not
learning so they but all school from about your an teachers more or if need when think great me there will by their class has just
them make time use who new way one time love work one get like help kids good math reading writing ideas share today best thanks
growth mindset feedback assessment homework grading parents technology project science voice choice student teacher questions
learn people know see try start group building culture community leaders book blog post resource lesson district year week`;
const SYLLABLES = `ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo ga ge gi go ha he hi ho ja jo ka ke ki ko la le li lo lu ma me
mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi wo ya yo za ze zo`.split(/\s+/);
const ENDINGS = [
	"",
	"n",
	"r",
	"s",
	"t",
	"l",
	"ng",
	"st",
	"ing",
	"ed",
	"er",
	"tion",
	"ment",
	"ly"
];
const COUNT = 5e4;
function vocabulary() {
	const words = new Set(COMMON.split(/\s+/));
	const rand = random(5e4);
	const pick = (list) => list[Math.floor(rand() * list.length)];
	while (words.size < COUNT) {
		const syllables = 1 + Math.floor(rand() * 2) + (words.size > 2e3 ? 1 : 0);
		words.add(Array.from({ length: syllables }, () => pick(SYLLABLES)).join("") + pick(ENDINGS));
	}
	return [...words];
}
const WORDS = vocabulary();
zipf(COUNT);
// src/files.ts
/** The files that come with the program. */
/** The path of a file or folder of the package: `data/chats.json`. */
function shippedFile(path) {
	return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
// src/store/chats.ts
/** The chats: those that ship with edchat, overlaid by the user's own. */
const SHIPPED = shippedFile("data/chats.json");
/** The chats of data/chats.json. */
function shippedChats() {
	return JSON.parse(readFileSync(SHIPPED, "utf8"));
}
/** Every chat the archive knows, by name; the user's own win over shipped ones. */
function listChats(db) {
	const own = db.prepare("SELECT definition FROM chats ORDER BY name").all();
	const chats = new Map(shippedChats().map((chat) => [chat.name, chat]));
	for (const { definition } of own) {
		const chat = JSON.parse(definition);
		chats.set(chat.name, chat);
	}
	return [...chats.values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
}
// src/group-by.ts
/** Items by their key, in the order keys first appear. (`Map.groupBy` came with Node 21.) */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}
// src/rules/same-host.ts
/** Hosts that are doors of one site: with and without `www.`, for phones, for one country. */
const DOORS = new Map(Object.entries({
	"facebook.com": "m.facebook.com mbasic.facebook.com touch.facebook.com web.facebook.com fb.com",
	"youtube.com": "m.youtube.com youtube-nocookie.com",
	"twitter.com": "mobile.twitter.com m.twitter.com x.com mobile.x.com",
	"reddit.com": "m.reddit.com i.reddit.com np.reddit.com old.reddit.com new.reddit.com amp.reddit.com",
	"instagram.com": "m.instagram.com instagr.am",
	"nytimes.com": "mobile.nytimes.com",
	"theguardian.com": "amp.theguardian.com guardian.co.uk",
	"bbc.co.uk": "m.bbc.co.uk",
	"bbc.com": "m.bbc.com",
	"imdb.com": "m.imdb.com",
	"soundcloud.com": "m.soundcloud.com",
	"twitch.tv": "m.twitch.tv",
	"wikihow.com": "m.wikihow.com",
	"xkcd.com": "m.xkcd.com",
	"wikidata.org": "m.wikidata.org"
}).flatMap(([site, doors]) => doors.split(" ").map((door) => [door, site])));
const WIKI = /^([a-z-]+)\.m\.(wik(?:ipedia|imedia|tionary|ibooks|inews|iquote|isource|iversity|ivoyage)\.org)$/;
const AMAZON = /^(?:smile|m)\.(amazon\.(?:com?\.)?[a-z]{2,3})$/;
const BLOG = /^([a-z0-9-]+)\.blogspot\.([a-z.]+)$/;
const BLOG_ENDINGS = new Set(`ae al am ba be bg bj ca cf ch cl co.at co.id co.il co.ke co.nz co.uk co.za com com.ar com.au com.br com.by com.co com.cy com.ee com.eg
   com.es com.mt com.ng com.tr com.uy cv cz de dk fi fr gr hk hr hu ie in is it jp kr li lt lu md mk mr mx my nl no pe pt qa re ro rs ru
   se sg si sk sn su td tw ug vn`.split(/\s+/));
/** The one host of a site, for any of its doors; the host itself where nothing else is known. Lower case in and out. */
function sameHost(host) {
	const bare = withoutWww(host);
	const [, blog, ending = ""] = BLOG.exec(bare) ?? [];
	if (blog !== void 0 && BLOG_ENDINGS.has(ending)) return `${blog}.blogspot.com`;
	return DOORS.get(bare) ?? bare.replace(WIKI, "$1.$2").replace(AMAZON, "$1");
}
function withoutWww(host) {
	let bare = host;
	while (bare.startsWith("www.") && bare.includes(".", 4)) bare = bare.slice(4);
	return bare;
}
// data/tracking-parameters.json
var global = [
	"__hsfp",
	"__hssc",
	"__hstc",
	"__twitter_impression",
	"_branch_match_id",
	"_branch_referrer",
	"_ga",
	"_gl",
	"_hsenc",
	"_hsmi",
	"_kx",
	"_openstat",
	"action_object_map",
	"action_ref_map",
	"action_type_map",
	"amp_gsa",
	"amp_js_v",
	"bsft_clkid",
	"bsft_eid",
	"bsft_mid",
	"bsft_uid",
	"ck_subscriber_id",
	"cmpid",
	"dclid",
	"dm_i",
	"elqtrack",
	"elqtrackid",
	"epik",
	"fb_action_ids",
	"fb_action_types",
	"fb_ref",
	"fb_source",
	"fbclid",
	"gbraid",
	"gclid",
	"gclsrc",
	"guccounter",
	"guce_*",
	"hootpostid",
	"hsa_*",
	"hsctatracking",
	"hss_channel",
	"igsh",
	"igshid",
	"inf_contact_key",
	"irclickid",
	"irgwc",
	"li_fat_id",
	"matomo_*",
	"mc_cid",
	"mc_eid",
	"mkt_tok",
	"ml_subscriber",
	"ml_subscriber_hash",
	"msclkid",
	"mtm_*",
	"nr_email_referer",
	"ns_*",
	"oly_anon_id",
	"oly_enc_id",
	"piwik_*",
	"pk_campaign",
	"pk_kwd",
	"pk_medium",
	"pk_source",
	"rb_clickid",
	"s_cid",
	"spjobid",
	"spmailingid",
	"spreportid",
	"spuserid",
	"srsltid",
	"trk_contact",
	"trk_module",
	"trk_msg",
	"trk_sid",
	"ttclid",
	"twclid",
	"usqp",
	"utm_*",
	"vero_conv",
	"vero_id",
	"wbraid",
	"wt.mc_ev",
	"wt.mc_id",
	"wt_mc",
	"xtor",
	"yclid",
	"ymclid"
];
var hosts = {
	"amazon.*": [
		"__mk_*",
		"_encoding",
		"ascsubtag",
		"camp",
		"creative",
		"creativeasin",
		"crid",
		"dchild",
		"ie",
		"linkcode",
		"linkid",
		"pd_rd_*",
		"pf_rd_*",
		"qid",
		"ref",
		"ref_",
		"sprefix",
		"sr",
		"tag"
	],
	"apple.com": [
		"at",
		"ct",
		"itscg",
		"itsct",
		"ls",
		"mt",
		"uo"
	],
	"bbc.co.uk": [
		"at_*",
		"intlink_from_url",
		"link_location",
		"ocid",
		"sthisfb"
	],
	"bbc.com": [
		"at_*",
		"intlink_from_url",
		"link_location",
		"ocid",
		"sthisfb"
	],
	"blogspot.com": ["m", "spref"],
	"bloomberg.com": [
		"leadsource",
		"sref",
		"srnd"
	],
	"bsky.app": ["ref_src"],
	"buzzfeed.com": ["bffb", "bftw"],
	"cbsnews.com": ["ftag"],
	"change.org": [
		"recruited_by_id",
		"recruiter",
		"source_location"
	],
	"chronicle.com": ["cid"],
	"cnn.com": [
		"cid",
		"hpt",
		"iref"
	],
	"economist.com": ["fsrc"],
	"edweek.org": ["cmp", "intc"],
	"etsy.com": [
		"click_key",
		"click_sum",
		"ga_order",
		"ga_search_query",
		"ga_search_type",
		"ga_view_type",
		"organic_search_click",
		"ref"
	],
	"eventbrite.*": [
		"aff",
		"afflky",
		"ref"
	],
	"facebook.com": [
		"__cft__*",
		"__tn__",
		"__xts__*",
		"_rdc",
		"_rdr",
		"acontext",
		"comment_tracking",
		"eid",
		"fref",
		"hc_location",
		"hc_ref",
		"mibextid",
		"notif_id",
		"notif_t",
		"paipv",
		"pnref",
		"rdid",
		"ref",
		"refid",
		"refsrc",
		"sfnsn",
		"share_url"
	],
	"fastcompany.com": ["partner"],
	"forbes.com": ["sh"],
	"goodreads.com": [
		"ac",
		"from_search",
		"from_srp",
		"qid",
		"rank"
	],
	"google.*": [
		"aqs",
		"authuser",
		"bih",
		"biw",
		"cad",
		"client",
		"dpr",
		"ech",
		"ei",
		"gfe_rd",
		"gs_l",
		"gs_lcp",
		"gs_lcrp",
		"gws_rd",
		"ie",
		"oe",
		"oq",
		"pcampaignid",
		"pli",
		"rlz",
		"sa",
		"sca_esv",
		"sclient",
		"source",
		"sourceid",
		"sxsrf",
		"uact",
		"usg",
		"usp",
		"ust",
		"ved"
	],
	"huffingtonpost.com": ["ncid"],
	"huffpost.com": ["ncid"],
	"imdb.com": ["pf_rd_*", "ref_"],
	"instagram.com": ["hl", "taken-by"],
	"kickstarter.com": ["ref"],
	"linkedin.com": [
		"lici",
		"licu",
		"lipi",
		"midsig",
		"midtoken",
		"originalsubdomain",
		"rcm",
		"refid",
		"trackingid",
		"trk",
		"trkemail",
		"trkinfo"
	],
	"medium.com": ["gi", "source"],
	"newyorker.com": ["mbid"],
	"npr.org": [
		"f",
		"ft",
		"sc"
	],
	"nytimes.com": [
		"_r",
		"campaign_id",
		"clicksource",
		"contentcollection",
		"emc",
		"hp",
		"instance_id",
		"module",
		"mwrsm",
		"nl",
		"partner",
		"pgtype",
		"ref",
		"referringsource",
		"regi_id",
		"region",
		"rref",
		"searchresultposition",
		"segment_id",
		"smid",
		"smprod",
		"smtyp",
		"smvar",
		"src",
		"te",
		"user_id",
		"version"
	],
	"pinterest.*": [
		"invite_code",
		"sender",
		"sfo"
	],
	"prezi.com": ["rc"],
	"quora.com": [
		"ch",
		"oid",
		"share",
		"srid",
		"target_name",
		"target_type"
	],
	"reddit.com": [
		"correlation_id",
		"rdt",
		"ref",
		"ref_source",
		"sh",
		"share_id",
		"st"
	],
	"slate.com": ["via", "wpsrc"],
	"slideshare.net": [
		"b",
		"from_action",
		"from_search",
		"next_slideshow",
		"qid",
		"related",
		"v"
	],
	"soundcloud.com": ["ref", "si"],
	"spotify.com": ["nd", "si"],
	"theguardian.com": [
		"acquisitiondata",
		"cmp",
		"intcmp"
	],
	"tiktok.com": [
		"_r",
		"_t",
		"is_copy_url",
		"is_from_webapp",
		"sender_device",
		"sender_web_id",
		"tt_from",
		"u_code",
		"web_id"
	],
	"time.com": ["iid", "xid"],
	"twitter.com": [
		"cn",
		"cxt",
		"ref_src",
		"ref_url",
		"refsrc",
		"s",
		"src",
		"t"
	],
	"washingtonpost.com": [
		"hpid",
		"itid",
		"noredirect",
		"postshare",
		"tid",
		"wpisrc",
		"wpmk",
		"wpmm",
		"wprss"
	],
	"wikipedia.org": ["wprov"],
	"wired.com": ["mbid"],
	"wordpress.com": ["nb", "share"],
	"wsj.com": [
		"mg",
		"mod",
		"reflink"
	],
	"yahoo.com": [
		"soc_src",
		"soc_trk",
		"tsrc"
	],
	"youtu.be": [
		"ab_channel",
		"feature",
		"pp",
		"si"
	],
	"youtube.com": [
		"ab_channel",
		"app",
		"feature",
		"pp",
		"si",
		"view_as"
	]
};
var openers = {
	"docs.google.com": [
		"delayms",
		"loop",
		"resourcekey",
		"start"
	],
	"drive.google.com": ["resourcekey"],
	"dropbox.com": ["dl", "raw"],
	"medium.com": ["sk"],
	"nytimes.com": ["unlocked_article_code"],
	"washingtonpost.com": ["pwapi_token"]
};
// src/rules/host-lists.ts
/** The shipped lists of hosts and parameters, checked as they are loaded. */
const NAME = /^[a-z0-9_$][a-z0-9._-]*\*?$/;
/** A list of names from a data file; throws, naming the file and the place, when it is no list of lower-case names. */
function namesOf(list, place) {
	if (!Array.isArray(list)) throw new Error(`${place} must be a list of names`);
	return list.map((name) => {
		if (typeof name === "string" && NAME.test(name)) return name;
		throw new Error(`${place} holds ${JSON.stringify(name)}, which is no lower-case name`);
	});
}
/** The host with its parents, nearest first: `a.b.org`, `b.org`, `org`; where a country's ending follows also `name.*`. */
function familyOf(host) {
	const labels = host.split(".");
	return labels.flatMap((label, at) => {
		const ending = labels.slice(at + 1).join(".");
		return ENDING.test(ending) ? [`${label}.${ending}`, `${label}.*`] : [labels.slice(at).join(".")];
	});
}
/** What follows the name of a site that has one host a country: `com`, `de`, `co.uk`, `com.au`. */
const ENDING = /^(?:com?\.)?[a-z]{2,3}$/;
// src/rules/tracking.ts
/** Which parameters of an address say where a click came from, and not which page it leads to. */
const EVERYWHERE = listed$1(global, "global");
const ON_HOSTS = byHost(hosts);
const OPENERS = byHost(openers);
function byHost(hosts) {
	return new Map(Object.entries(hosts).map(([host, names]) => [host, listed$1(names, host)]));
}
function listed$1(list, place) {
	const names = namesOf(list, `data/tracking-parameters.json, ${place},`);
	return {
		whole: new Set(names.filter((name) => !name.endsWith("*"))),
		beginnings: names.flatMap((name) => name.endsWith("*") ? name.slice(0, -1) : [])
	};
}
const AMP = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;
/** A test for the parts (`name=value`) of an address on a host: true for those that may go, and the address still works. */
function trackingOn(host) {
	const tables = [EVERYWHERE, ...familyOf(host).flatMap((name) => ON_HOSTS.get(name) ?? [])];
	return (part) => AMP.test(part) || tables.some((names) => holds(names, nameOf(part)));
}
/** The same for those that do not tell which page it is: tracking, and keys that open the page to a reader. */
function besidesThePage(host) {
	const isTracking = trackingOn(host);
	const openers = familyOf(host).flatMap((name) => OPENERS.get(name) ?? []);
	return (part) => isTracking(part) || openers.some((names) => holds(names, nameOf(part)));
}
function holds({ whole, beginnings }, name) {
	return whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}
function nameOf(part) {
	const [name = ""] = part.split("=", 1);
	return name.replace(/%5f/gi, "_").replace(/^(?:amp;)+/, "").toLowerCase();
}
// src/rules/page-address.ts
/** The parts of an address that tell which page it is, each in its one spelling (RFC 3986, section 6). */
/** The parts of a web address. */
function readAddress(url) {
	const host = sameHost(url.hostname);
	return {
		host,
		port: url.port === "80" || url.port === "443" ? "" : url.port,
		path: withoutAmp(plainPath(url.pathname)),
		query: url.search === "" ? [] : inOrder(parametersOf(url.search, host)),
		fragment: routeOf(url.hash)
	};
}
/** The address as one text, which reads as the same parts again behind `https://`. */
function writeAddress({ host, port, path, query, fragment }) {
	const rest = (query.length > 0 ? `?${query.join("&")}` : "") + (fragment === "" ? "" : `#${fragment}`);
	return `${host}${port === "" ? "" : `:${port}`}${path === "" && rest !== "" ? "/" : path}${rest}`;
}
function parametersOf(search, host) {
	const isBeside = besidesThePage(host);
	return search.slice(1).split("&").map((part) => oneSpelling(part, PLAIN_IN_QUERY).replaceAll("%20", "+")).filter((part) => part !== "" && !isBeside(part));
}
const NAMED = /^[\w.~$!*'()%-]+=/;
function inOrder(parts) {
	return parts.length > 1 && parts.every((part) => NAMED.test(part)) ? parts.toSorted(byName) : parts;
}
function byName(one, other) {
	const [a = ""] = one.split("=", 1);
	const [b = ""] = other.split("=", 1);
	return a < b ? -1 : a > b ? 1 : 0;
}
const PLAIN_IN_PATH = "-._~!*'(),:@";
const PLAIN_IN_QUERY = "-._~!*'(),:@/?$";
function oneSpelling(text, plain) {
	return text.replace(/%(?:[0-9a-f]{2})?|[|[\]^{}`\\]/gi, (found) => {
		if (found.length < 3) return `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
		const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
		return /[a-z0-9]/i.test(character) || plain.includes(character) ? character : found.toUpperCase();
	});
}
function plainPath(path) {
	return path === "/" ? "" : withoutSlashes(oneSpelling(path, PLAIN_IN_PATH));
}
function withoutSlashes(text) {
	let end = text.length;
	while (text[end - 1] === "/") end -= 1;
	return text.slice(0, end);
}
function withoutAmp(path) {
	let article = path;
	while (article.endsWith("/amp") && isArticle(article.slice(0, -4))) article = withoutSlashes(article.slice(0, -4));
	return article;
}
function isArticle(path) {
	return /\/(?:19|20)\d\d\/|\.html?$/.test(path) || path.slice(path.lastIndexOf("/")).split("-").length > 3;
}
function routeOf(hash) {
	const fragment = withoutSlashes(oneSpelling(hash.slice(1), PLAIN_IN_QUERY));
	return /^(?:[\w-]*[!/]|q=)./.test(fragment) ? fragment : "";
}
// src/rules/redirect-target.ts
const ANY = /^/;
const WRAPPERS = [
	{
		host: /^(?:plus\.url\.)?google\.(?:com?\.)?[a-z]{2,3}$/,
		path: /^\/url$/,
		names: ["q", "url"]
	},
	{
		host: /^(?:l\.|lm\.)?facebook\.com$/,
		path: /^\/l\.php$/,
		names: ["u"]
	},
	{
		host: /^l\.instagram\.com$/,
		path: ANY,
		names: ["u"]
	},
	{
		host: /^l\.messenger\.com$/,
		path: /^\/l\.php$/,
		names: ["u"]
	},
	{
		host: /^out\.reddit\.com$/,
		path: ANY,
		names: ["url"]
	},
	{
		host: /\.safelinks\.protection\.outlook\.com$/,
		path: ANY,
		names: ["url"]
	},
	{
		host: /^youtube\.com$/,
		path: /^\/redirect$/,
		names: ["q"]
	},
	{
		host: /^slack-redir\.net$/,
		path: /^\/link$/,
		names: ["url"]
	},
	{
		host: /^linkedin\.com$/,
		path: /^\/(?:redir\/redirect|safety\/go)$/,
		names: ["url"]
	},
	{
		host: /^t\.umblr\.com$/,
		path: /^\/redirect$/,
		names: ["z"]
	},
	{
		host: /^duckduckgo\.com$/,
		path: /^\/l$/,
		names: ["uddg"]
	},
	{
		host: /^getpocket\.com$/,
		path: /^\/redirect$/,
		names: ["url"]
	},
	{
		host: /^medium\.com$/,
		path: /^\/r$/,
		names: ["url"]
	},
	{
		host: /^vk\.com$/,
		path: /^\/away\.php$/,
		names: ["to"]
	},
	{
		host: /^exit\.sc$/,
		path: ANY,
		names: ["url"]
	},
	{
		host: /^redirect\.viglink\.com$/,
		path: ANY,
		names: ["u"]
	},
	{
		host: /^go\.redirectingat\.com$/,
		path: ANY,
		names: ["url"]
	}
];
/** Where an address leads that only passes readers on, or shows another's page as AMP; null for every other. */
function redirectTarget(address) {
	const target = inPath(address) ?? inQuery(address);
	if (target === null || !/^https?:\/\/[^/]/i.test(target)) return null;
	return address.fragment === "" || target.includes("#") ? target : `${target}#${address.fragment}`;
}
function inQuery({ host, path, query }) {
	if (query.length === 0) return null;
	if (host === "href.li") return query.join("&");
	const wrapper = WRAPPERS.find((one) => one.host.test(host) && one.path.test(path));
	if (wrapper === void 0) return null;
	const values = new URLSearchParams(query.join("&"));
	return wrapper.names.map((name) => values.get(name)).find((value) => value !== null) ?? null;
}
const AMP_OF_GOOGLE = /^\/amp\/(s\/)?([^/]+\..*)$/;
const AMP_CACHE = /^\/[cv]\/(s\/)?([^/]+\..*)$/;
function inPath({ host, path, query }) {
	const [, secure, page] = (/^google\.(?:com?\.)?[a-z]{2,3}$/.test(host) ? AMP_OF_GOOGLE : host.endsWith(".cdn.ampproject.org") ? AMP_CACHE : null)?.exec(path) ?? [];
	return page === void 0 ? null : `http${secure ? "s" : ""}://${page}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
// src/rules/same-page.ts
/** The one address of what is shown; the address itself where nothing is known of the site. */
function samePage(address) {
	return SITES.find(({ host }) => host.test(address.host))?.page(address) ?? address;
}
const SITES = [
	{
		host: /^youtu\.be$/,
		page: shortVideo
	},
	{
		host: /^(?:music\.)?youtube\.com$/,
		page: video
	},
	{
		host: /^(?:player\.)?vimeo\.com$/,
		page: vimeo
	},
	{
		host: /^(?:docs|drive)\.google\.com$/,
		page: googleFile
	},
	{
		host: /^(?:twitter|[vf]xtwitter|fixupx|fixvx)\.com$/,
		page: twitter
	},
	{
		host: /^(?:amazon\.(?:com?\.)?[a-z]{2,3}|amzn\.com)$/,
		page: product
	}
];
function at(host, path, ...query) {
	return {
		host,
		port: "",
		path,
		query,
		fragment: ""
	};
}
function valueOf({ query }, name) {
	return query.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
const VIDEO = /^[\w-]{6,}$/;
function shortVideo(address) {
	const id = address.path.slice(1);
	if (id === "") return at("youtube.com", "");
	return VIDEO.test(id) ? watched(id, valueOf(address, "list")) : null;
}
function video(address) {
	const list = valueOf(address, "list");
	if (/^\/(?:playlist|embed\/videoseries)$/.test(address.path) && list !== null) return at("youtube.com", "/playlist", `list=${list}`);
	const id = videoId(address);
	return id !== null && VIDEO.test(id) ? watched(id, list) : null;
}
function videoId(address) {
	if (address.path === "/watch") return valueOf(address, "v");
	if (address.path === "/attribution_link") return /^\/watch\?v(?:=|%3D)([\w-]+)/.exec(valueOf(address, "u") ?? "")?.[1] ?? null;
	return /^\/(?:embed|e|v|shorts|live|watch)\/([\w-]+)$/.exec(address.path)?.[1] ?? null;
}
function watched(id, list) {
	return at("youtube.com", "/watch", ...list !== null && /^[\w-]+$/.test(list) && !/^(?:RD|WL|LL|UL)/.test(list) ? [`list=${list}`] : [], `v=${id}`);
}
const VIMEO = /^(?:\/video|\/m|\/channels\/[\w-]+|\/groups\/[\w-]+\/videos)?\/(\d+)(?:\/[0-9a-f]{8,})?$/;
function vimeo({ path }) {
	const id = VIMEO.exec(path)?.[1];
	return id === void 0 ? null : at("vimeo.com", `/${id}`);
}
const ACCOUNTS = /\/a\/[\w.-]+\.[a-z]+(?=\/)|\/u\/\d+(?=\/)/g;
const DOCUMENT = /^\/(document|spreadsheets|presentation|forms|drawings)(\/d\/(?:e\/)?[\w-]+)(?:\/([\w/]+))?$/;
const WAYS_IN = new Set("edit view viewer preview copy present embed comment mobilebasic mobilepresent htmlview htmlembed viewform closedform prefill template/preview".split(" "));
const PUBLISHED_WAYS_IN = /* @__PURE__ */ new Set([
	"viewform",
	"closedform",
	"prefill"
]);
function googleFile(address) {
	const path = address.path.replace(ACCOUNTS, "");
	return googleDocument(path) ?? driveFile(path, valueOf(address, "id")) ?? {
		...address,
		path
	};
}
function googleDocument(path) {
	const [, kind, id = "", way] = DOCUMENT.exec(path) ?? [];
	if (kind === void 0 || id === "/d/e") return null;
	return way === void 0 || (id.startsWith("/d/e/") ? PUBLISHED_WAYS_IN : WAYS_IN).has(way) ? at("docs.google.com", `/${kind}${id}`) : null;
}
function driveFile(path, id) {
	const file = /^\/file\/d\/([\w-]+)(?:\/(?:view|edit|preview))?$/.exec(path)?.[1] ?? (/^\/(?:open|uc)$/.test(path) ? id : null);
	if (file !== null) return at("drive.google.com", `/file/d/${file}`);
	const listed = /^\/(?:folderview|embeddedfolderview)$/.test(path) ? id : null;
	const folder = /^\/drive\/(?:mobile\/)?folders\/([\w-]+)$/.exec(path)?.[1] ?? listed;
	return folder === null ? null : at("drive.google.com", `/drive/folders/${folder}`);
}
function twitter(address) {
	const path = address.fragment.startsWith("!/") ? address.fragment.slice(1) : address.path;
	const tweet = /^\/(?:i\/web|\w{1,20})\/status(?:es)?\/(\d+)(?:\/|$)/.exec(path)?.[1];
	if (tweet !== void 0) return at("twitter.com", `/i/status/${tweet}`);
	if (address.host !== "twitter.com") return null;
	return /^\/\w{1,20}$/.test(path) ? {
		...address,
		path: path.toLowerCase(),
		fragment: ""
	} : null;
}
const PRODUCT = /^(?:\/[^/]+)?(?:\/(?:dp|gp\/product|gp\/aw\/d|exec\/obidos\/asin|o\/asin))\/([a-z0-9]{10})(?:\/|$)/i;
function product(address) {
	const host = address.host === "amzn.com" ? "amazon.com" : address.host;
	const id = (PRODUCT.exec(address.path) ?? (host === address.host ? null : /^\/(\w{10})$/.exec(address.path)))?.[1];
	if (id !== void 0) return at(host, `/dp/${id.toUpperCase()}`);
	return {
		...address,
		path: address.path.replace(/\/ref=[^/]*$/, "")
	};
}
// src/rules/canonical-url.ts
/** One page, one address: the key that joins the spellings of a link. */
/** Redirects inside redirects that are followed; an address with more is its own page. */
const DEEPEST = 5;
/**
* The canonical address of a page, without its scheme, and the host it is on; null for what is no whole web address.
* The canonical form of `https://` and a canonical address is that address. It is a key, and need not open in a browser.
*/
function canonicalUrl(url) {
	const parsed = parse(url);
	if (parsed === null) return null;
	const { address } = innermost(parsed);
	const page = samePage(address);
	return {
		canonical: writeAddress(page),
		host: page.host
	};
}
/**
* An address that still works, less its tracking parameters and the redirects that carry it; all else stays as it was
* written. What is no web address comes back as it is.
*/
function cleanUrl(url) {
	const parsed = parse(url);
	if (parsed === null) return url;
	const page = innermost(parsed).url;
	const isTracking = trackingOn(sameHost(page.hostname));
	const parts = page.search.slice(1).split("&");
	const kept = parts.filter((part) => !isTracking(part));
	if (kept.length < parts.length) page.search = kept.join("&");
	return page.href;
}
function parse(url) {
	const trimmed = url.trim();
	const whole = trimmed.replace(/…$/, "");
	if (!/^https?:\/\/[^/]/i.test(whole) || !URL.canParse(whole)) return null;
	const parsed = new URL(whole);
	return whole !== trimmed && parsed.hostname === "t.co" ? null : parsed;
}
function innermost(url) {
	const outer = {
		url,
		address: readAddress(url)
	};
	let page = outer;
	for (let depth = 0; depth <= DEEPEST; depth += 1) {
		const target = redirectTarget(page.address);
		const inner = target === null ? null : parse(target);
		if (inner === null) return page;
		page = {
			url: inner,
			address: readAddress(inner)
		};
	}
	return outer;
}
// src/rules/link-list.ts
/** Shares -> links: who shared a page, how often, under which question. */
/** The pages among some shares (oldest first), by people sharing, then by tweets, then oldest first. */
function gatherLinks(shares) {
	const pages = groupBy(shares, ({ canonical }) => canonical);
	return Array.from(pages.values(), linkOf).toSorted((a, b) => b.sharedBy.length - a.sharedBy.length || b.tweets - a.tweets || a.firstSharedAt - b.firstSharedAt || compare(a.canonical, b.canonical));
}
function linkOf(shares) {
	const first = shares[0];
	if (first === void 0) throw new Error("a link without shares");
	return {
		url: bestUrl(shares.map(({ url }) => url)),
		canonical: first.canonical,
		host: first.host,
		title: shares.find(({ title }) => title !== null)?.title ?? null,
		sharedBy: [...new Map(shares.map(({ author }) => [author?.toLowerCase() ?? null, author])).values()],
		tweets: shares.length,
		firstSharedAt: first.createdAt,
		firstKey: first.key,
		question: commonest(shares.flatMap(({ question }) => question ?? [])),
		spellings: new Set(shares.map(({ url }) => url)).size,
		before: [],
		verdict: null,
		starred: false,
		note: null,
		tags: []
	};
}
function bestUrl(urls) {
	const [best = ""] = [...new Set(urls.map(cleanUrl))].toSorted((a, b) => Number(b.startsWith("https:")) - Number(a.startsWith("https:")) || a.length - b.length || compare(a, b));
	return best;
}
function commonest(numbers) {
	const [first] = [...groupBy(numbers, (number) => number)].toSorted(([a, one], [b, other]) => other.length - one.length || a - b);
	return first?.[0] ?? null;
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/store/scope.ts
/** The binding of a scope. A session may begin before midnight of its date or run past it: its own tweets decide, not the day. */
function bindingOf(db, { chat, first, last, session }) {
	if (session === null) return {
		chat: chat.name,
		first,
		last,
		session
	};
	const row = db.prepare("SELECT min(n) AS first, max(n) AS last FROM placements WHERE chat = ? AND session = ?").safeIntegers().get(chat.name, session);
	return {
		chat: chat.name,
		first: row?.first ?? first,
		last: row?.last ?? last,
		session
	};
}
/** Everything of a chat. */
function wholeScope(db, chat) {
	return scopeOfRange(db, chat, {
		from: "0001-01-01",
		until: "9999-12-31"
	}, "all time");
}
/** What a WHEN means for a chat. `latest` is the ISO week of its latest session, or of its latest tweet. */
function resolveWhen(db, chat, when) {
	if (when.kind === "range") return scopeOfRange(db, chat, when.range, when.label);
	if (when.kind === "session") return {
		...scopeOfRange(db, chat, when.range, when.session),
		sessions: [when.session],
		session: when.session
	};
	const date = latestSession(db, chat.name)?.slice(0, 10) ?? latestDate(db, chat);
	if (date === null) throw nothingYet(db, chat);
	const week = isoWeek(date);
	return scopeOfRange(db, chat, weekRange(week), week);
}
/** The sentence for a chat without a session: what there is of it, and what to do. */
function nothingYet(db, chat) {
	const date = latestDate(db, chat);
	if (date !== null) return nothingFound(`The archive has tweets of ${chat.title}, the latest of ${date}, but no meeting stands out among them. Find them with: edchat search WORDS`);
	return nothingFound(`The archive has no tweet of ${chat.title} yet. Import an export of it, or choose another chat with --chat (see: edchat chats)`);
}
function latestDate(db, chat) {
	const row = db.prepare(`SELECT t.created_at AS createdAt FROM chat_tweets c JOIN tweets t ON t.n = c.n WHERE c.chat = ? AND t.context = 0 ORDER BY c.n DESC LIMIT 1`).get(chat.name);
	return row === void 0 ? null : localDate(row.createdAt, chat.zone);
}
/** The name of a chat's latest session, or null. */
function latestSession(db, chat) {
	return db.prepare("SELECT max(session) AS session FROM sessions WHERE chat = ?").get(chat)?.session ?? null;
}
function scopeOfRange(db, chat, range, label) {
	const { from, until } = instantsOf(range, chat.zone);
	const { first, last } = rowRange(from, until);
	const sessions = db.prepare("SELECT session FROM sessions WHERE chat = ? AND session >= ? AND session < ? ORDER BY session").all(chat.name, range.from, range.until).map(({ session }) => session);
	return {
		chat,
		label,
		range,
		first: clamp(first),
		last: clamp(last),
		sessions,
		session: null
	};
}
const MAX = 2n ** 63n - 1n;
function clamp(n) {
	return n > MAX ? MAX : n < -MAX ? -MAX : n;
}
/** The scope with the sessions of every week its own sessions are in; with none, those of all weeks. */
function weeksOf(db, scope) {
	const all = db.prepare("SELECT session FROM sessions WHERE chat = ? ORDER BY session").all(scope.chat.name);
	return {
		...scope,
		sessions: all.map(({ session }) => session)
	};
}
// src/store/link-shares.ts
/** The shares of a scope, oldest first. */
function listShares(db, scope) {
	return db.prepare(`SELECT l.canonical, l.host, s.url, s.title, COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.created_at AS createdAt, p.session, p.question
       FROM chat_tweets c JOIN shares s ON s.n = c.n JOIN links l USING (link) JOIN tweets t ON t.n = c.n
       LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session)
       ORDER BY c.n, l.canonical`).all(bindingOf(db, scope));
}
// src/derive/mention-parents.ts
/** What is said to somebody in a chat is about what they said in the last quarter of an hour. */
const RECENT = 9e5;
const ADDRESSED = /^\s*@(\w{1,30})/;
/**
* The parents that mentions tell, by key, among the tweets of one session in time order. Only where one tweet alone can
* be meant: of what the person named said before, what the author answered already is out, and what was said to the
* author goes first.
*/
function mentionParents(tweets) {
	const said = /* @__PURE__ */ new Map();
	const answered = new Set(tweets.flatMap(({ author, replyTo, quoteOf }) => [replyTo, quoteOf].map((key) => `${folded(author)} ${key}`)));
	const parents = /* @__PURE__ */ new Map();
	for (const tweet of tweets) {
		const author = folded(tweet.author);
		const handle = addressee$1(tweet);
		const parent = handle === null || handle === author ? null : only(recent(said.get(handle) ?? [], tweet), author, answered);
		if (parent !== null) {
			parents.set(tweet.key, parent.key);
			answered.add(`${author} ${parent.key}`);
		}
		if (!tweet.isRetweet) said.set(author, [...recent(said.get(author) ?? [], tweet), tweet]);
	}
	return parents;
}
/** The folded handle that a tweet without a known parent speaks to, or null. */
function addressee$1({ text, author, isRetweet, replyTo, replyToAuthor, quoteOf }) {
	if (isRetweet || author === null || replyTo !== null || quoteOf !== null) return null;
	const handle = replyToAuthor ?? ADDRESSED.exec(text)?.[1];
	return handle === void 0 ? null : folded(handle);
}
function recent(said, { createdAt }) {
	return said.filter((one) => one.createdAt >= createdAt - RECENT);
}
function only(candidates, author, answered) {
	const open = candidates.filter(({ key }) => !answered.has(`${author} ${key}`));
	const toAuthor = open.filter(({ text, replyToAuthor }) => folded(replyToAuthor ?? ADDRESSED.exec(text)?.[1] ?? null) === author);
	const [first, ...others] = toAuthor.length > 0 ? toAuthor : open;
	return first !== void 0 && others.length === 0 ? first : null;
}
function folded(handle) {
	return handle?.toLowerCase() ?? "";
}
// src/store/mentions.ts
/** The mentions of a chat; nothing is known of a session before it is read. */
function mentionsIn(db, chat) {
	const read = db.prepare(`SELECT COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.created_at AS createdAt, t.text, t.is_retweet AS isRetweet,
            CAST(t.reply_to AS TEXT) AS replyTo, t.reply_to_author AS replyToAuthor, CAST(t.quote_of AS TEXT) AS quoteOf
     FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? AND p.session = ? ORDER BY p.n`);
	const known = /* @__PURE__ */ new Set();
	const parents = /* @__PURE__ */ new Map();
	const children = /* @__PURE__ */ new Map();
	return {
		parentOf: (key) => parents.get(key),
		childrenOf: (key) => children.get(key) ?? [],
		learn: (session) => {
			if (known.has(session)) return;
			known.add(session);
			const tweets = read.all(chat, session).map((row) => ({
				...row,
				isRetweet: row.isRetweet === 1
			}));
			for (const [key, parent] of mentionParents(tweets)) {
				parents.set(key, parent);
				children.set(parent, [...children.get(parent) ?? [], key]);
			}
		}
	};
}
// src/tweet.ts
/** What a tweet is, from what it points to; a retweet of a reply is a retweet. */
function kindOf(tweet) {
	if (tweet.isRetweet) return "retweet";
	if (tweet.replyTo !== null || tweet.replyToAuthor !== null) return "reply";
	return tweet.quoteOf === null ? "original" : "quote";
}
/** The public address of a tweet, or null for a post that never had one we know. */
function tweetUrl(tweet) {
	if (tweet.network === "mastodon") return /^mastodon:(https?:\/\/.+)$/.exec(tweet.key)?.[1] ?? null;
	if (tweet.network === "bluesky") return blueskyUrl(tweet.key, tweet.author);
	if (!/^\d+$/.test(tweet.key)) return null;
	return `https://twitter.com/${tweet.author ?? "i/web"}/status/${tweet.key}`;
}
function blueskyUrl(key, author) {
	const [, did, post] = /^bluesky:at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(key) ?? [];
	return post === void 0 ? null : `https://bsky.app/profile/${author ?? did}/post/${post}`;
}
// src/store/tweet-row.ts
/** The columns that `tweetOf` reads, with 64-bit numbers as text: `SELECT ${TWEET_FIELDS} FROM tweets t`. */
const TWEET_FIELDS = `
  COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.network, t.author, t.author_name, t.author_id, t.created_at, t.text, t.truncated,
  t.is_retweet, CAST(t.reply_to AS TEXT) AS reply_to, t.reply_to_author, CAST(t.retweet_of AS TEXT) AS retweet_of,
  t.retweet_of_author, CAST(t.quote_of AS TEXT) AS quote_of, CAST(t.conversation AS TEXT) AS conversation, t.likes, t.retweets,
  t.replies, t.quotes, t.lang, t.client, t.section, t.entities, t.context`;
/** The tweet a row holds. */
function tweetOf(row) {
	const entities = row.entities === null ? {} : JSON.parse(row.entities);
	return {
		key: row.key,
		network: row.network,
		author: row.author,
		authorName: row.author_name,
		authorId: row.author_id,
		createdAt: row.created_at,
		text: row.text,
		truncated: row.truncated === 1,
		isRetweet: row.is_retweet === 1,
		replyTo: row.reply_to,
		replyToAuthor: row.reply_to_author,
		retweetOf: row.retweet_of,
		retweetOfAuthor: row.retweet_of_author,
		quoteOf: row.quote_of,
		conversation: row.conversation,
		links: entities.links ?? [],
		media: entities.media ?? [],
		hashtags: entities.hashtags ?? [],
		mentions: entities.mentions ?? [],
		likes: row.likes,
		retweets: row.retweets,
		replies: row.replies,
		quotes: row.quotes,
		lang: row.lang,
		client: row.client,
		section: row.section,
		context: row.context === 1
	};
}
/** A key as reference columns hold it: the n of a Twitter status, else the text. */
function reference(key) {
	return key !== null && /^\d{1,18}$|^[1-8]\d{18}$/.test(key) ? BigInt(key) : key;
}
// src/store/tweet-views.ts
const PLACED_FIELDS = `${TWEET_FIELDS}, p.session, p.role, p.question, p.attributed_by, p.certainty`;
/** Tweets of a scope (of its session, where it names one), in time order, a row at a time. */
function* eachScoped(db, scope) {
	const rows = db.prepare(`SELECT ${PLACED_FIELDS} FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session) ORDER BY c.n`).iterate(bindingOf(db, scope));
	for (const row of rows) {
		const tweet = tweetOf(row);
		yield {
			tweet,
			view: viewOf(tweet, row)
		};
	}
}
/** Tweets by key, in the order given; those the archive lacks are left out. Context tweets are included. */
function tweetsByKey(db, chat, keys) {
	const get = db.prepare(`SELECT ${PLACED_FIELDS} FROM tweets t LEFT JOIN placements p ON p.chat = @chat AND p.n = t.n
     WHERE (t.n = CAST(@key AS INTEGER) AND t.key IS NULL) OR t.key = @key`);
	const found = keys.flatMap((key) => {
		const row = get.get({
			chat,
			key
		});
		if (row === void 0) return [];
		const tweet = tweetOf(row);
		return [[row.key, {
			tweet,
			view: viewOf(tweet, row)
		}]];
	});
	return new Map(found);
}
function viewOf(tweet, row) {
	return {
		key: tweet.key,
		url: tweetUrl(tweet),
		author: tweet.author,
		authorName: tweet.authorName,
		createdAt: tweet.createdAt,
		text: tweet.text,
		kind: kindOf(tweet),
		links: tweet.links,
		media: tweet.media.length,
		likes: tweet.likes,
		retweets: tweet.retweets,
		session: row.session,
		role: row.role,
		question: row.question,
		attributedBy: row.attributed_by,
		certainty: row.certainty
	};
}
// src/store/answers.ts
/**
* The answers of a session by the number of their question, in time order, save that what speaks to another answer stands
* below it.
*/
function answersByQuestion(db, scope, session) {
	const mentions = mentionsIn(db, scope.chat.name);
	mentions.learn(session);
	const placed = /* @__PURE__ */ new Map();
	for (const one of eachScoped(db, {
		...scope,
		session
	})) if (one.view.role === "answer") placed.set(one.view.key, one);
	const children = /* @__PURE__ */ new Map();
	for (const { tweet, view } of placed.values()) {
		const told = tweet.isRetweet ? null : tweet.replyTo ?? tweet.quoteOf;
		const parent = told ?? (tweet.isRetweet ? null : mentions.parentOf(view.key) ?? null);
		const above = parent === null ? void 0 : placed.get(parent)?.view;
		const isUnder = above !== void 0 && above.question === view.question && above.createdAt <= view.createdAt && above !== view;
		const under = isUnder ? parent : null;
		grow(children, under, {
			view,
			under,
			inferred: isUnder && told === null
		});
	}
	return arranged(children);
}
function arranged(children) {
	const answers = /* @__PURE__ */ new Map();
	const open = (children.get(null) ?? []).map((tied) => ({
		tied,
		depth: 0
	})).toReversed();
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		const { tied, depth } = at;
		const { view, under, inferred } = tied;
		if (view.question !== null) grow(answers, view.question, {
			...view,
			under,
			inferred,
			depth
		});
		open.push(...(children.get(view.key) ?? []).map((child) => ({
			tied: child,
			depth: depth + 1
		})).toReversed());
	}
	return answers;
}
function grow(lists, key, value) {
	const known = lists.get(key);
	if (known === void 0) lists.set(key, [value]);
	else known.push(value);
}
// src/store/session-views.ts
const FIELDS = `
  s.session, s.week, s.starts_at, s.ends_at, s.topic, s.topic_source, s.topic_terms, s.tweets, s.people,
  (SELECT count(DISTINCT number) FROM questions q WHERE q.chat = s.chat AND q.session = s.session) AS questions,
  s.links, s.curve, s.moderators, s.found_by`;
/** The sessions of a scope, oldest first. */
function listSessions(db, { chat, sessions }) {
	return db.prepare(`SELECT ${FIELDS} FROM sessions s WHERE s.chat = ? AND s.session IN (SELECT value FROM json_each(?)) ORDER BY s.session`).all(chat.name, JSON.stringify(sessions)).map(summaryOf);
}
/** What is kept of one session besides its summary; null when there is none of that name. */
function getSession(db, chat, session) {
	const row = db.prepare(`SELECT ${FIELDS} FROM sessions s WHERE s.chat = ? AND s.session = ?`).get(chat, session);
	return row === void 0 ? null : {
		summary: summaryOf(row),
		foundBy: row.found_by,
		moderators: JSON.parse(row.moderators)
	};
}
/** The questions of a session in the order they were asked, each with its answers. */
function listQuestions(db, scope, session) {
	const answers = answersByQuestion(db, scope, session);
	const questions = questionRows(db, scope.chat.name, session);
	return questions.map((question) => {
		const parts = questions.filter(({ number }) => number === question.number);
		return {
			...question,
			answers: answersOfPart(parts.indexOf(question), parts, answers.get(question.number) ?? [])
		};
	});
}
/** Parts of a question that follow each other so soon are answered together. */
const TOGETHER = 3e5;
function answersOfPart(part, parts, answers) {
	let place = 0;
	return answers.filter(({ createdAt, depth }) => {
		if (depth === 0) place = partAnswered(parts, createdAt);
		return place === part;
	});
}
function partAnswered(parts, at) {
	const asked = Math.max(0, parts.findLastIndex(({ askedAt }) => askedAt <= at));
	const pause = parts.findIndex(({ askedAt }, index) => index > asked && askedAt - (parts[index - 1]?.askedAt ?? 0) > TOGETHER);
	return pause < 0 ? parts.length - 1 : pause - 1;
}
/** The questions of one session, or of all (`session` null), as they were asked. */
function questionRows(db, chat, session) {
	return db.prepare(`SELECT q.session, q.number, q.label, COALESCE(t.key, CAST(t.n AS TEXT), '') AS key, q.text, q.asked_at AS askedAt, q.asked_by AS askedBy,
              p.attributed_by IS 'clock' AS guessed
       FROM questions q LEFT JOIN tweets t ON t.n = q.n LEFT JOIN placements p ON p.chat = q.chat AND p.n = q.n WHERE q.chat = @chat AND (@session IS NULL OR q.session = @session) ORDER BY q.session, q.asked_at, q.n`).all({
		chat,
		session
	}).map((row) => ({
		...row,
		guessed: row.guessed === 1
	}));
}
function summaryOf(row) {
	return {
		session: row.session,
		week: row.week,
		startsAt: row.starts_at,
		endsAt: row.ends_at,
		topic: {
			text: row.topic,
			source: row.topic_source,
			terms: JSON.parse(row.topic_terms)
		},
		tweets: row.tweets,
		people: row.people,
		questions: row.questions,
		links: row.links,
		curve: JSON.parse(row.curve)
	};
}
// src/store/link-weeks.ts
/** The links of a scope by ISO week of the chat's own zone, newest week first, each under its session's topic. */
function linkWeeks(db, scope) {
	const shares = groupBy(listShares(db, scope), ({ createdAt }) => isoWeek(localDate(createdAt, scope.chat.zone)));
	const sessions = sessionsByWeek(db, scope);
	return [...shares].toSorted(([a], [b]) => a < b ? 1 : -1).map(([week, own]) => {
		const session = sessions.get(week);
		return {
			week,
			session: session?.session ?? null,
			topic: session?.topic ?? null,
			links: gatherLinks(own)
		};
	});
}
function sessionsByWeek(db, scope) {
	const sessions = listSessions(db, weeksOf(db, scope));
	return new Map(sessions.toReversed().map((session) => [session.week, session]));
}
// src/store/migrations.ts
const migrations = [`
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

  -- What can be searched: a tweet with the question it answers and the topic that somebody stated.
  CREATE VIEW search_rows AS
    SELECT t.n,
           COALESCE(t.search_text, t.text) AS text,
           COALESCE(t.author, '') || ' ' || COALESCE(t.author_name, '') AS author,
           COALESCE(t.search_tags, '') AS tags,
           COALESCE(t.search_words, '') AS words,
           COALESCE((SELECT group_concat(l.words || ' ' || COALESCE(g.title, s.title, ''), ' ') FROM shares s JOIN links l ON l.link = s.link
                     LEFT JOIN pages g ON g.canonical = l.canonical WHERE s.n = t.n), '') AS links,
           COALESCE((SELECT group_concat(q.words, ' ') FROM placements p JOIN questions q ON q.chat = p.chat AND q.session = p.session AND q.number = p.question
                     WHERE p.n = t.n AND p.role = 'answer'), '') AS question,
           COALESCE((SELECT group_concat(s.topic, ' ') FROM placements p JOIN sessions s ON s.chat = p.chat AND s.session = p.session
                     WHERE p.n = t.n AND s.topic_source <> 'derived'), '') AS topic
    FROM tweets t WHERE t.context = 0 AND t.twin IS NULL;
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
  INSERT INTO stems (stems, rank) VALUES ('hashsize', 33554432);
  INSERT INTO plain (plain, rank) VALUES ('hashsize', 33554432);
  CREATE VIRTUAL TABLE plain_words USING fts5vocab(plain, row);
  -- Rows whose entries in both indexes must be made, made again or taken out.
  CREATE TABLE stale_rows (n INTEGER PRIMARY KEY) STRICT;

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
    words TEXT NOT NULL,
    moderators TEXT NOT NULL,
    tweets INTEGER NOT NULL,
    people INTEGER NOT NULL,
    links INTEGER NOT NULL,
    -- Tweets in each twelfth of the time from start to end.
    curve TEXT NOT NULL,
    PRIMARY KEY (chat, session)
  ) STRICT, WITHOUT ROWID;
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
    PRIMARY KEY (n, chat)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX placements_session ON placements (chat, session);
`];
/** The schema version this program writes. */
const SCHEMA_VERSION = migrations.length;
/** Brings an archive to the current schema, one transaction a step; refuses one that a newer edchat wrote. */
function migrate(db) {
	const version = schemaVersion(db);
	if (version > SCHEMA_VERSION) throw new UserError(`${db.name}: this archive was written by a newer edchat (schema ${version}, this one knows ${SCHEMA_VERSION}): update edchat and try again`);
	migrations.slice(version).forEach((sql, step) => {
		db.transaction(() => {
			db.exec(sql);
			db.pragma(`user_version = ${version + step + 1}`);
		}).immediate();
	});
}
/** The schema version of an archive; 0 for an empty file. */
function schemaVersion(db) {
	return Number(db.pragma("user_version", { simple: true }));
}
// src/store/sqlite.ts
/** SQLite, found at its own place: the package's loader looks for it in a dozen, and reads files to tell which. */
const NATIVE = "better-sqlite3/build/Release/better_sqlite3.node";
/** Opens a database: a file, `:memory:`, or the bytes of one. */
function sqlite(source, options = {}) {
	const nativeBinding = native();
	return new SqliteDatabase(source, nativeBinding === void 0 ? options : {
		...options,
		nativeBinding
	});
}
/** Whether an error is one of SQLite's. */
function isSqliteError(error) {
	return error instanceof SqliteDatabase.SqliteError;
}
function native() {
	try {
		return createRequire(import.meta.url).resolve(NATIVE);
	} catch {
		return;
	}
}
// src/store/open.ts
/** Opening the archive: one writer, many readers, and a clear sentence when it cannot be done. */
/** Another edchat may be writing: wait this long (ms) for it before giving up. */
const PATIENCE = 6e4;
/** Opens an archive for reading and writing, making it (and its folder) when there is none. */
function openForWriting(path) {
	try {
		mkdirSync(dirname(path), { recursive: true });
		const db = sqlite(path, { timeout: PATIENCE });
		return prepared(db, () => {
			db.pragma("journal_mode = WAL");
			db.pragma("synchronous = FULL");
			migrate(db);
		});
	} catch (error) {
		throw explained(error, path, "write");
	}
}
/** Opens an archive for reading; nothing is written. An archive of an older edchat is brought up to date first. */
function openForReading(path) {
	try {
		const db = openReadOnly(path);
		if (schemaVersion(db) === SCHEMA_VERSION) return db;
		db.close();
	} catch (error) {
		throw explained(error, path, "read");
	}
	return openForWriting(path);
}
function openReadOnly(path) {
	try {
		const db = sqlite(path, {
			readonly: true,
			timeout: PATIENCE
		});
		return prepared(db, () => schemaVersion(db));
	} catch (error) {
		if (!isSqliteError(error) || !/^SQLITE_(?:CANTOPEN|READONLY)/.test(error.code)) throw error;
		return openCopy(path);
	}
}
function openCopy(path) {
	const bytes = readFileSync(path);
	bytes.fill(1, 18, 20);
	return sqlite(bytes, { readonly: true });
}
function prepared(db, prepare) {
	try {
		prepare();
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
}
function explained(error, path, purpose) {
	if (error instanceof UserError) return error;
	const sentence = sentenceFor(error instanceof Error && "code" in error ? String(error.code) : "", path, purpose);
	return sentence === null ? error : new UserError(sentence, { cause: error });
}
function sentenceFor(code, path, purpose) {
	if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return `${path}: cannot open the archive, ${purpose === "write" ? "edchat may not write there" : "edchat may not read it"}. Choose another place with --db FILE or the EDCHAT_DB variable`;
	if (/^(?:EEXIST|ENOTDIR|EISDIR)/.test(code)) return `${path}: cannot make the archive there, a part of the path is not a folder`;
	if (code === "SQLITE_NOTADB") return `${path}: this is not an edchat archive. Name another file with --db FILE`;
	if (code.startsWith("SQLITE_CORRUPT")) return `${path}: the archive is damaged. Keep the file, and restore a copy of it from before`;
	if (code.startsWith("SQLITE_BUSY")) return `${path}: another program has been writing to the archive for a minute: try again when it is done`;
	if (/^(?:ENOSPC|SQLITE_FULL)/.test(code)) return `${path}: the disk is full; nothing was lost. Make room and try again`;
	return null;
}
// src/store/search-sql.ts
/** The SQL of a piece. */
function sql(text, ...values) {
	return {
		text,
		values
	};
}
/** Joins pieces by AND or OR; no pieces joined by AND are true. */
function join(operator, parts) {
	if (parts.length === 0) return sql(operator === "AND" ? "1" : "0");
	return {
		text: parts.map(({ text }) => `(${text})`).join(` ${operator} `),
		values: parts.flatMap(({ values }) => values)
	};
}
// src/store/search-links.ts
/** What `url:` and `site:` ask of the shared links. */
/** Whether an address was pasted whole. */
function isWholeAddress(address) {
	return /^https?:\/\//i.test(address);
}
/**
* The rows that share an address, as a query with the one column n: of a pasted one those of the page and the pages below it, in
* whatever spelling; else those with that part in it.
*/
function rowsSharing(address) {
	const whole = isWholeAddress(address);
	const canonical = canonicalUrl(whole ? address : `https://${address}`)?.canonical ?? address;
	if (whole) return sql("SELECT s.n FROM links l CROSS JOIN shares s ON s.link = l.link WHERE l.canonical >= ? AND l.canonical < ?", canonical, `${canonical}\u{10ffff}`);
	return sql(`SELECT s.n FROM links l CROSS JOIN shares s ON s.link = l.link WHERE l.canonical LIKE ? ESCAPE '!'
     UNION SELECT n FROM shares WHERE url LIKE ? ESCAPE '!'`, holding(canonical), holding(address));
}
/** Tweets that share an address; of a pasted one that no tweet shares, those that hold it: it may be short, or that of a picture or a tweet. */
function sharedAddress(address, { db, n }) {
	const { text, values } = rowsSharing(address);
	return !isWholeAddress(address) || db.prepare(`${text} LIMIT 1`).get(...values) !== void 0 ? {
		text: `${n} IN (${text})`,
		values
	} : sql("t.text LIKE ? ESCAPE '!'", holding(address));
}
function holding(text) {
	return `%${text.replace(/[!%_]/g, "!$&")}%`;
}
/** Tweets (row number `n`) that share a page of a host or its subdomains. */
function sharedHost(host, n) {
	const canonical = canonicalUrl(`https://${host}`)?.host ?? host;
	return sql(`${n} IN (SELECT s.n FROM links l JOIN shares s ON s.link = l.link WHERE l.host = ? OR substr(l.host, -length(?)) = ?)`, canonical, `.${canonical}`, `.${canonical}`);
}
// src/query/ast.ts
/** The leaves that count for a hit: those not under a NOT. What `thread:{…}` asks need not be true of the hit itself. */
function wantedLeaves(node) {
	if (node.kind === "not") return [];
	if (node.kind === "saved") return wantedLeaves(node.part);
	if (node.kind === "and" || node.kind === "or") return node.parts.flatMap(wantedLeaves);
	return [node];
}
const STEPS = [
	1,
	2,
	3,
	5,
	10,
	20,
	50,
	100,
	200,
	500,
	1e3,
	1e4
];
const COUNTS = {
	likes: "l",
	retweets: "w",
	replies: "p",
	quotes: "k"
};
const KINDS = {
	retweet: "kr0",
	reply: "ky0",
	quote: "kq0",
	original: "ko0"
};
const LINK = "hl0";
const MEDIA = "hm0";
const FIRST_SIGN = "←";
/** The traits of a search, as they stand in the index. */
const trait = {
	link: "hl0",
	media: "hm0",
	/** Its text holds an emoji or another sign beyond letters. */
	signs: `hs0`,
	kind: (what) => "" + KINDS[what],
	moderator: `rm0`,
	/** By somebody whose first session it belongs to; in the first session of all, everybody would be new. */
	newcomer: `rn0`,
	/** A question or an answer without a number. */
	unnumbered: (role) => `r${role.charAt(0)}0`,
	author: (who) => `f${lettered(who)}0`,
	/** Its text holds an address though it shares no page and no picture. */
	address: `ha0`,
	mention: (who) => `m${lettered(who)}0`,
	/** Its links lead to this host, or to one of its subdomains. */
	host: (host) => `i${lettered(host)}0`,
	/** It holds this address of t.co. */
	short: (code) => `u${lettered(code)}0`,
	/** Whom it answers. */
	addressee: (who) => `d${lettered(who)}0`,
	tag: (tag) => `t${lettered(tag)}0`,
	session: (session) => `s${session.replaceAll("-", "")}0`,
	numbered: (role, number) => `${role === "question" ? "q" : "a"}${number}`
};
/** Of every tweet one of these is true. */
const KIND_TRAITS = [
	"original",
	"reply",
	"retweet",
	"quote"
].map(trait.kind);
/** The traits of tweets with at least so many, and whether they say it exactly; none for a count that any known one reaches. */
function countTraits(of, least) {
	const at = STEPS.findLastIndex((step) => step <= least);
	return {
		traits: STEPS.slice(Math.max(at, 0)).map((step) => countTrait(of, step)),
		exact: STEPS[at] === least
	};
}
/** Whether a name is spelled in the letters that the index keeps apart. */
function isPlainName(name) {
	return /^[\w.@-]+$/.test(name);
}
/** Whether a text holds what `trait.signs` marks. */
function hasSigns(text) {
	return Array.from(text).some((letter) => letter >= FIRST_SIGN);
}
function countTrait(of, step) {
	return `n${COUNTS[of]}${step}`;
}
const SPELLINGS = {
	z: "zz",
	_: "zu",
	".": "zd",
	"-": "zh",
	"@": "za"
};
function lettered(name) {
	return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[z_.@-]/g, (sign) => SPELLINGS[sign]);
}
function letteredSql(column) {
	return Object.entries(SPELLINGS).reduce((text, [sign, spelling]) => `replace(${text}, '${sign}', '${spelling}')`, `lower(${column})`);
}
function when$1(condition, word) {
	return `CASE WHEN ${condition} THEN ' ${word}' ELSE '' END`;
}
function countSql(of) {
	return `CASE ${STEPS.toReversed().map((step) => `WHEN t.${of} >= ${step} THEN ' ${countTrait(of, step)}'`).join(" ")} ELSE '' END`;
}
const LED = `substr(t.text, 2, length(t.text) - 1 - length(ltrim(substr(t.text, 2), '_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')))`;
const HOSTS = `WITH RECURSIVE hosts (host) AS (
    SELECT l.host FROM shares s JOIN links l ON l.link = s.link WHERE s.n = t.n
    UNION SELECT substr(host, instr(host, '.') + 1) FROM hosts WHERE instr(host, '.') > 0
  ) SELECT group_concat(' i' || ${letteredSql("host")} || '0', '') FROM hosts WHERE instr(host, '.') > 0`;
const SHORTS = `SELECT group_concat(' u' || ${letteredSql("substr(e.value ->> '$.short', 14)")} || '0', '')
  FROM (SELECT value FROM json_each(t.entities, '$.links') UNION ALL SELECT value FROM json_each(t.entities, '$.media')) e
  WHERE e.value ->> '$.short' LIKE 'https://t.co/%'`;
const ANSWERS = "(t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)";
const PLACE = [
	`' s' || replace(p.session, '-', '') || '0'`,
	`CASE p.role WHEN 'question' THEN COALESCE(' q' || p.question, ' ${trait.unnumbered("question")}')
               WHEN 'answer' THEN COALESCE(' a' || p.question, ' ${trait.unnumbered("answer")}') ELSE '' END`,
	`CASE WHEN EXISTS (SELECT 1 FROM sessions s JOIN json_each(s.moderators) m
                     WHERE s.chat = p.chat AND s.session = p.session AND m.value = t.author COLLATE NOCASE) THEN ' ${trait.moderator}' ELSE '' END`,
	`CASE WHEN p.session > (SELECT min(session) FROM sessions s WHERE s.chat = p.chat) AND p.session =
     (SELECT f.session FROM first_sessions f WHERE f.chat = p.chat AND f.author = t.author) THEN ' ${trait.newcomer}' ELSE '' END`
].join(" || ");
/** The traits of a row `t` of tweets, as SQL. */
const TRAITS_SQL = [
	`COALESCE(' f' || ${letteredSql("t.author")} || '0', '')`,
	`CASE WHEN t.is_retweet = 1 THEN ' ${trait.kind("retweet")}' ELSE ${[
		when$1(ANSWERS, KINDS.reply),
		when$1("t.quote_of IS NOT NULL", KINDS.quote),
		when$1(`NOT ${ANSWERS} AND t.quote_of IS NULL`, KINDS.original),
		`COALESCE(' d' || ${letteredSql("t.reply_to_author")} || '0', '')`,
		`CASE WHEN t.text LIKE '@_%' THEN ' d' || ${letteredSql(LED)} || '0' ELSE '' END`
	].join(" || ")} END`,
	when$1("json_type(t.entities, '$.links') IS NOT NULL", LINK),
	when$1("json_type(t.entities, '$.media') IS NOT NULL", MEDIA),
	`CASE WHEN json_type(t.entities, '$.links') IS NOT NULL THEN COALESCE((${HOSTS}), '') ELSE '' END`,
	`CASE WHEN t.entities LIKE '%//t.co/%' THEN COALESCE((${SHORTS}), '') ELSE '' END`,
	`CASE WHEN t.entities LIKE '%"mentions"%'
   THEN COALESCE((SELECT group_concat(' m' || ${letteredSql("e.value")} || '0', '') FROM json_each(t.entities, '$.mentions') e), '') ELSE '' END`,
	when$1("t.text LIKE '%://%' AND json_type(t.entities, '$.links') IS NULL AND json_type(t.entities, '$.media') IS NULL", "ha0"),
	when$1(`t.text GLOB '*[${FIRST_SIGN}-\u{10ffff}]*'`, "hs0"),
	`COALESCE(' t' || replace(${letteredSql("t.search_tags")}, ' ', '0 t') || '0', '')`,
	...[
		"likes",
		"retweets",
		"replies",
		"quotes"
	].map(countSql),
	`COALESCE((SELECT group_concat(${PLACE}, '') FROM placements p WHERE p.n = t.n), '')`
].join(" || ");
// src/store/search-quoted.ts
/** Words inside a MATCH. */
/** The words as one phrase, whatever signs they hold; what a tweet is cannot be spelled in them. */
function quoted(text) {
	return `"${text.replaceAll("", "").replaceAll("\0", " ").replaceAll("\"", "\"\"")}"`;
}
/** Any of some traits. */
function anyTrait(traits) {
	const all = traits.map((one) => `"${one}"`);
	return all.length === 1 ? String(all[0]) : `(${all.join(" OR ")})`;
}
// src/store/search-topics.ts
/** Chat and name of the sessions whose topic, stated or derived, has all these words in any inflection. */
function sessionsAbout(db, chats, words) {
	const wanted = wordsOf(words);
	if (wanted.length === 0) return [];
	return sessionsNear(db, chats, wanted.map(quoted).join(" AND ")).map(({ chat, session }) => [chat, session]);
}
/** The sessions whose topic or telling words a MATCH finds, in the order of their names. What was stated weighs most. */
function sessionsNear(db, chats, expression) {
	db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.topic_search USING fts5(topic, terms, tokenize = 'porter unicode61 remove_diacritics 2');
    DELETE FROM temp.topic_search;
  `);
	const sessions = db.prepare("SELECT chat, session, topic, topic_terms AS terms FROM sessions WHERE chat IN (SELECT value FROM json_each(?)) ORDER BY chat, session").all(JSON.stringify(chats));
	const insert = db.prepare("INSERT INTO temp.topic_search (rowid, topic, terms) VALUES (?, ?, ?)");
	sessions.forEach(({ topic, terms }, index) => insert.run(index, topic, terms));
	return db.prepare("SELECT rowid AS row, -bm25(topic_search, 5, 2) AS score FROM temp.topic_search WHERE topic_search MATCH ? ORDER BY rowid").all(expression).flatMap(({ row, score }) => {
		const session = sessions[row];
		return session === void 0 ? [] : [{
			chat: session.chat,
			session: session.session,
			score
		}];
	});
}
// src/store/search-place.ts
const MOST$1 = 1e3;
/** The place of a search: `chat` null looks at every tweet of the archive. */
function placeOf(db, chat, zone, n) {
	const all = chatsOf(db);
	return {
		db,
		zone,
		n,
		chats: chat === null ? all : [chat],
		everyChat: chat === null || all.every((name) => name === chat)
	};
}
/** The names of the sessions that a condition means, and whether names say it exactly; null where they are too many. */
function sessionsOf(leaf, place) {
	const { chats, everyChat } = place;
	if (leaf.kind === "sessions") return listed(namesWithin(leaf.range, place), everyChat);
	if (leaf.kind === "session" && leaf.session !== "latest") return {
		names: [leaf.session],
		exact: everyChat
	};
	return listed(meant(leaf, place).map(([, session]) => session), everyChat && chats.length < 2);
}
/** Chat and name of the sessions of a topic or a moderator, or of the latest. */
function meant(leaf, { db, chats }) {
	if (leaf.kind === "topic") return sessionsAbout(db, chats, leaf.words);
	const names = JSON.stringify(chats);
	return (leaf.kind === "mod" ? db.prepare(`SELECT DISTINCT s.chat, s.session FROM sessions s JOIN json_each(s.moderators) m
             WHERE m.value = ? COLLATE NOCASE AND s.chat IN (SELECT value FROM json_each(?)) ORDER BY s.chat, s.session`).all(leaf.who, names) : db.prepare("SELECT chat, max(session) AS session FROM sessions WHERE chat IN (SELECT value FROM json_each(?)) GROUP BY chat ORDER BY chat").all(names)).map(({ chat, session }) => [chat, session]);
}
function listed(names, exact) {
	return names.length > MOST$1 ? null : {
		names: [...new Set(names)],
		exact
	};
}
function namesWithin({ from, until }, { db, chats }) {
	const next = db.prepare("SELECT min(session) AS session FROM placements WHERE chat = ? AND session > ? AND session < ?");
	return chats.flatMap((chat) => {
		const names = [];
		const first = db.prepare("SELECT min(session) AS session FROM placements WHERE chat = ? AND session >= ?").get(chat, from)?.session;
		for (let name = first; typeof name === "string" && name < until && names.length <= MOST$1; name = next.get(chat, name, until)?.session) names.push(name);
		return names;
	});
}
function chatsOf(db) {
	const next = db.prepare("SELECT min(chat) AS chat FROM sessions WHERE chat > ?");
	const chats = [];
	for (let chat = next.get("")?.chat; typeof chat === "string"; chat = next.get(chat)?.chat) chats.push(chat);
	return chats;
}
// src/store/search-filters.ts
/** What finds the tweets of a condition; null where only a look at each tweet tells. */
function filterMatch(leaf, place) {
	switch (leaf.kind) {
		case "from": return /\s/.test(leaf.who) ? inColumn("author", leaf.who) : one(trait.author(leaf.who), isPlainName(leaf.who));
		case "to": return /^\w+$/.test(leaf.who) ? one(trait.addressee(leaf.who)) : hasWords(leaf.who) ? {
			expression: `(text : ${quoted(leaf.who)} OR ${anyTrait([trait.addressee(leaf.who)])})`,
			exact: false
		} : null;
		case "mention": return one(trait.mention(fold(leaf.who)), isPlainName(leaf.who));
		case "tag": return /^[a-z0-9_]+$/.test(leaf.tag) ? one(trait.tag(leaf.tag)) : inColumn("tags", leaf.tag);
		case "has": return one(leaf.what === "link" ? trait.link : trait.media);
		case "is": return tweetIs(leaf.what, place);
		case "least": {
			const { traits, exact } = countTraits(leaf.of, leaf.count);
			return leaf.count < 1 ? null : {
				expression: anyTrait(traits),
				exact
			};
		}
		case "numbered": return {
			expression: anyTrait(numbered$1(leaf)),
			exact: place.everyChat
		};
		case "session":
		case "sessions":
		case "topic":
		case "mod": {
			const sessions = sessionsOf(leaf, place);
			if (sessions === null) return null;
			return {
				expression: anyTrait(sessions.names.length === 0 ? [trait.session("none")] : sessions.names.map((name) => trait.session(name))),
				exact: sessions.exact && sessions.names.every((name) => /^[\w-]+$/.test(name))
			};
		}
		case "site": return inHost(canonicalUrl(`https://${leaf.host}`)?.host ?? leaf.host);
		case "url": return inAddress(leaf.text);
		case "literal": return hasSigns(leaf.text) ? one(trait.signs, false) : null;
		case "dates":
		case "thread":
		case "threadOf": return null;
	}
}
function tweetIs(what, { everyChat }) {
	if (what === "new") return one(trait.newcomer, everyChat);
	if (what === "moderator") return one(trait.moderator, everyChat);
	if (what !== "question" && what !== "answer") return one(trait.kind(what));
	return {
		expression: anyTrait(inRole(what)),
		exact: everyChat
	};
}
function inRole(role) {
	return [trait.unnumbered(role), ...numbered$1({
		role,
		first: 0,
		last: 99
	})];
}
inRole("question");
function one(name, exact = true) {
	return {
		expression: anyTrait([name]),
		exact
	};
}
function inColumn(column, value) {
	return hasWords(value) ? {
		expression: `${column} : ${quoted(value)}`,
		exact: false
	} : null;
}
function inHost(host) {
	return one(trait.host(host), isPlainName(host));
}
function inAddress(address) {
	const [, code] = /^https?:\/\/t\.co\/(\w+)$/i.exec(address) ?? [];
	if (isWholeAddress(address)) return code === void 0 ? null : {
		expression: anyTrait([trait.short(code), trait.host("t.co")]),
		exact: false
	};
	return one(trait.link, false);
}
function numbered$1({ role, first, last }) {
	return Array.from({ length: last - first + 1 }, (_, at) => trait.numbered(role, first + at));
}
// src/store/search-match.ts
/** Query -> the expression that a full-text index answers. What users typed stands in quotes, so no sign of theirs is an operator. */
/** The MATCH that leads to all hits of a search, in the index that knows it best. */
function leadOf(root, place) {
	const stems = matchOf(root, "stems", place) ?? everything;
	const plain = matchOf(root, "plain", place);
	return plain !== null && (plain.exact || stems.all === true && !stems.exact) ? plain : stems;
}
const everything = {
	index: "stems",
	expression: anyTrait(KIND_TRAITS),
	exact: false,
	all: true
};
/** The MATCH that answers a condition by itself, or null when no index can. */
function exactMatchOf(node, place) {
	return [matchOf(node, "stems", place), matchOf(node, "plain", place)].find((match) => match?.exact) ?? null;
}
/** The MATCH for a condition in one index, or null when it knows nothing of it; the stems always know something. */
function matchOf(node, index, place) {
	if (node.kind === "saved") return matchOf(node.part, index, place);
	if (node.kind === "and") return matchOfAll(node.parts, index, place);
	if (node.kind === "not") return matchOfAll([node], index, place);
	if (node.kind === "or") return joined("OR", node.parts.map((part) => matchOf(part, index, place)), index);
	if (node.kind === "word") return matchOfWord(node, index);
	if (node.kind === "phrase") return {
		index,
		expression: quoted(node.text),
		exact: index === "plain"
	};
	if (index === "plain") return null;
	const filter = filterMatch(node, place);
	return filter === null ? everything : {
		index,
		...filter
	};
}
function matchOfWord({ text, form }, index) {
	if (form === "stem") return index === "stems" ? {
		index,
		expression: quoted(text),
		exact: true
	} : null;
	if (form === "exact") return {
		index,
		expression: quoted(text),
		exact: index === "plain"
	};
	return index === "plain" ? {
		index,
		expression: `${quoted(wordsOf(text).join(" "))} *`,
		exact: true
	} : everything;
}
/** The words that rank a tweet, any of which may be there; null when the search has none that this index knows. */
function ranks(root, index) {
	return wantedLeaves(root).some((leaf) => index === "stems" ? isWord(leaf) && !isPrefix(leaf) : isWord(leaf) && !(isPrefix(leaf) && leaf.text.length < SHORT));
}
const SHORT = 3;
function isWord(leaf) {
	return leaf.kind === "word" || leaf.kind === "phrase";
}
function isPrefix(leaf) {
	return leaf.kind === "word" && leaf.form === "prefix";
}
/** True when a search asks for beginnings of words. */
function hasPrefix(root) {
	return wantedLeaves(root).some(isPrefix);
}
/** What to mark in the text of a hit, in each index; null for nothing. */
function markExpression(root, index) {
	return joined("OR", wantedLeaves(root).flatMap(markable).map((leaf) => leaf.kind === "word" ? matchOfWord(leaf, index) : {
		index,
		expression: quoted(leaf.text),
		exact: index === "plain"
	}).filter((match) => match?.exact === true), index)?.expression ?? null;
}
function markable(leaf) {
	if (leaf.kind === "tag") return [{
		kind: "word",
		text: leaf.tag,
		form: "exact"
	}];
	if (leaf.kind === "mention") return [{
		kind: "word",
		text: leaf.who,
		form: "exact"
	}];
	return isWord(leaf) ? [leaf] : [];
}
/** The parts of a search that must all hold, less those that the lead answers by itself. */
function uncheckedParts(parts, lead, place) {
	const anchored = lead === "stems" || parts.some((part) => part.kind !== "not" && matchOf(part, lead, place) !== null);
	return parts.filter((part) => !(part.kind === "not" ? anchored && matchOf(part.part, lead, place)?.exact : matchOf(part, lead, place)?.exact));
}
function matchOfAll(parts, index, place) {
	const positive = parts.filter((part) => part.kind !== "not").map((part) => matchOf(part, index, place));
	const known = positive.filter((match) => match !== null);
	const wanted = joined("AND", known.filter((match) => match.all !== true), index) ?? (index === "stems" ? {
		...everything,
		exact: true
	} : null);
	if (wanted === null) return null;
	const excluded = parts.flatMap((part) => part.kind === "not" ? [matchOf(part.part, index, place)] : []);
	const unwanted = joined("OR", excluded.filter((match) => match?.exact === true), index);
	const exact = wanted.exact && known.length === positive.length && [...known, ...excluded].every((match) => match?.exact === true);
	if (unwanted === null) return {
		...wanted,
		exact
	};
	return {
		index,
		expression: `(${wanted.expression} NOT ${unwanted.expression})`,
		exact
	};
}
function joined(operator, matches, index) {
	const known = matches.filter((match) => match !== null);
	if (known.length === 0 || known.length < matches.length) return null;
	const all = operator === "OR" ? known.find((match) => match.all === true) : void 0;
	if (all !== void 0) return all;
	const expression = known.map((match) => match.expression).join(` ${operator} `);
	return {
		index,
		expression: known.length === 1 ? expression : `(${expression})`,
		exact: known.every((match) => match.exact)
	};
}
// src/store/search-threads.ts
/** What `thread:` asks: everything tied to some tweets by replies and quotes, up and down. */
const REFERENCE = `CASE WHEN m.key IS NULL THEN m.n WHEN m.key GLOB '*[^0-9]*' THEN m.key ELSE CAST(m.key AS INTEGER) END`;
const PARENT = "COALESCE(m.reply_to, m.quote_of)";
/** The rows of the whole threads of some rows (a query with the one column n). Tweets that answer the same absent one are of one thread. */
function threadRows({ text, values }) {
	return {
		text: `WITH RECURSIVE tied (n) AS (
      ${text}
      UNION SELECT p.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets p ON p.n = ${PARENT} WHERE m.is_retweet = 0 AND p.key IS NULL
      UNION SELECT p.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets p ON p.key = CAST(${PARENT} AS TEXT) WHERE m.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.reply_to = m.reply_to WHERE m.is_retweet = 0 AND c.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.reply_to = ${REFERENCE} WHERE c.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.quote_of = ${REFERENCE} WHERE c.reply_to IS NULL AND c.is_retweet = 0
    ) SELECT n FROM tied`,
		values
	};
}
/** The rows that one key stands for: the tweet itself, or those that answer it where no export holds it. */
function rowsOfKey(key) {
	const ref = reference(key);
	return sql("SELECT n FROM tweets WHERE (n = ? AND key IS NULL) OR key = ? UNION SELECT n FROM tweets WHERE reply_to = ? UNION SELECT n FROM tweets WHERE quote_of = ?", ref, key, ref, ref);
}
// src/store/search-sessions.ts
const IN_SESSION = {
	question: "p.role = 'question'",
	answer: "p.role = 'answer'",
	moderator: `EXISTS (SELECT 1 FROM sessions s JOIN json_each(s.moderators) m
              WHERE s.chat = p.chat AND s.session = p.session AND m.value = t.author COLLATE NOCASE)`,
	new: `p.session > (SELECT min(session) FROM sessions s WHERE s.chat = p.chat) AND p.session =
        (SELECT f.session FROM first_sessions f WHERE f.chat = p.chat AND f.author = t.author)`
};
/** What a tweet is in its session. */
function isInSession(what, place) {
	return placed(place, sql(IN_SESSION[what]));
}
/** Whether a tweet asks, or answers, one of some questions. */
function numbered({ role, first, last }, place) {
	return placed(place, sql("p.role = ? AND p.question BETWEEN ? AND ?", role, first, last));
}
/** Whether a tweet lies in a session: by its name, its date, its topic or its moderator. */
function inSessions(leaf, place) {
	const { chats, n } = place;
	const own = `EXISTS (SELECT 1 FROM placements p WHERE p.n = ${n} AND p.chat IN (SELECT value FROM json_each(?)) AND`;
	const names = JSON.stringify(chats);
	if (leaf.kind === "sessions") return sql(`${own} p.session >= ? AND p.session < ?)`, names, leaf.range.from, leaf.range.until);
	if (leaf.kind === "session" && leaf.session !== "latest") return sql(`${own} p.session = ?)`, names, leaf.session);
	const sessions = meant(leaf, place).map(([chat, session]) => `${chat} ${session}`);
	return sql(`${own} p.chat || ' ' || p.session IN (SELECT value FROM json_each(?)))`, names, JSON.stringify(sessions));
}
function placed({ chats, n }, condition) {
	return sql(`EXISTS (SELECT 1 FROM placements p WHERE p.n = ${n} AND p.chat IN (SELECT value FROM json_each(?)) AND ${condition.text})`, JSON.stringify(chats), ...condition.values);
}
// src/store/search-condition.ts
/** Query -> a condition on a row `t` of tweets, with its values bound. Each is true or false, never null, so that NOT is safe. */
const IS = {
	retweet: "t.is_retweet = 1",
	reply: "t.is_retweet = 0 AND (t.reply_to IS NOT NULL OR t.reply_to_author IS NOT NULL)",
	quote: "t.is_retweet = 0 AND t.quote_of IS NOT NULL",
	original: "t.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL"
};
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
/** Row numbers of local dates: first and last, inclusive, as far as 64 bits go. */
function rowsOf(range, zone) {
	const { from, until } = instantsOf(range, zone);
	const { first, last } = rowRange(from, until);
	return {
		first: first < LOWEST ? LOWEST : first,
		last: last > HIGHEST ? HIGHEST : last
	};
}
/** The condition of a node. */
function conditionOf(node, place) {
	if (node.kind === "saved") return conditionOf(node.part, place);
	if (node.kind === "not") return negated(conditionOf(node.part, place));
	if (node.kind !== "and" && node.kind !== "or") return isText(node) ? inIndexOf(node, place) : leafCondition(node, place);
	const match = hasText(node) ? exactMatchOf(node, place) : null;
	if (match !== null) return inIndex(match, place);
	return node.kind === "and" ? join("AND", node.parts.map((part) => conditionOf(part, place))) : anyOf(node.parts, place);
}
function isText(node) {
	return node.kind === "word" || node.kind === "phrase";
}
function hasText(node) {
	if (node.kind === "and" || node.kind === "or") return node.parts.some(hasText);
	return node.kind === "not" || node.kind === "saved" ? hasText(node.part) : isText(node);
}
function inIndexOf(node, place) {
	const match = exactMatchOf(node, place);
	return match === null ? sql("0") : inIndex(match, place);
}
function negated({ text, values }) {
	return {
		text: `NOT (${text})`,
		values
	};
}
function anyOf(parts, place) {
	return join("OR", [...groupBy(parts, (part) => hasText(part) ? exactMatchOf(part, place)?.index ?? null : null)].flatMap(([index, own]) => {
		const match = index === null ? null : matchOf({
			kind: "or",
			parts: own
		}, index, place);
		return match === null ? own.map((part) => conditionOf(part, place)) : [inIndex(match, place)];
	}));
}
function among({ text, values }, { n }) {
	return {
		text: `${n} IN (${text})`,
		values
	};
}
/** The rows that a search means, as a query with the one column n: what the index finds, less what a look at each tweet refuses. */
function rowsWhere(root, place) {
	const parts = root.kind === "and" ? root.parts : [root];
	const bare = {
		...place,
		n: ""
	};
	const lead = leadOf(root, bare);
	const n = `${lead.index}.rowid`;
	const few = new Map(parts.map((part) => [part, fewRows(part, bare, n)]));
	const checked = uncheckedParts(parts.filter((part) => part.kind !== "dates" && few.get(part) === null), lead.index, bare);
	const conditions = [
		...parts.flatMap((part) => part.kind === "dates" ? [within(n, rowsOf(part.range, place.zone))] : []),
		...checked.map((part) => conditionOf(part, {
			...place,
			n: `+${n}`
		})),
		...parts.flatMap((part) => few.get(part) ?? [])
	];
	return {
		lead,
		source: sql(conditions.some(({ text }) => /\bt\./.test(text)) ? `${lead.index} CROSS JOIN tweets t ON t.n = ${n}` : lead.index),
		where: join("AND", [sql(`${lead.index} MATCH ?`, lead.expression), ...conditions])
	};
}
const FEW$1 = 2e3;
function fewRows(part, place, n) {
	const rows = rowsOfPart(part, place);
	if (rows === null) return null;
	const found = place.db.prepare(`SELECT CAST(n AS TEXT) FROM (${rows.text}) LIMIT ?`).pluck().all(...rows.values, 2001);
	return found.length > FEW$1 ? null : sql(`${n} IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`, JSON.stringify(found));
}
function rowsOfPart(part, place) {
	if (part.kind === "thread") return threadRows(rowsOfKey(part.id));
	if (part.kind === "threadOf") return threadRows(foundBy(part.part, place));
	return part.kind === "url" && !isWholeAddress(part.text) ? rowsSharing(part.text) : null;
}
function within(n, { first, last }) {
	return sql(`${n} BETWEEN ? AND ?`, first, last);
}
/** The threads of more tweets than this are not followed: of what a search in brackets finds, the newest. */
const MOST_THREADS = 1e3;
function foundBy(node, place) {
	const { lead, source, where } = rowsWhere(node, place);
	return {
		text: `SELECT n FROM (SELECT ${lead.index}.rowid AS n FROM ${source.text} WHERE ${where.text} ORDER BY ${lead.index}.rowid DESC LIMIT ${MOST_THREADS})`,
		values: [...source.values, ...where.values]
	};
}
function is(what, place) {
	if (what === "retweet" || what === "reply" || what === "quote" || what === "original") return sql(IS[what]);
	return isInSession(what, place);
}
function inIndex({ index, expression }, { n }) {
	return sql(`${n} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`, expression);
}
function leafCondition(leaf, place) {
	switch (leaf.kind) {
		case "word":
		case "phrase": return sql("0");
		case "literal": return sql("instr(lower(t.text), lower(?)) > 0", leaf.text);
		case "from": return /\s/.test(leaf.who) ? sql("t.author_name COLLATE NOCASE IS ?", leaf.who) : sql("t.author COLLATE NOCASE IS ?", leaf.who);
		case "to": return addressee(leaf.who);
		case "mention": return sql("EXISTS (SELECT 1 FROM json_each(t.entities, '$.mentions') WHERE value = ?)", fold(leaf.who));
		case "tag": return sql("instr(' ' || COALESCE(t.search_tags, '') || ' ', ?) > 0", ` ${leaf.tag} `);
		case "dates": {
			const { first, last } = rowsOf(leaf.range, place.zone);
			return sql(`${place.n} BETWEEN ? AND ?`, first, last);
		}
		case "has": return sql("json_type(t.entities, ?) IS NOT NULL", leaf.what === "link" ? "$.links" : "$.media");
		case "is": return is(leaf.what, place);
		case "least": return sql(`COALESCE(t.${leaf.of} >= ?, 0)`, leaf.count);
		case "thread": return among(threadRows(rowsOfKey(leaf.id)), place);
		case "threadOf": return among(threadRows(foundBy(leaf.part, place)), place);
		case "url": return sharedAddress(leaf.text, place);
		case "site": return sharedHost(leaf.host, place.n);
		case "numbered": return numbered(leaf, place);
		case "mod":
		case "session":
		case "sessions":
		case "topic": return inSessions(leaf, place);
	}
}
function addressee(who) {
	const start = `@${who}`;
	const { length } = [...start];
	return sql("t.is_retweet = 0 AND (t.reply_to_author COLLATE NOCASE IS ? OR (lower(substr(t.text, 1, ?)) = lower(?) AND substr(t.text, ?, 1) NOT GLOB '[A-Za-z0-9_]'))", who, length, start, length + 1);
}
// src/store/search-index.ts
/** The indexes: words by their stems, with those of the question and the topic; and words as they stand, of the tweet alone. */
const INDEXES = ["stems", "plain"];
const OWN = "text, author, tags, words, links";
`${columnsOf("r", `${OWN}, question, topic`)}${TRAITS_SQL}`, `${columnsOf("r", OWN)}`;
function columnsOf(row, names) {
	return names.replace(/\w+/g, (name) => `${row}.${name}`);
}
// src/store/search-marks.ts
const TOKENIZERS = {
	stems: "porter unicode61 remove_diacritics 2",
	plain: "unicode61 remove_diacritics 2"
};
const [OPEN, CLOSE] = ["", ""];
/** The texts with what was searched for between \u0002 and \u0003. */
function markTexts(db, texts, root) {
	const clean = texts.map((text) => text.replaceAll(OPEN, "").replaceAll(CLOSE, ""));
	return INDEXES.reduce((now, index) => {
		const expression = markExpression(root, index);
		return expression === null ? now : joinMarks(now, marked(db, clean, index, expression));
	}, clean).slice();
}
function marked(db, texts, index, expression) {
	const table = `shown_${index}`;
	db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table} USING fts5(text, tokenize = '${TOKENIZERS[index]}'); DELETE FROM temp.${table};`);
	const insert = db.prepare(`INSERT INTO temp.${table} (rowid, text) VALUES (?, ?)`);
	texts.forEach((text, at) => insert.run(at, text));
	const found = db.prepare(`SELECT rowid AS at, highlight(${table}, 0, char(2), char(3)) AS text FROM temp.${table} WHERE ${table} MATCH ?`).all(expression);
	const byPlace = new Map(found.map(({ at, text }) => [at, text]));
	return texts.map((text, at) => byPlace.get(at) ?? text);
}
function joinMarks(some, others) {
	return some.map((text, at) => text.includes(OPEN) ? union(text, others[at] ?? text) : others[at] ?? text);
}
function union(a, b) {
	if (!b.includes(OPEN)) return a;
	const [letters, inA] = marksOf(a);
	const [, inB] = marksOf(b);
	let [result, open] = ["", false];
	letters.forEach((letter, at) => {
		const wanted = inA[at] === true || inB[at] === true;
		if (wanted !== open) result += wanted ? OPEN : CLOSE;
		open = wanted;
		result += letter;
	});
	return open ? result + CLOSE : result;
}
function marksOf(text) {
	const [letters, marks] = [[], []];
	let open = false;
	for (const letter of text) if (letter === OPEN || letter === CLOSE) open = letter === OPEN;
	else {
		letters.push(letter);
		marks.push(open);
	}
	return [letters, marks];
}
// src/store/search-hits.ts
/** The hits for row numbers, in their order. `root` is what to mark; sessions are those of `chats`. */
function readHits(db, found, root, chats) {
	const read = db.prepare(`SELECT COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.author_name, t.created_at, t.text, COALESCE(t.search_text, t.text) AS plain,
            t.is_retweet, CAST(t.retweet_of AS TEXT) AS retweet_of,
            p.session, p.role, p.question
     FROM tweets t LEFT JOIN placements p ON p.n = t.n AND p.chat =
       (SELECT q.chat FROM placements q WHERE q.chat IN (SELECT value FROM json_each(?)) AND q.n = t.n ORDER BY q.chat LIMIT 1)
     WHERE t.n = ?`);
	const names = JSON.stringify(chats);
	const rows = found.flatMap(({ n, score }) => {
		const row = read.get(names, BigInt(n));
		return row === void 0 ? [] : [{
			row,
			score
		}];
	});
	const excerpts = markTexts(db, rows.map(({ row }) => row.plain), root);
	return rows.map(({ row, score }, at) => hitOf(row, score, excerpts[at] ?? row.plain));
}
function hitOf(row, score, excerpt) {
	return {
		key: row.key,
		author: row.author,
		authorName: row.author_name,
		createdAt: row.created_at,
		text: row.text,
		excerpt,
		isRetweet: row.is_retweet === 1,
		retweetOf: row.retweet_of,
		session: row.session,
		role: row.role,
		question: row.question,
		score
	};
}
// src/store/search.ts
/** Up to here the tweets found are counted, when nothing else is asked for. */
const MOST_COUNTED = 5e3;
const MOST_RANKED = 8e3;
const FEW = 1e3;
const WEIGHTS = {
	stems: "10, 4, 6, 4, 3, 2, 1, 0",
	plain: "10, 4, 6, 4, 3"
};
/** The tweets a query means, in order, and how many there are in all: `total`, or more than that when `more` is true. */
function search(db, query, options) {
	const plan = planOf(db, query.root, options);
	const { found, total, more } = findRows(db, plan, options);
	return {
		hits: readHits(db, found, query.root, plan.chats),
		total,
		more
	};
}
/** Makes a search ready. */
function planOf(db, root, { chat, zone }) {
	const place = placeOf(db, chat, zone, "");
	const { lead, source, where } = rowsWhere(root, place);
	const n = `${lead.index}.rowid`;
	return {
		source,
		where: join("AND", [where, ...chat === null ? [] : [sql(`EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = ${n})`, chat)]]),
		n,
		rank: ranks(root, lead.index) ? `bm25(${lead.index}, ${WEIGHTS[lead.index]})` : null,
		chats: place.chats,
		slow: lead.index === "plain" && hasPrefix(root)
	};
}
/** The rows of a plan, in order, with the count. */
function findRows(db, plan, options) {
	const { limit, offset = 0, order, countUpTo = MOST_COUNTED } = options;
	const ranked = order === "relevance" && plan.rank !== null;
	const most = Math.max(countUpTo, offset + limit, ranked ? MOST_RANKED : 0) + 1;
	const direction = order === "oldest" ? "ASC" : "DESC";
	const { rows, floor, top, counted, all } = (plan.slow ? inTimeAtOnce : inTime)(db, plan, direction, {
		most,
		limit,
		offset,
		floor: ranked ? 7999 : null
	});
	const more = counted > countUpTo;
	const last = counted === most ? all?.at(-1) ?? null : null;
	const counts = {
		total: more ? countUpTo : counted,
		more,
		counted: all === null ? null : {
			rows: new Set(all),
			last
		}
	};
	if (!ranked || isEverywhere(db, plan, counted, {
		floor,
		top
	})) return {
		found: rows,
		...counts
	};
	return {
		found: nearest(db, plan, counted > MOST_RANKED ? floor : null, {
			limit,
			offset
		}),
		...counts
	};
}
function inTime(db, plan, direction, { most, limit, offset, floor }) {
	const last = floor === null ? "NULL" : `(SELECT CAST(COALESCE((SELECT n FROM hits LIMIT 1 OFFSET ${floor}), min(n)) AS TEXT) FROM hits)`;
	const first = floor === null ? "NULL" : "CAST(max(n) AS TEXT)";
	const { text, values } = hitsOf(plan, direction, most);
	const found = db.prepare(`WITH hits AS MATERIALIZED (${text})
       SELECT h.n, c.counted, c.floor, c.top FROM (SELECT count(*) AS counted, ${last} AS floor, ${first} AS top FROM hits) c
       LEFT JOIN (SELECT CAST(n AS TEXT) AS n FROM hits LIMIT ? OFFSET ?) h`).all(...values, limit, offset);
	return {
		rows: found.flatMap(({ n }) => n === null ? [] : [{
			n,
			score: 0
		}]),
		counted: found[0]?.counted ?? 0,
		floor: found[0]?.floor ?? null,
		top: found[0]?.top ?? null,
		all: null
	};
}
function inTimeAtOnce(db, plan, direction, { most, limit, offset, floor }) {
	const { text, values } = hitsOf(plan, direction, most);
	const all = db.prepare(`SELECT CAST(n AS TEXT) FROM (${text})`).pluck().all(...values);
	return {
		rows: all.slice(offset, offset + limit).map((n) => ({
			n,
			score: 0
		})),
		counted: all.length,
		floor: floor === null ? null : all[floor] ?? all.at(-1) ?? null,
		top: all[0] ?? null,
		all
	};
}
function hitsOf({ source, where, n }, direction, most) {
	return {
		text: `SELECT ${n} AS n FROM ${source.text} WHERE ${where.text} ORDER BY ${n} ${direction} LIMIT ?`,
		values: [
			...source.values,
			...where.values,
			most
		]
	};
}
function isEverywhere(db, { n }, counted, { floor, top }) {
	if (counted < FEW || floor === null || top === null) return false;
	const seen = Math.min(counted, MOST_RANKED);
	const index = n.replace(".rowid", "");
	return (db.prepare(`SELECT count(*) AS rows FROM (SELECT 1 FROM ${index}_docsize WHERE id BETWEEN ? AND ? LIMIT ?)`).get(BigInt(floor), BigInt(top), seen * 2 + 1)?.rows ?? 0) <= seen * 2;
}
function nearest(db, plan, floor, { limit, offset }) {
	const { source, where, n } = floor === null ? plan : narrowed(plan, ">=", floor);
	const found = db.prepare(`SELECT CAST(n AS TEXT) AS n, score FROM (SELECT ${n} AS n, -${plan.rank} AS score FROM ${source.text} WHERE ${where.text} ORDER BY ${n})
       ORDER BY score DESC, n DESC LIMIT ? OFFSET ?`).all(...source.values, ...where.values, limit, offset);
	if (floor === null || found.length === limit) return found;
	const rest = {
		limit: limit - found.length,
		offset: Math.max(0, offset - MOST_RANKED)
	};
	return [...found, ...inTime(db, narrowed(plan, "<", floor), "DESC", {
		...rest,
		most: rest.limit + rest.offset,
		floor: null
	}).rows];
}
function narrowed(plan, comparison, n) {
	return {
		...plan,
		where: join("AND", [plan.where, sql(`${plan.n} ${comparison} ?`, BigInt(n))])
	};
}
// src/store/people.ts
/** How far back row numbers of one stretch of time lie from those of the next. */
const AWAY_ROWS = rowAt(48384e5) - rowAt(0);
const PEOPLE = `
  WITH answers AS MATERIALIZED (
    SELECT DISTINCT session, question FROM placements
    WHERE chat = @chat AND n BETWEEN @first AND @last AND role = 'answer' AND question IS NOT NULL
  ), own AS MATERIALIZED (
  SELECT t.n, t.author, t.author_name, t.created_at, t.is_retweet, t.replies, t.quotes, t.retweets, p.role, CASE WHEN t.key IS NULL THEN t.n WHEN t.key GLOB '*[^0-9]*' THEN t.key ELSE CAST(t.key AS INTEGER) END AS reference,
         t.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL AS original,
         p.role IS 'question' AND (p.session, p.question) IN answers AS answered
  FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
  WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND t.author IS NOT NULL AND (@session IS NULL OR p.session = @session)),
  heard AS MATERIALIZED (SELECT o.*, o.is_retweet = 0 AND (
  o.answered OR COALESCE(o.replies, 0) + COALESCE(o.quotes, 0) + COALESCE(o.retweets, 0) > 0
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.reply_to = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.quote_of = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.retweet_of = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))) AS heard FROM own o),
  shared AS MATERIALIZED (
    SELECT o.author COLLATE NOCASE AS author, count(DISTINCT s.link) AS links FROM own o JOIN shares s ON s.n = o.n
    GROUP BY o.author COLLATE NOCASE
  ), gathered AS MATERIALIZED (
    SELECT max(author) AS author, max(author_name) AS name, count(*) AS tweets, count(*) FILTER (WHERE role = 'question') AS questions,
           count(*) FILTER (WHERE role = 'answer') AS answers, min(created_at) AS firstAt, max(created_at) AS lastAt,
           count(*) FILTER (WHERE original AND NOT heard) AS unanswered, count(*) FILTER (WHERE heard) AS heard
    FROM heard GROUP BY author COLLATE NOCASE
  ), known AS MATERIALIZED (SELECT g.*, (
  SELECT u.n FROM tweets u WHERE u.author = g.author COLLATE NOCASE AND u.n < @first AND u.context = 0
  AND EXISTS (SELECT 1 FROM chat_tweets x WHERE x.chat = @chat AND x.n = u.n) ORDER BY u.n DESC LIMIT 1) AS before FROM gathered g)
  SELECT k.author, k.name, k.tweets, k.questions, k.answers, COALESCE(s.links, 0) AS links, k.firstAt, k.lastAt, k.unanswered, k.heard,
         k.before IS NULL AND EXISTS (SELECT 1 FROM placements WHERE chat = @chat AND n < @first) AS isNew,
         k.before IS NOT NULL AND k.before < @away AS cameBack
  FROM known k LEFT JOIN shared s ON s.author = k.author COLLATE NOCASE ORDER BY k.tweets DESC, lower(k.author)`;
/** The people of a scope by tweets, most first. Retweets count as tweets. */
function listPeople(db, scope) {
	const moderators = moderatorsOf(db, scope);
	const binding = bindingOf(db, scope);
	const least = -(2n ** 63n);
	const away = binding.first - AWAY_ROWS < least ? least : binding.first - AWAY_ROWS;
	return db.prepare(PEOPLE).all({
		...binding,
		away
	}).map((row) => ({
		...row,
		moderator: moderators.has(row.author.toLowerCase()),
		isNew: row.isNew === 1,
		cameBack: row.cameBack === 1
	}));
}
function moderatorsOf(db, { chat, sessions }) {
	const rows = db.prepare(`SELECT DISTINCT lower(m.value) AS handle FROM sessions s, json_each(s.moderators) m
       WHERE s.chat = ? AND s.session IN (SELECT value FROM json_each(?)) ORDER BY handle`).all(chat.name, JSON.stringify(sessions));
	return /* @__PURE__ */ new Set([...chat.moderators, ...rows.map(({ handle }) => handle)]);
}
// src/store/session-in-full.ts
const TOP = 10;
/** One session with its questions, answers, top links and people; null when there is none of that name. */
function sessionView(db, scope, session) {
	const found = getSession(db, scope.chat.name, session);
	if (found === null) return null;
	const own = {
		...scope,
		session,
		sessions: [session]
	};
	return {
		...found.summary,
		chat: scope.chat,
		foundBy: found.foundBy,
		moderators: found.moderators,
		questionList: listQuestions(db, own, session),
		topLinks: gatherLinks(listShares(db, own)).slice(0, TOP),
		topPeople: listPeople(db, own).slice(0, TOP)
	};
}
// src/store/threads.ts
/** A conversation is not followed further than this: a guard against a whole archive in one thread. */
const MOST = 2e4;
/** The whole conversation that a tweet is part of: up to its first tweet, then everything below. */
function conversationOf(db, chat, key) {
	const tied = /* @__PURE__ */ new Map();
	const found = tweetsByKey(db, chat, [key]).get(key);
	if (found !== void 0) tied.set(key, threadTweet(found.tweet, found.view));
	addKeys(db, chat, tied, found === void 0 ? childrenOf(db, [key]) : []);
	addParents(db, chat, tied);
	addChildren(db, chat, tied, [...tied.values()].flatMap(({ key: own, parent }) => parent === null || tied.has(parent) ? [own] : [own, parent]));
	addMentions(db, chat, tied);
	return [...tied.values()];
}
function threadTweet(tweet, view) {
	return {
		key: tweet.key,
		parent: tweet.isRetweet ? null : tweet.replyTo ?? tweet.quoteOf,
		inferred: false,
		createdAt: tweet.createdAt,
		view
	};
}
function addKeys(db, chat, tied, keys) {
	const fresh = keys.filter((key) => !tied.has(key));
	const added = [];
	for (const { tweet, view } of tweetsByKey(db, chat, fresh).values()) {
		tied.set(tweet.key, threadTweet(tweet, view));
		added.push(tweet.key);
	}
	return added;
}
function addParents(db, chat, tied) {
	let wanted = [...tied.values()].flatMap(({ parent }) => parent ?? []);
	while (wanted.length > 0 && tied.size < MOST) wanted = addKeys(db, chat, tied, [...new Set(wanted)]).flatMap((key) => tied.get(key)?.parent ?? []);
}
function addChildren(db, chat, tied, from = [...tied.keys()]) {
	let wanted = from;
	while (wanted.length > 0 && tied.size < MOST) wanted = addKeys(db, chat, tied, childrenOf(db, wanted));
}
function addMentions(db, chat, tied) {
	const mentions = mentionsIn(db, chat);
	let fresh = [...tied.keys()];
	while (fresh.length > 0) {
		for (const key of fresh) tie(key, tied, mentions);
		if (tied.size >= MOST) return;
		const wanted = fresh.flatMap((key) => [mentions.parentOf(key) ?? [], mentions.childrenOf(key)].flat());
		const before = new Set(tied.keys());
		const added = addKeys(db, chat, tied, [...new Set(wanted)]);
		if (added.length > 0) addParents(db, chat, tied);
		addChildren(db, chat, tied, added);
		fresh = [...tied.keys()].filter((key) => !before.has(key));
	}
}
function tie(key, tied, mentions) {
	const tweet = tied.get(key);
	if (tweet === void 0 || tweet.view.session === null) return;
	mentions.learn(tweet.view.session);
	const parent = mentions.parentOf(key);
	if (tweet.parent === null && parent !== void 0) tied.set(key, {
		...tweet,
		parent,
		inferred: true
	});
}
function childrenOf(db, keys) {
	const children = db.prepare(`SELECT COALESCE(key, CAST(n AS TEXT)) AS key FROM tweets WHERE reply_to = @key AND is_retweet = 0
     UNION SELECT COALESCE(key, CAST(n AS TEXT)) FROM tweets WHERE quote_of = @key AND reply_to IS NULL AND is_retweet = 0 ORDER BY 1`);
	return keys.flatMap((key) => children.all({ key: reference(key) }).map((row) => row.key));
}
// bench/lib/measure.mjs
/** The value below which a share of others lies: 0.5 is the median. */
function quantile(values, share) {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
// bench/queries/run.mjs
const [path, roundsText = "40"] = process.argv.slice(2);
const rounds = Number(roundsText);
const db = openForReading(path);
const chat = listChats(db).find(({ name }) => name === "iaedchat");
const sessions = listSessions(db, wholeScope(db, chat));
const nth = (list, round) => list[Math.floor(round * .618 * list.length % list.length)];
const RANKS = {
	common: [4, 30],
	middling: [300, 900],
	rare: [2e4, 45e3]
};
const wordOf = (kind, round) => nth(WORDS.slice(...RANKS[kind]), round);
const week = (round) => `week:${nth(sessions, round).week}`;
function find(text, order) {
	const query = parse$1(text, {
		today: "2024-01-01",
		saved: () => null,
		savedNames: []
	});
	return search(db, query, {
		chat: null,
		zone: chat.zone,
		order,
		limit: 20,
		countUpTo: 1e3
	}).hits.length;
}
const when = (round) => ({
	kind: "session",
	session: nth(sessions, round).session,
	range: rangeOf(nth(sessions, round).session)
});
function rangeOf(session) {
	const from = session.slice(0, 10);
	return {
		from,
		until: new Date(Date.parse(from) + 864e5).toISOString().slice(0, 10)
	};
}
const replies = db.prepare("SELECT COALESCE(key, CAST(n AS TEXT)) AS key FROM tweets WHERE reply_to IS NOT NULL AND is_retweet = 0 LIMIT 4000").all().map(({ key }) => key);
const SHAPES = [
	...Object.keys(RANKS).map((kind) => [`${kind} word`, (round) => wordOf(kind, round)]),
	["the", () => "the"],
	["the chat’s hashtag", () => "#iaedchat"],
	["phrase of two", (round) => `"${wordOf("common", round)} ${wordOf("common", round + 1)}"`],
	["beginning of a word", (round) => `${wordOf("rare", round).slice(0, 4)}*`],
	["two common words", (round) => `${wordOf("common", round)} ${wordOf("common", round + 1)}`],
	["either of two", (round) => `${wordOf("common", round)} OR ${wordOf("middling", round)}`],
	["common word in a week", (round) => `${wordOf("common", round)} ${week(round)}`],
	["hashtag in a week", (round) => `#iaedchat ${week(round)}`],
	["common word with a link", (round) => `${wordOf("common", round)} has:link`]
];
const searches = Object.entries({
	newest: "newest first",
	relevance: "by relevance"
}).flatMap(([order, words]) => SHAPES.map(([name, text]) => [[name, words].join(", "), (round) => find(text(round), order)]));
const views = [
	["weeks", () => listSessions(db, wholeScope(db, chat)).length],
	["week", (round) => sessionView(db, resolveWhen(db, chat, when(round)), nth(sessions, round).session)],
	["links of a week", (round) => linkWeeks(db, resolveWhen(db, chat, when(round))).length],
	["thread", (round) => conversationOf(db, chat.name, nth(replies, round)).length]
];
const results = [...searches, ...views].map(([name, work]) => {
	work(0);
	const times = Array.from({ length: rounds }, (_, round) => {
		const start = performance.now();
		work(round + 1);
		return performance.now() - start;
	});
	return {
		name,
		p50: quantile(times, .5),
		p95: quantile(times, .95)
	};
});
console.log(JSON.stringify(results));
export {};
