package org.crmportal.log;

import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;

/** Masks what goes to appenders that write no lines of ours: the console's {@code log:display}. */
@Plugin(
    name = "CrmMask",
    category = Core.CATEGORY_NAME,
    elementType = "rewritePolicy",
    printObject = true)
public final class MaskPolicy implements RewritePolicy {

  private MaskPolicy() {}

  /** What the configuration of the log asks for. */
  @PluginFactory
  public static MaskPolicy create() {
    return new MaskPolicy();
  }

  @Override
  public LogEvent rewrite(LogEvent event) {
    var builder = new Log4jLogEvent.Builder(event);
    builder.setMessage(new SimpleMessage(Mask.of(event.getMessage().getFormattedMessage())));
    var thrown = event.getThrown();
    if (thrown != null) {
      builder.setThrown(new Masked(thrown, 0));
    }
    return builder.build();
  }

  /**
   * A throwable that says the same without what is masked, and in the name of the other's class.
   */
  @SuppressWarnings("OverrideThrowableToString")
  private static final class Masked extends Throwable {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 20;
    private final String text;

    Masked(Throwable thrown, int depth) {
      super(Mask.of(String.valueOf(thrown.getMessage())), cause(thrown.getCause(), depth));
      text = Mask.of(thrown.toString());
      setStackTrace(thrown.getStackTrace());
    }

    private static @Nullable Throwable cause(@Nullable Throwable cause, int depth) {
      return cause == null || depth > DEEPEST ? null : new Masked(cause, depth + 1);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
