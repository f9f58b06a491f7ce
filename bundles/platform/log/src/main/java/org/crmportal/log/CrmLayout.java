package org.crmportal.log;

import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.jspecify.annotations.Nullable;

/** Writes a line of the log as a text or as JSON, and masks what nobody should read in it. */
@Plugin(
    name = "CrmLayout",
    category = Node.CATEGORY,
    elementType = Layout.ELEMENT_TYPE,
    printObject = true)
public final class CrmLayout extends AbstractStringLayout {

  private static final int LONG = 1_000;

  private final boolean json;
  private final PatternLayout text;

  private CrmLayout(Configuration configuration, boolean json, PatternLayout text) {
    super(configuration, StandardCharsets.UTF_8, null, null);
    this.json = json;
    this.text = text;
  }

  /**
   * What the configuration of the log asks for.
   *
   * @param format {@code json}, or else a text
   * @param pattern how the text is
   */
  @PluginFactory
  public static CrmLayout of(
      @PluginConfiguration Configuration configuration,
      @PluginAttribute("format") @Nullable String format,
      @PluginAttribute(value = "pattern", defaultString = "%m%n") String pattern) {
    var text = PatternLayout.newBuilder().withConfiguration(configuration).withPattern(pattern);
    return new CrmLayout(configuration, "json".equalsIgnoreCase(format), text.build());
  }

  @Override
  public String toSerializable(LogEvent event) {
    return json ? JsonLine.of(event) : Mask.of(text.toSerializable(whole(event)));
  }

  /** A long message is masked before the pattern cuts it: half a secret is not known as one. */
  private static LogEvent whole(LogEvent event) {
    return event.getMessage().getFormattedMessage().length() > LONG
        ? MaskPolicy.create().rewrite(event)
        : event;
  }

  @Override
  public String getContentType() {
    return json ? "application/json" : "text/plain";
  }
}
