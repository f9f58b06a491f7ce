/** The clients and the people there: their rules, their tables and their commands over HTTP. */
@NullMarked
package org.crmportal.clients.internal;

import org.jspecify.annotations.NullMarked;
