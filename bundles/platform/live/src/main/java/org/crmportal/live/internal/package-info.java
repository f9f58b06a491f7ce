/** Tells whoever is signed in of changes as they happen, on whichever node they happen. */
@NullMarked
package org.crmportal.live.internal;

import org.jspecify.annotations.NullMarked;
