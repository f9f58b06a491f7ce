import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.ThreadLocalRandom;
import org.crmportal.operations.internal.MeasuredParts;
import org.crmportal.operations.internal.Metrics;

/** What measuring costs a request, in nanoseconds; see README.md for how to run it. */
final class Overhead {

  private static final String[] ROUTES = {"leads", "leads/{id}", "clients/{id}", "users/{id}"};

  private Overhead() {}

  public static void main(String[] arguments) throws Exception {
    var metrics = new Metrics(new MeasuredParts());
    Runnable ended =
        () -> {
          var random = ThreadLocalRandom.current();
          metrics.ended("GET", ROUTES[random.nextInt(4)], 200, random.nextInt(3_000_000));
        };
    var bare = connection();
    var made =
        Class.forName("org.crmportal.persistence.internal.Timed").getDeclaredConstructors()[0];
    made.setAccessible(true);
    var slow =
        Class.forName("org.crmportal.persistence.internal.SlowStatements")
            .getDeclaredConstructors()[0];
    slow.setAccessible(true);
    var limit = slow.newInstance();
    var limits = limit.getClass().getDeclaredMethod("slow", long.class);
    limits.setAccessible(true);
    limits.invoke(limit, 500L);
    var timer = made.newInstance(limit);
    var wrap = timer.getClass().getDeclaredMethod("connection", Connection.class);
    wrap.setAccessible(true);
    var timed = (Connection) wrap.invoke(timer, bare);
    for (int round = 0; round < 5; round++) {
      System.out.printf(
          "histogram %.0f ns, statement bare %.0f ns, timed %.0f ns%n",
          nanoseconds(ended), nanoseconds(() -> statement(bare)), nanoseconds(() -> statement(timed)));
    }
  }

  private static double nanoseconds(Runnable work) {
    int times = 2_000_000;
    long since = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return (System.nanoTime() - since) / (double) times;
  }

  /** What a read of one record does with a connection. */
  private static void statement(Connection connection) {
    try (var statement = connection.prepareStatement("select")) {
      statement.setObject(1, "a");
      statement.setObject(2, "b");
      statement.executeQuery();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A driver that does nothing. */
  private static Connection connection() {
    var loader = Overhead.class.getClassLoader();
    var statement =
        (PreparedStatement)
            Proxy.newProxyInstance(
                loader, new Class<?>[] {PreparedStatement.class}, (p, m, a) -> null);
    return (Connection)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Connection.class},
            (p, m, a) -> m.getName().equals("prepareStatement") ? statement : null);
  }
}
