/** What stands in everything hostile, so that it is found wherever it gets to. */
export const CANARY = 'Їжачок';

/** Words that are something else to a database, a script, a page, a path or a terminal. */
export const HOSTILE_WORDS: readonly string[] = [
  ...['$where', '$gt', '__proto__', 'constructor', 'toString', 'prototype.x', '$set.a.b', 'a.b.c'],
  `{"$gt":""}`,
  `{"$where":"sleep(1000)"}`,
  `'; return true; var x='`,
  `<b>x</b><a href="tg://user?id=1">y</a><script>1</script>`,
  `&lt;b&gt; &amp;amp; <b`,
  `</blockquote></b><tg-spoiler>`,
  `*_[x](http://evil.example)_*`,
  `\u202Eтхетив\u202C \u200B\u200D\u2066x\u2069`,
  `\uD800 самотня \uDFFF половина`,
  `\u0000\u0001\u001b[31m`,
  `../../etc/passwd`,
  `.*+?^$()[]{}|\\`,
  `=HYPERLINK("http://evil.example")`,
  `{ $name } { -term } { "x" }`,
  'ї'.repeat(4_000),
].map((words) => `${words} ${CANARY}`);

/** What stands in place of a string: a database would take it for a question. */
export const HOSTILE_SHAPES: readonly unknown[] = [
  { $gt: '' },
  { $where: `sleep(1000) || '${CANARY}'` },
  { $ne: CANARY },
  { $regex: `.*${CANARY}` },
  [CANARY, { $in: [CANARY] }],
  { 'a.b': CANARY, constructor: CANARY },
  JSON.parse(`{"__proto__":{"isAdmin":true,"x":"${CANARY}"}}`),
  null,
  1e300,
  true,
];

const RESIDENT = { id: 4001, is_bot: false, first_name: 'x', language_code: 'uk' };
const HOME = { id: 4001, type: 'private' };
const message = (content: object) => ({
  message: { message_id: 0, date: 1_795_000_000, chat: HOME, from: RESIDENT, ...content },
});
const file = (name: unknown, type: unknown = 'application/pdf') => ({
  ...{ file_id: 'AgAC', file_unique_id: 'AQAD', file_size: 100 },
  ...{ file_name: name, mime_type: type },
});
const pressed = (data: unknown) => ({
  callback_query: { id: '1', from: RESIDENT, message: { message_id: 1, chat: HOME }, data },
});

/** Every field of an update that somebody outside fills in, with what is given in it. */
export const FIELDS: Readonly<Record<string, (given: unknown) => object>> = {
  text: (text) => message({ text }),
  caption: (caption) => message({ caption, photo: [{ ...file('x'), width: 9, height: 9 }] }),
  'file name': (name) => message({ document: file(name) }),
  'media type': (type) => message({ document: file('x.pdf', type) }),
  'file id': (id) => message({ document: { ...file('x.pdf'), file_id: id } }),
  'unique file id': (id) => message({ document: { ...file('x.pdf'), file_unique_id: id } }),
  album: (id) => message({ media_group_id: id, document: file('x.pdf') }),
  phone: (phone) => message({ contact: { phone_number: phone, user_id: 4001 } }),
  latitude: (latitude) => message({ location: { latitude, longitude: 30.5 } }),
  name: (name) => message({ text: 'x', from: { ...RESIDENT, first_name: name, username: name } }),
  language: (code) => message({ text: 'x', from: { ...RESIDENT, language_code: code } }),
  'person id': (id) => message({ text: 'x', from: { ...RESIDENT, id } }),
  'chat id': (id) => message({ text: 'x', chat: { ...HOME, id } }),
  'chat title': (title) => message({ text: 'x', chat: { ...HOME, title } }),
  quotation: (text) => message({ text: 'x', reply_to_message: { message_id: 3, text } }),
  edit: (text) => ({ edited_message: { ...message({ text }).message, message_id: 5 } }),
  button: (data) => pressed(data),
  'button of a verb': (data) => pressed(`a.${String(data)}`.slice(0, 64)),
  'press id': (id) => ({ callback_query: { ...pressed('start').callback_query, id } }),
  start: (payload) => message({ text: `/start check-${String(payload)}` }),
  join: (code) => message({ text: `/start join-${String(code)}` }),
  check: (code) => message({ text: `/check ${String(code)}` }),
  command: (name) => message({ text: `/${String(name).replace(/\s/g, '_')}` }),
  'unknown kind': (given) => ({ poll_answer: { x: given } }),
};

/** What a moderator may write after a command. */
export const COMMANDS = [
  ...['find', 'assign', 'recategorise', 'forward', 'return', 'notconsidered', 'merge', 'separate', 'label'],
  ...['hide', 'strike', 'slow', 'pardon', 'extend', 'incoming', 'reply', 'audit', 'stats', 'export', 'queue'],
  ...['closebyhand', 'digest', 'bind', 'check', 'people', 'departments', 'quarantine'],
];
