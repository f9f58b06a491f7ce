/** What operators need: health, what runs, and the word that the server is ready. */
@NullMarked
package org.crmportal.operations.internal;

import org.jspecify.annotations.NullMarked;
