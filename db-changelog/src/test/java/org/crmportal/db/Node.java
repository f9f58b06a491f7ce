package org.crmportal.db;

import org.crmportal.migration.internal.ChangelogRunner;
import org.crmportal.testkit.ClasspathChangelogs;
import org.postgresql.ds.PGSimpleDataSource;

/** Another node's process, which migrates the database named by its arguments. */
final class Node {

  private Node() {}

  public static void main(String[] arguments) {
    var source = new PGSimpleDataSource();
    source.setURL(arguments[0]);
    source.setUser(arguments[1]);
    ClasspathChangelogs.inOrder().forEach(new ChangelogRunner(source)::migrate);
  }
}
