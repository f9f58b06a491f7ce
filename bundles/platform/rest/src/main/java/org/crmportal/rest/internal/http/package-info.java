/**
 * What happens to every request: who is calling, may they, in which transaction, and what if not.
 */
@NullMarked
package org.crmportal.rest.internal.http;

import org.jspecify.annotations.NullMarked;
