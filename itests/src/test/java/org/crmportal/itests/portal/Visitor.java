package org.crmportal.itests.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.crmportal.itests.Person;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the portal: a browser with its own cookies, and a page in it. */
final class Visitor {

  /** Every step can be looked at afterwards; that takes as long as the steps themselves. */
  private static final boolean TRACED = Boolean.getBoolean("crm.trace");

  private final BrowserContext context;
  private final Complaints complaints;
  private final Page page;

  Visitor(BrowserContext context) {
    this.context = context;
    complaints = new Complaints(context);
    if (TRACED) {
      context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    }
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Opens a page of the portal by its address. */
  Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  /** Another page of the same browser, as a tab. */
  Page tab(String path) {
    var tab = context.newPage();
    tab.navigate(path);
    return tab;
  }

  /** Signs in by the form, and is where the address says. */
  Visitor signIn(String email, String password) {
    if (page.url().equals("about:blank")) {
      page.navigate("/");
    }
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    button("Sign in").click();
    return this;
  }

  /** Signs in and waits for the navigation. */
  Visitor signIn(Person person) {
    signIn(person.email(), Person.PASSWORD);
    assertThat(navigation()).isVisible();
    return this;
  }

  Locator navigation() {
    return page.getByRole(
        AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main navigation"));
  }

  /** Goes to a page by its name in the navigation. */
  void visit(String name) {
    navigation().getByRole(AriaRole.LINK, named(name)).click();
    assertThat(heading(name)).isVisible();
  }

  Locator heading(String text) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(like("^" + plain(name))));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  /** A field by its whole label. */
  Locator field(String label) {
    // A required one has a mark after its label.
    return page.getByLabel(like("^" + plain(label) + "$")).first();
  }

  /** The first cell of a list that says this: what is in a grid's row is not below it. */
  Locator cell(String text) {
    return page.locator("vaadin-grid-cell-content")
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  /** An entry of the menu of the account. */
  void account(String entry) {
    button("Account").click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry)).click();
  }

  /** What a notification says. */
  Locator told(String text) {
    return page.locator("vaadin-notification-card").getByText(text);
  }

  /** The browser reads patterns by JavaScript's rules, which do not know Java's quotation. */
  private static String plain(String text) {
    return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
  }

  private static Pattern like(String pattern) {
    return Pattern.compile(pattern);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** See {@link Complaints#expect}. */
  Visitor expecting(String pattern) {
    complaints.expect(pattern);
    return this;
  }

  List<String> complaints() {
    return complaints.unexpected();
  }

  /** Closes the browser; keeps what was seen where a folder is given. */
  void leave(@Nullable Path folder) {
    if (folder != null) {
      for (var i = 0; i < context.pages().size(); i++) {
        var picture = folder.resolve("page-" + i + ".png");
        context.pages().get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
      }
      if (TRACED) {
        context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
      }
    }
    context.close();
  }
}
