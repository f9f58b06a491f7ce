package org.crmportal.persistence.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Connections whose statements are timed. What they are unwrapped to is the driver's own. */
final class Timed {

  private static final ClassLoader LOADER = Timed.class.getClassLoader();

  private final SlowStatements slow;

  Timed(SlowStatements slow) {
    this.slow = slow;
  }

  Connection connection(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            LOADER,
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              var result = invoke(connection, method, arguments);
              return result instanceof Statement made
                  ? statement((Connection) proxy, made, sql(arguments))
                  : result;
            });
  }

  private Statement statement(Connection owner, Statement statement, @Nullable String prepared) {
    var type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          var name = method.getName();
          if (name.startsWith("execute")) {
            return timed(statement, method, arguments, prepared);
          }
          return name.equals("getConnection") ? owner : invoke(statement, method, arguments);
        };
    return (Statement) Proxy.newProxyInstance(LOADER, new Class<?>[] {type}, handler);
  }

  private @Nullable Object timed(
      Statement statement,
      Method method,
      @Nullable Object @Nullable [] arguments,
      @Nullable String prepared)
      throws Throwable {
    long since = System.nanoTime();
    try {
      return invoke(statement, method, arguments);
    } finally {
      var given = sql(arguments);
      var sql = given != null ? given : prepared;
      slow.executed(sql == null ? "a batch" : sql, System.nanoTime() - since);
    }
  }

  private static @Nullable String sql(@Nullable Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : null;
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
