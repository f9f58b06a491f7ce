--liquibase formatted sql

--changeset crm:invoices-checks
ALTER TABLE invoices
    ADD CONSTRAINT ck_invoices_status CHECK (status IN ('draft', 'sent', 'paid', 'overdue', 'cancelled')),
    ADD CONSTRAINT ck_invoices_subtotal CHECK (subtotal >= 0),
    ADD CONSTRAINT ck_invoices_tax_amount CHECK (tax_amount >= 0),
    ADD CONSTRAINT ck_invoices_discount_amount CHECK (discount_amount >= 0),
    ADD CONSTRAINT ck_invoices_total_amount CHECK (total_amount >= 0),
    ADD CONSTRAINT ck_invoices_amount_paid CHECK (amount_paid >= 0);
--rollback ALTER TABLE invoices DROP CONSTRAINT ck_invoices_status, DROP CONSTRAINT ck_invoices_subtotal, DROP CONSTRAINT ck_invoices_tax_amount, DROP CONSTRAINT ck_invoices_discount_amount, DROP CONSTRAINT ck_invoices_total_amount, DROP CONSTRAINT ck_invoices_amount_paid;

--changeset crm:invoice_items-checks
ALTER TABLE invoice_items
    ADD CONSTRAINT ck_invoice_items_quantity CHECK (quantity > 0),
    ADD CONSTRAINT ck_invoice_items_unit_price CHECK (unit_price >= 0),
    ADD CONSTRAINT ck_invoice_items_tax_rate CHECK (tax_rate BETWEEN 0 AND 100),
    ADD CONSTRAINT ck_invoice_items_amount CHECK (amount >= 0);
--rollback ALTER TABLE invoice_items DROP CONSTRAINT ck_invoice_items_quantity, DROP CONSTRAINT ck_invoice_items_unit_price, DROP CONSTRAINT ck_invoice_items_tax_rate, DROP CONSTRAINT ck_invoice_items_amount;

--changeset crm:payments-checks
ALTER TABLE payments
    ADD CONSTRAINT ck_payments_amount CHECK (amount > 0),
    ADD CONSTRAINT ck_payments_payment_method CHECK (payment_method IN ('credit_card', 'bank_transfer', 'check', 'cash'));
--rollback ALTER TABLE payments DROP CONSTRAINT ck_payments_amount, DROP CONSTRAINT ck_payments_payment_method;
