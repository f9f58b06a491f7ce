@NullMarked
package org.crmportal.db;

import org.jspecify.annotations.NullMarked;
