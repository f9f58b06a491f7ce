package org.crmportal.persistence.internal;

import javax.persistence.EntityManagerFactory;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes units of work over the thread's transaction. */
@Component
public final class UnitsOfWorkImpl implements UnitsOfWork {

  private final TransactionsImpl transactions;
  private final Records records;

  @Activate
  public UnitsOfWorkImpl(@Reference TransactionsImpl transactions, @Reference Records records) {
    this.transactions = transactions;
    this.records = records;
  }

  @Override
  public UnitOfWork of(EntityManagerFactory factory) {
    return new UnitOfWorkImpl(transactions, records, factory);
  }
}
