--liquibase formatted sql

--changeset crm:lead_conversion_funnel
CREATE VIEW lead_conversion_funnel AS
SELECT
    stage,
    COUNT(*) as count,
    AVG(estimated_value) as avg_value,
    SUM(estimated_value) as total_value
FROM leads
WHERE deleted_at IS NULL
GROUP BY stage
ORDER BY
    CASE stage
        WHEN 'prospect' THEN 1
        WHEN 'qualified' THEN 2
        WHEN 'proposal' THEN 3
        WHEN 'negotiation' THEN 4
        WHEN 'closed_won' THEN 5
        WHEN 'closed_lost' THEN 6
    END;
--rollback DROP VIEW lead_conversion_funnel;

--changeset crm:project_profitability
CREATE VIEW project_profitability AS
SELECT
    p.id,
    p.name,
    p.budget,
    p.actual_cost,
    p.budget - p.actual_cost as profit,
    CASE
        WHEN p.budget > 0 THEN ((p.budget - p.actual_cost) / p.budget * 100)
        ELSE 0
    END as profit_margin,
    SUM(t.hours) as total_hours_logged
FROM projects p
LEFT JOIN timesheets t ON t.project_id = p.id
WHERE p.deleted_at IS NULL
GROUP BY p.id, p.name, p.budget, p.actual_cost;
--rollback DROP VIEW project_profitability;
