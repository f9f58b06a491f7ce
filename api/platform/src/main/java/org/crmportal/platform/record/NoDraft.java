package org.crmportal.platform.record;

/** The draft of a type that is {@linkplain RecordTypeBuilder#readOnly only read}. */
public record NoDraft() {}
