/**
 * What tests stand on: a real PostgreSQL with the real changelogs. Not part of the distribution.
 */
@NullMarked
package org.crmportal.testkit;

import org.jspecify.annotations.NullMarked;
