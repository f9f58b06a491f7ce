/** The operator's end of the console: connects to the node on this machine with the node's key. */
@NullMarked
package org.crmportal.launcher.client;

import org.jspecify.annotations.NullMarked;
