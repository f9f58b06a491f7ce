package org.crmportal.platform.portal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module or an extension adds to the web portal; register an implementation as a service.
 * The portal shows its parts while the service is there, without a reload of the page.
 *
 * <p>The texts of the parts are in the bundle, in UTF-8: {@code OSGI-INF/l10n/portal.properties} in
 * English, {@code portal_de.properties} in German. The keys are:
 *
 * <ul>
 *   <li>{@code lead}, {@code lead.plural}: a page by its record type's name;
 *   <li>{@code lead.first_name}, {@code lead.first_name.help}: a column, and what it means;
 *   <li>{@code lead.stage.proposal}: a value of a column;
 *   <li>{@code lead.section.person}, {@code lead.action.convert}, {@code
 *       lead.action.convert.confirm}, {@code client.related.contact};
 *   <li>{@code menu.audit}, {@code card.funnel}, {@code component.crm-audit};
 *   <li>{@code module}: the module itself, shown when it is stopped.
 * </ul>
 *
 * <p>What every record has, such as {@code created_at}, needs no text. Where a text is missing, the
 * name itself is shown, made readable.
 */
@ConsumerType
public interface PortalParts {

  /**
   * The parts; asked for once, when the service comes. If this throws, nothing of the service is
   * shown; a part that names what is not there is left out alone. {@code /health/ready} says so.
   */
  List<PortalPart> parts();
}
