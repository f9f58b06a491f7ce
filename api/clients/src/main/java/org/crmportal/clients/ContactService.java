package org.crmportal.clients;

import org.crmportal.platform.record.RecordService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the people at the clients. At most one contact of a client is primary, and the client's
 * {@code primary_contact_*} fields always show that one: a change of either changes the other. The
 * first contact is primary; when the primary one is deleted, the oldest of the others takes its
 * place. Every call is one transaction and joins the one that runs.
 */
@ProviderType
public interface ContactService extends RecordService<Contact, NewContact> {}
