package org.crmportal.persistence;

import javax.persistence.EntityManagerFactory;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the unit of work of a module's persistence unit. */
@ProviderType
public interface UnitsOfWork {

  /** The unit of work over a persistence unit whose data source is the platform's. */
  UnitOfWork of(EntityManagerFactory factory);
}
