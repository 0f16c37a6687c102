import { Mixed, shape } from './shape';

export const PEOPLE = shape({ _id: String, name: String, posts: [Mixed], rev: Number });
PEOPLE.index({ 'posts.role': 1, 'posts.department': 1 });

export const AUDIT = shape({ _id: String, at: Date, by: String, what: String, about: String, facts: Mixed });
AUDIT.index({ at: -1 });
AUDIT.index({ by: 1, at: -1 });
AUDIT.index({ about: 1, at: -1 });
for (const named of ['facts.from', 'facts.to', 'facts.found']) AUDIT.index({ [named]: 1 }, { sparse: true });

export const CODES = shape({
  ...{ _id: String, by: String, createdAt: Date, expiresAt: Date, usedBy: String, usedWith: String },
  gives: Mixed,
});

export const API_TOKENS = shape({
  _id: String,
  hash: String,
  issuedBy: String,
  issuedAt: Date,
  expiresAt: Date,
});
API_TOKENS.index({ hash: 1 }, { unique: true });

export const BREACHES = shape({
  ...{
    _id: String,
    firstId: String,
    at: Date,
    by: String,
    noticedOn: String,
    happened: String,
    kinds: String,
  },
  ...{ people: String, measures: String, peopleTold: String, ombudsmanTold: String },
});

export const STAFF_GROUPS = shape({
  ...{ _id: String, messenger: String, chatId: String, department: String, desk: String, isBound: Boolean },
  ...{
    trouble: String,
    formerDepartments: { type: [String], default: undefined },
    isSettled: Boolean,
    rev: Number,
  },
});
STAFF_GROUPS.index({ isBound: 1, department: 1 });
STAFF_GROUPS.index({ isSettled: 1 });
