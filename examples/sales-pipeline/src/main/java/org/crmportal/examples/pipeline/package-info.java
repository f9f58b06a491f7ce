/** Loads the public data set "CRM Sales Opportunities" through the API, as a newcomer would. */
@NullMarked
package org.crmportal.examples.pipeline;

import org.jspecify.annotations.NullMarked;
