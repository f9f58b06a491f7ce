package org.crmportal.persistence;

import java.util.function.Function;
import org.crmportal.platform.record.RecordType;

/**
 * Which entity keeps the records of a type.
 *
 * @param entity the entity's class; its id is the record's
 * @param record how the entity shows itself
 */
public record Stored<T extends Record, E>(
    RecordType<T, ?> type, Class<E> entity, Function<E, T> record) {}
