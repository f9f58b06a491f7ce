/** Requests that nobody sends who means well, made from the server's own OpenAPI document. */
@NullMarked
package org.crmportal.itests.hostile;

import org.jspecify.annotations.NullMarked;
