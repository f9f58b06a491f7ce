package org.crmportal.leads;

import org.crmportal.clients.Client;

/**
 * What came of a conversion.
 *
 * @param client the client that the lead is now
 * @param first whether this call converted it; false if it was converted before
 */
public record Converted(Client client, boolean first) {}
