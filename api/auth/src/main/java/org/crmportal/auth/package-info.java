/** Who may sign in, and what they may do: users, roles, teams, sessions, tokens and access. */
@Export
@Version("1.0.0")
@NullMarked
package org.crmportal.auth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
