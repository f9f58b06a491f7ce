package org.crmportal.platform.portal;

/** How a column is shown and typed. */
public enum ColumnKind {
  /** A line of text. */
  TEXT,
  /** Text of several lines. */
  LONG_TEXT,
  /** An e-mail address. */
  EMAIL,
  /** A phone number. */
  PHONE,
  /** A web address. */
  URL,
  /** A whole number. */
  INTEGER,
  /** A number with decimals. */
  DECIMAL,
  /** An amount in the company's base currency. */
  MONEY,
  /** A number of hundredths. */
  PERCENT,
  /** A day. */
  DATE,
  /** A moment, shown in the user's time zone. */
  TIMESTAMP,
  /** Yes or no. */
  BOOLEAN,
  /** One of a few values. */
  ENUM,
  /** The id of another record. */
  REFERENCE,
  /** Anything else. */
  JSON
}
