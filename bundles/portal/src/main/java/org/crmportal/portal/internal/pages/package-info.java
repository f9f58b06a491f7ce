/** The description of the pages that run, for who is signed in. */
@NullMarked
package org.crmportal.portal.internal.pages;

import org.jspecify.annotations.NullMarked;
