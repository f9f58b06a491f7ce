/**
 * The platform's own parts on a database of a test's own, for the tests of a module's services. Not
 * part of the distribution.
 */
@NullMarked
package org.crmportal.testunits;

import org.jspecify.annotations.NullMarked;
