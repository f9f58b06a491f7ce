package org.crmportal.itests.portal;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * With what somebody looks at the portal.
 *
 * @param locale the browser's language
 * @param zone the browser's time zone
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param dark whether dark colours are preferred
 * @param touch whether the window is a phone's
 */
public record Look(String locale, String zone, int width, int height, boolean dark, boolean touch) {

  /** The window of a desk. */
  public static final Look DESK = new Look("en-GB", "Europe/Berlin", 1280, 800, false, false);

  /** A phone, held upright. */
  public static final Look PHONE = new Look("en-GB", "Europe/Berlin", 390, 844, false, true);

  /** The same in dark colours. */
  public Look inTheDark() {
    return new Look(locale, zone, width, height, true, touch);
  }

  /** The same in another language. */
  public Look in(String language) {
    return new Look(language, zone, width, height, dark, touch);
  }

  NewContextOptions context(String address) {
    return new NewContextOptions()
        .setBaseURL(address)
        .setLocale(locale)
        .setTimezoneId(zone)
        .setViewportSize(width, height)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setHasTouch(touch)
        .setIsMobile(touch);
  }
}
