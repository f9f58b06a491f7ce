/**
 * The distribution, tested from outside. {@link CrmServer#shared()} is one that all tests share.
 */
@NullMarked
package org.crmportal.itests;

import org.jspecify.annotations.NullMarked;
