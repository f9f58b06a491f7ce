package org.crmportal.clients;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client at a glance.
 *
 * @param contacts the people there, the primary one first, at most 200
 * @param lastContact when people last called, met or wrote to it
 * @param parts by name what the other modules that run add, such as {@code leads}
 * @param missing by name what is left out, with the reason: {@code not_running} for a part whose
 *     module does not run or is not installed, {@code not_permitted} for one that the caller may
 *     not read, {@code failed} for one that did not answer
 */
public record Overview(
    Client client,
    List<Contact> contacts,
    @Nullable Instant lastContact,
    Map<String, Object> parts,
    Map<String, String> missing) {}
