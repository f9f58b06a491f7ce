/** What an operator needs: when the node is ready, and how it is. */
@NullMarked
package org.crmportal.operations.internal;

import org.jspecify.annotations.NullMarked;
