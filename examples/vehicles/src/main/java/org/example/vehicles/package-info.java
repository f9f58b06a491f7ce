/** The vehicles of a fleet: an extension of CRM Portal. */
@NullMarked
package org.example.vehicles;

import org.jspecify.annotations.NullMarked;
