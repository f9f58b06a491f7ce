/** The leads: their rules, their table and their commands over HTTP. */
@NullMarked
package org.crmportal.leads.internal;

import org.jspecify.annotations.NullMarked;
