--liquibase formatted sql

--changeset example:vehicles
CREATE TABLE vehicles (
    id UUID PRIMARY KEY,
    license_plate VARCHAR(20) NOT NULL,
    make VARCHAR(100) NOT NULL,
    model VARCHAR(100),
    status VARCHAR(20) NOT NULL CONSTRAINT ck_vehicles_status CHECK (status IN ('active', 'in_repair', 'sold')),
    mileage INTEGER CONSTRAINT ck_vehicles_mileage CHECK (mileage >= 0),
    price NUMERIC(12, 2) CONSTRAINT ck_vehicles_price CHECK (price >= 0),
    registered_on DATE,
    driver_id UUID REFERENCES users(id) ON DELETE SET NULL,
    notes TEXT,
    version BIGINT NOT NULL,
    created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    deleted_at TIMESTAMP,
    search_text TEXT GENERATED ALWAYS AS (public.crm_search(
        license_plate || chr(10) || make || chr(10) || coalesce(model, '') || chr(10) || coalesce(notes, ''))) STORED
);
CREATE UNIQUE INDEX uq_vehicles_license_plate ON vehicles(license_plate) WHERE deleted_at IS NULL;
CREATE INDEX idx_vehicles_driver_id ON vehicles(driver_id);
CREATE INDEX idx_vehicles_created_by ON vehicles(created_by);
CREATE INDEX idx_vehicles_list ON vehicles(created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_vehicles_search_text ON vehicles USING gin(search_text gin_trgm_ops);
--rollback DROP TABLE vehicles;
