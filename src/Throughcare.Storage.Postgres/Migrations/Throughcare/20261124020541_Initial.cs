using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Throughcare.Storage.Postgres.Migrations.Throughcare
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "record_positions");

            migrationBuilder.CreateTable(
                name: "access_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    asked_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    granted_until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_requests", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "addenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addenda", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    unmapped = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    authorised_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    closing_comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "allocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    prison = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    pom = table.Column<Guid>(type: "uuid", nullable: true),
                    pom_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    pom_since = table.Column<DateOnly>(type: "date", nullable: true),
                    co_worker = table.Column<Guid>(type: "uuid", nullable: true),
                    co_worker_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    tier = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    rosh = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recommended_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recommended_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    override_reasons = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    suitability_text = table.Column<string>(type: "character varying(175)", maxLength: 175, nullable: true),
                    other_text = table.Column<string>(type: "character varying(175)", maxLength: 175, nullable: true),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    @event = table.Column<string>(name: "event", type: "character varying(40)", maxLength: 40, nullable: false),
                    trigger = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocations", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "area_transfers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reason_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    status_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    status = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_transfers", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "assessment_summaries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    initiated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    assessor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    assessor_unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ogrs3one_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    ogrs3two_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    ogp_one_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    ogp_two_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    ovp_one_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    ovp_two_year = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    rsr_static = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    rsr_dynamic = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    osp_dc = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    osp_iic = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    children_community = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    children_custody = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    public_community = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    public_custody = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    known_adult_community = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    known_adult_custody = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    staff_community = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    staff_custody = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    prisoners_custody = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    overall_given = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    has_risk_management_plan = table.Column<bool>(type: "boolean", nullable: true),
                    risk_management_plan_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sentence_plan_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sections = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_summaries", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "case_information",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    tier = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    rosh = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    resourcing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rosh_outlived_update = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_information", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "cell_locations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    prison = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cell = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    transfer_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_locations", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "complexity_of_need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complexity_of_need", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "contact_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    with = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    duration_minutes = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    sensitivity = table.Column<int>(type: "integer", nullable: false),
                    third_party_source = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    share_from = table.Column<DateOnly>(type: "date", nullable: true),
                    not_shared_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    not_about_the_plan = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    below_floor = table.Column<bool>(type: "boolean", nullable: false),
                    late_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    attendance = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    enforcement = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    first_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => new { x.person_id, x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "court_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: true),
                    convicted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cohort = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_court_events", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "court_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_court_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_episodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    booking_number = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_episodes", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "custody_statuses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    legal_status = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    security_category = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    category_changed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    category_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    incentive_level = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    adult_or_young_person = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    employed = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    court_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    court_name = table.Column<string>(type: "character varying(230)", maxLength: 230, nullable: true),
                    court_name2 = table.Column<string>(type: "character varying(230)", maxLength: 230, nullable: true),
                    court_outcome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_statuses", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "data_quality_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    here = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    there = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    owner = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    settled = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_quality_items", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "deferrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    rule = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    original_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    new_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_as = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deferrals", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "disposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(60)", maxLength: 60, nullable: true),
                    type = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    detail = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    length = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    termination = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disposals", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "document_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sensitivity = table.Column<int>(type: "integer", nullable: false),
                    is_third_party = table.Column<bool>(type: "boolean", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    version_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    file_number = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "due_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    rule = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    family = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    measure_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule_set = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    trigger_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    effective_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    fair_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    window_from = table.Column<DateOnly>(type: "date", nullable: false),
                    due_soon_from = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_deferred = table.Column<bool>(type: "boolean", nullable: false),
                    counts_original_due = table.Column<bool>(type: "boolean", nullable: false),
                    state_since = table.Column<DateOnly>(type: "date", nullable: true),
                    responsible = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    responsible_staff = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    establishment = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    in_scope = table.Column<bool>(type: "boolean", nullable: true),
                    evidence = table.Column<Guid>(type: "uuid", nullable: true),
                    evidence_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence_recorded_late = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_items", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "duplicate_search",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_search", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "early_allocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    oasys_on = table.Column<DateOnly>(type: "date", nullable: false),
                    convicted_under_terrorism_act = table.Column<bool>(type: "boolean", nullable: true),
                    high_profile = table.Column<bool>(type: "boolean", nullable: true),
                    serious_crime_prevention_order = table.Column<bool>(type: "boolean", nullable: true),
                    mappa_level3 = table.Column<bool>(type: "boolean", nullable: true),
                    cppc_case = table.Column<bool>(type: "boolean", nullable: true),
                    extremism_separation = table.Column<bool>(type: "boolean", nullable: true),
                    due_for_release_in_less_than24months = table.Column<bool>(type: "boolean", nullable: true),
                    high_risk_of_serious_harm = table.Column<bool>(type: "boolean", nullable: true),
                    mappa_level2 = table.Column<bool>(type: "boolean", nullable: true),
                    pathfinder_process = table.Column<bool>(type: "boolean", nullable: true),
                    other_reason = table.Column<bool>(type: "boolean", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_approved = table.Column<bool>(type: "boolean", nullable: false),
                    was_in_window = table.Column<bool>(type: "boolean", nullable: false),
                    community_accepted = table.Column<bool>(type: "boolean", nullable: true),
                    community_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_early_allocations", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "glass_breaks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    broken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    broken_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    broken_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    review = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_glass_breaks", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "handover_pack_parts",
                columns: table => new
                {
                    pack_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_pack_parts", x => new { x.pack_id, x.level });
                });

            migrationBuilder.CreateTable(
                name: "handover_packs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    to = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_consistent_with_plan = table.Column<bool>(type: "boolean", nullable: true),
                    message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    present = table.Column<int>(type: "integer", nullable: false),
                    applicable = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<string>(type: "text", nullable: true),
                    acknowledged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gaps = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_packs", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "handover_progress",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reviewed_oasys_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contacted_com_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attended_meeting_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_report_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_progress", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "import_chunks",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_chunks", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "import_errors",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    person_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_errors", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "import_locks",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    worker = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    heartbeat_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_locks", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_date = table.Column<DateOnly>(type: "date", nullable: true),
                    source_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_batch = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    read = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    merged = table.Column<int>(type: "integer", nullable: false),
                    queued = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    errors = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    rows_per_second = table.Column<int>(type: "integer", nullable: false),
                    is_windows1252 = table.Column<bool>(type: "boolean", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    allow_backfill = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "individual_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    adjustment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    none_required = table.Column<bool>(type: "boolean", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_individual_needs", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "key_dates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sed = table.Column<DateOnly>(type: "date", nullable: true),
                    sled = table.Column<DateOnly>(type: "date", nullable: true),
                    led = table.Column<DateOnly>(type: "date", nullable: true),
                    crd = table.Column<DateOnly>(type: "date", nullable: true),
                    ard = table.Column<DateOnly>(type: "date", nullable: true),
                    ped = table.Column<DateOnly>(type: "date", nullable: true),
                    npd = table.Column<DateOnly>(type: "date", nullable: true),
                    hdced = table.Column<DateOnly>(type: "date", nullable: true),
                    hdcad = table.Column<DateOnly>(type: "date", nullable: true),
                    tused = table.Column<DateOnly>(type: "date", nullable: true),
                    ted = table.Column<DateOnly>(type: "date", nullable: true),
                    prrd = table.Column<DateOnly>(type: "date", nullable: true),
                    thd = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_release = table.Column<DateOnly>(type: "date", nullable: true),
                    earliest_release = table.Column<DateOnly>(type: "date", nullable: true),
                    release_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    licence_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    employment_at_discharge = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    supervising_service = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    edited_here = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_dates", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "key_worker_settings",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    returns_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_worker_settings", x => new { x.staff, x.place, x.version });
                });

            migrationBuilder.CreateTable(
                name: "listed_sentences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    booking_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    offence_on = table.Column<DateOnly>(type: "date", nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    weeks = table.Column<int>(type: "integer", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    consecutive_to = table.Column<int>(type: "integer", nullable: true),
                    extension_years = table.Column<int>(type: "integer", nullable: true),
                    extension_months = table.Column<int>(type: "integer", nullable: true),
                    extension_weeks = table.Column<int>(type: "integer", nullable: true),
                    extension_days = table.Column<int>(type: "integer", nullable: true),
                    offence_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    is_sds_plus = table.Column<bool>(type: "boolean", nullable: true),
                    exclusions = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    court = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_sentences", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "manager_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    team = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    officer_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    over_capacity_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_manager_assignments", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "match_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    total = table.Column<double>(type: "double precision", nullable: false),
                    probability = table.Column<double>(type: "double precision", nullable: false),
                    reasons = table.Column<int>(type: "integer", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deferred_until = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "movements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    reason = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    national_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    to = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    due_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escort = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    establishment_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    transfer_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_movements", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "name_keys",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_keys", x => new { x.kind, x.key, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "not_same_people",
                columns: table => new
                {
                    one_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_not_same_people", x => new { x.one_id, x.other_id });
                });

            migrationBuilder.CreateTable(
                name: "notice_choices",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_told = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_choices", x => new { x.staff, x.code });
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: true),
                    mailbox = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "offences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    group_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    is_main = table.Column<bool>(type: "boolean", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(60)", maxLength: 60, nullable: true),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offences", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "om_duty_days",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_on_duty = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_om_duty_days", x => new { x.staff, x.day });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_access_listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_access_listings", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    relationship = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    lines = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    status = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    no_fixed_abode = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_addresses", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_details",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: true),
                    date_of_death = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    ethnicity = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    nationality = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    second_nationality = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    immigration_status = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    religion = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    marital_status = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    gender_identity = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    sexual_orientation = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    maternity_status = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    language = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    interpreter_needed = table.Column<bool>(type: "boolean", nullable: true),
                    prefers_welsh_spoken = table.Column<bool>(type: "boolean", nullable: true),
                    prefers_welsh_in_writing = table.Column<bool>(type: "boolean", nullable: true),
                    care_experienced = table.Column<bool>(type: "boolean", nullable: true),
                    employment_at_reception = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    first_convicted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    edited_here = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_details", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_identifiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    canonical = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    as_given = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    check = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_identifiers", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    absorbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    first = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true, collation: "C"),
                    middle = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    last = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false, collation: "C"),
                    suffix = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_names", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_reach",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_reach", x => new { x.person_id, x.holder, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "person_relationships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    relationship = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    address_lines = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: true),
                    is_next_of_kin = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_relationships", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "person_restrictions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hides_existence = table.Column<bool>(type: "boolean", nullable: false),
                    ask_team = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_restrictions", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "personal_circumstances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    type_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    type = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    sub_type_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sub_type = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_circumstances", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pom_profiles",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tenths = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pom_profiles", x => new { x.staff, x.place, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pom_specialisms",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    specialism = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    pdus = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pom_specialisms", x => new { x.staff, x.place, x.specialism, x.from });
                });

            migrationBuilder.CreateTable(
                name: "ppo_candidates",
                columns: table => new
                {
                    force_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    list_ref = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    is_refused = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deferred_until = table.Column<DateOnly>(type: "date", nullable: true),
                    defer_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ppo_candidates", x => new { x.force_code, x.list_ref, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "ppo_listings",
                columns: table => new
                {
                    force_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    list_ref = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    area = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    scheme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    surname = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    forename = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: false),
                    pnc = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    cro = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    strand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lead_agency = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    priority_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_covert = table.Column<bool>(type: "boolean", nullable: false),
                    match = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_listed_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ppo_listings", x => new { x.force_code, x.list_ref });
                });

            migrationBuilder.CreateTable(
                name: "ppo_nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    scheme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    force_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    list_ref = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    strand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lead_agency = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    priority_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_covert = table.Column<bool>(type: "boolean", nullable: false),
                    link = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confirm_by = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ppo_nominations", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "prison_activities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    prison = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    activity = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    starts_at = table.Column<int>(type: "integer", nullable: true),
                    ends_at = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prison_activities", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "prison_markers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    mappa_or_schedule1 = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    sex_offender = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prison_markers", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "prison_settings",
                columns: table => new
                {
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    is_protected_from_redeployment = table.Column<bool>(type: "boolean", nullable: false),
                    session_every_weeks = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prison_settings", x => x.place);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_settings",
                columns: table => new
                {
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    strategy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation_settings", x => new { x.from, x.recorded_at });
                });

            migrationBuilder.CreateTable(
                name: "recompute_runs",
                columns: table => new
                {
                    scope = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_set = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recompute_runs", x => x.scope);
                });

            migrationBuilder.CreateTable(
                name: "record_events",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_events", x => new { x.person_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "record_heads",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_heads", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "recorded_interventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provider = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    tutor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    outcome = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recorded_interventions", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "recorded_objectives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    need = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    target_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    intervention = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    planned_start = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_end = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recorded_objectives", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "recorded_tiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    tier = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recorded_tiers", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    unmapped = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    category_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    category = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    register_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    register = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "requirements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    disposal = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    category = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sub_category_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sub_category = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    commenced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    length = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    termination = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requirements", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "responsibility_overrides",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    removal_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility_overrides", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "risk_scorings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    model_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    thresholds_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    calculated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    scores = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_scorings", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "rosh_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rosh_records", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "rule_trial_changes",
                columns: table => new
                {
                    trial = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    family = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    was_rule = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    was_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    was_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_trial_changes", x => new { x.trial, x.number });
                });

            migrationBuilder.CreateTable(
                name: "rule_trials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    against = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rules = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_trials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scope_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scope_extensions", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sealed_victims",
                columns: table => new
                {
                    pointer = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    liaison_officer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    preference = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_victims", x => x.pointer);
                });

            migrationBuilder.CreateTable(
                name: "sentence_adjustments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    booking_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    applies_from = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentence_adjustments", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sentences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    legal_status = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    years = table.Column<int>(type: "integer", nullable: true),
                    months = table.Column<int>(type: "integer", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: true),
                    effective_days = table.Column<int>(type: "integer", nullable: true),
                    court = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    court_outcome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentences", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "source_rows",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    missed = table.Column<int>(type: "integer", nullable: false),
                    missed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_rows", x => new { x.source, x.key });
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    user_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    grade = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    caseload_capacity = table.Column<int>(type: "integer", nullable: true),
                    line_manager = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_hours",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contracted_hours = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_hours", x => new { x.staff, x.version });
                });

            migrationBuilder.CreateTable(
                name: "stale_people",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_people", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "standard_exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    family = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standard_exemptions", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "standing_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    after = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    rule = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    because = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    prison = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    where = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_in_scope = table.Column<bool>(type: "boolean", nullable: true),
                    scope_reason = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    responsibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_overridden = table.Column<bool>(type: "boolean", nullable: false),
                    handover_start = table.Column<DateOnly>(type: "date", nullable: true),
                    handover = table.Column<DateOnly>(type: "date", nullable: true),
                    handover_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    handover_version = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    earliest_release = table.Column<DateOnly>(type: "date", nullable: true),
                    earliest_release_code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    next_parole = table.Column<DateOnly>(type: "date", nullable: true),
                    tier = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    tier_v3 = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    is_tier_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    rosh = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    mappa_level = table.Column<int>(type: "integer", nullable: true),
                    complexity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    pom = table.Column<Guid>(type: "uuid", nullable: true),
                    pom_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    pom_since = table.Column<DateOnly>(type: "date", nullable: true),
                    co_worker = table.Column<Guid>(type: "uuid", nullable: true),
                    co_worker_since = table.Column<DateOnly>(type: "date", nullable: true),
                    com = table.Column<Guid>(type: "uuid", nullable: true),
                    com_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    key_worker = table.Column<Guid>(type: "uuid", nullable: true),
                    key_worker_since = table.Column<DateOnly>(type: "date", nullable: true),
                    pdu = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    home_area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    home_area_from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    missing = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    due_digest = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standings", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "subject_access_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    signs = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    released_text = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_access_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subject_access_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    identity_check = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    collected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extended_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_also_by = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_access_requests", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "tier_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    tier = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tier_choices", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sensitivity = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline", x => new { x.person_id, x.happened_at, x.id });
                });

            migrationBuilder.CreateTable(
                name: "transfer_bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    to = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    move_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    is_consistent_with_plan = table.Column<bool>(type: "boolean", nullable: false),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    end = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_bookings", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "victim_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    pointer = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_victim_contacts", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "vlo_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    first_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    last_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vlo_contacts", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "work_reductions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    hours = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_reductions", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "workload_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    inactivity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_transition = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_place = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recorded_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_use_case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workload_marks", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "workload_weeks",
                columns: table => new
                {
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    available = table.Column<int>(type: "integer", nullable: false),
                    percent = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workload_weeks", x => new { x.staff, x.week });
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_asked_by",
                table: "access_requests",
                column: "asked_by",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_decided_at_decision",
                table: "access_requests",
                columns: new[] { "decided_at", "decision" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_decision",
                table: "access_requests",
                column: "decision",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_person_id",
                table: "access_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_addenda_contact_id",
                table: "addenda",
                column: "contact_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_addenda_person_id",
                table: "addenda",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_person_id",
                table: "alerts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocations_person_id",
                table: "allocations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_area_transfers_person_id",
                table: "area_transfers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_summaries_person_id",
                table: "assessment_summaries",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_summaries_source_id",
                table: "assessment_summaries",
                column: "source_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_information_person_id",
                table: "case_information",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_person_id",
                table: "cases",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cell_locations_person_id",
                table: "cell_locations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cell_locations_prison",
                table: "cell_locations",
                column: "prison",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_complexity_of_need_person_id",
                table: "complexity_of_need",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_drafts_author_id_person_id",
                table: "contact_drafts",
                columns: new[] { "author_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_drafts_saved_at",
                table: "contact_drafts",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_author_id_first_recorded_at",
                table: "contacts",
                columns: new[] { "author_id", "first_recorded_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_person_id_happened_at",
                table: "contacts",
                columns: new[] { "person_id", "happened_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_court_events_person_id",
                table: "court_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_court_reports_staff_completed_on",
                table: "court_reports",
                columns: new[] { "staff", "completed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_custody_episodes_person_id",
                table: "custody_episodes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_custody_statuses_person_id",
                table: "custody_statuses",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_quality_items_owner",
                table: "data_quality_items",
                column: "owner",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_data_quality_items_person_id",
                table: "data_quality_items",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_deferrals_person_id",
                table: "deferrals",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_deferrals_state",
                table: "deferrals",
                column: "state",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_disposals_person_id",
                table: "disposals",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_files_person_id",
                table: "document_files",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_person_id",
                table: "documents",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_due_items_effective_due_on_family",
                table: "due_items",
                columns: new[] { "effective_due_on", "family" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_due_items_person_id",
                table: "due_items",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_due_items_place_responsible_state_effective_due_on",
                table: "due_items",
                columns: new[] { "place", "responsible", "state", "effective_due_on" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_due_items_responsible_staff_place_state_effective_due_on",
                table: "due_items",
                columns: new[] { "responsible_staff", "place", "state", "effective_due_on" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_early_allocations_person_id",
                table: "early_allocations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_glass_breaks_person_id",
                table: "glass_breaks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_glass_breaks_reviewed_by",
                table: "glass_breaks",
                column: "reviewed_by",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_glass_breaks_told_at_review_on",
                table: "glass_breaks",
                columns: new[] { "told_at", "review_on" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_handover_packs_cause_id",
                table: "handover_packs",
                column: "cause_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_handover_packs_from_made_at",
                table: "handover_packs",
                columns: new[] { "from", "made_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_handover_packs_person_id",
                table: "handover_packs",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_handover_packs_to_made_at",
                table: "handover_packs",
                columns: new[] { "to", "made_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_handover_progress_person_id",
                table: "handover_progress",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_source_sha256",
                table: "import_runs",
                columns: new[] { "source", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_started_at",
                table: "import_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_individual_needs_person_id",
                table: "individual_needs",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_dates_confirmed_release",
                table: "key_dates",
                column: "confirmed_release",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_key_dates_crd",
                table: "key_dates",
                column: "crd",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_key_dates_person_id",
                table: "key_dates",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_worker_settings_place",
                table: "key_worker_settings",
                column: "place",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_listed_sentences_person_id",
                table: "listed_sentences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_manager_assignments_person_id",
                table: "manager_assignments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_manager_assignments_staff_id",
                table: "manager_assignments",
                column: "staff_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_match_items_asker_id_candidate_id",
                table: "match_items",
                columns: new[] { "asker_id", "candidate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_match_items_candidate_id",
                table: "match_items",
                column: "candidate_id");

            migrationBuilder.CreateIndex(
                name: "ix_match_items_nomination_id",
                table: "match_items",
                column: "nomination_id");

            migrationBuilder.CreateIndex(
                name: "ix_match_items_owner_status",
                table: "match_items",
                columns: new[] { "owner", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_match_items_status_raised_at",
                table: "match_items",
                columns: new[] { "status", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_movements_from_happened_at",
                table: "movements",
                columns: new[] { "from", "happened_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_movements_person_id",
                table: "movements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_movements_to_happened_at",
                table: "movements",
                columns: new[] { "to", "happened_at" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_name_keys_person_id",
                table: "name_keys",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_not_same_people_other_id",
                table: "not_same_people",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_mailbox_at",
                table: "notices",
                columns: new[] { "mailbox", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_person_id",
                table: "notices",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_staff_at",
                table: "notices",
                columns: new[] { "staff", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_offences_person_id",
                table: "offences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_survivor_id",
                table: "people",
                column: "survivor_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_access_listings_person_id",
                table: "person_access_listings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_access_listings_staff_id_person_id",
                table: "person_access_listings",
                columns: new[] { "staff_id", "person_id" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_addresses_person_id",
                table: "person_addresses",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_details_date_of_birth",
                table: "person_details",
                column: "date_of_birth",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_details_person_id",
                table: "person_details",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_identifiers_canonical_kind",
                table: "person_identifiers",
                columns: new[] { "canonical", "kind" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_identifiers_person_id",
                table: "person_identifiers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_identifiers_source_id",
                table: "person_identifiers",
                column: "source_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_absorbed_id",
                table: "person_merges",
                column: "absorbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_owner_status",
                table: "person_merges",
                columns: new[] { "owner", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_survivor_id",
                table: "person_merges",
                column: "survivor_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_names_person_id",
                table: "person_names",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_reach_holder_person_id",
                table: "person_reach",
                columns: new[] { "holder", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_relationships_person_id",
                table: "person_relationships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_restrictions_person_id",
                table: "person_restrictions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_personal_circumstances_person_id",
                table: "personal_circumstances",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pom_profiles_place",
                table: "pom_profiles",
                column: "place",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_pom_specialisms_place",
                table: "pom_specialisms",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "ix_ppo_candidates_person_id",
                table: "ppo_candidates",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ppo_listings_area_status",
                table: "ppo_listings",
                columns: new[] { "area", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_ppo_listings_match",
                table: "ppo_listings",
                column: "match");

            migrationBuilder.CreateIndex(
                name: "ix_ppo_listings_person_id",
                table: "ppo_listings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ppo_nominations_person_id",
                table: "ppo_nominations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ppo_nominations_source_id",
                table: "ppo_nominations",
                column: "source_id",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_prison_activities_person_id",
                table: "prison_activities",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_prison_markers_person_id",
                table: "prison_markers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_events_position",
                table: "record_events",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_recorded_interventions_person_id",
                table: "recorded_interventions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_recorded_objectives_person_id",
                table: "recorded_objectives",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_recorded_tiers_person_id",
                table: "recorded_tiers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_person_id",
                table: "registrations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_requirements_person_id",
                table: "requirements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_overrides_person_id",
                table: "responsibility_overrides",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_scorings_person_id",
                table: "risk_scorings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_rosh_records_person_id",
                table: "rosh_records",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_rule_trial_changes_trial_rule_kind",
                table: "rule_trial_changes",
                columns: new[] { "trial", "rule", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_scope_extensions_person_id",
                table: "scope_extensions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentence_adjustments_person_id",
                table: "sentence_adjustments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentences_person_id",
                table: "sentences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_rows_person_id",
                table: "source_rows",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_place",
                table: "staff",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "ix_staff_user_name",
                table: "staff",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stale_people_since",
                table: "stale_people",
                column: "since");

            migrationBuilder.CreateIndex(
                name: "ix_standard_exemptions_person_id",
                table: "standard_exemptions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_standing_changes_at",
                table: "standing_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_standing_changes_person_id_at",
                table: "standing_changes",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_standings_co_worker",
                table: "standings",
                column: "co_worker");

            migrationBuilder.CreateIndex(
                name: "ix_standings_com",
                table: "standings",
                column: "com");

            migrationBuilder.CreateIndex(
                name: "ix_standings_home_area_handover",
                table: "standings",
                columns: new[] { "home_area", "handover" });

            migrationBuilder.CreateIndex(
                name: "ix_standings_key_worker",
                table: "standings",
                column: "key_worker");

            migrationBuilder.CreateIndex(
                name: "ix_standings_pdu_handover",
                table: "standings",
                columns: new[] { "pdu", "handover" });

            migrationBuilder.CreateIndex(
                name: "ix_standings_pom",
                table: "standings",
                column: "pom");

            migrationBuilder.CreateIndex(
                name: "ix_standings_prison_handover",
                table: "standings",
                columns: new[] { "prison", "handover" });

            migrationBuilder.CreateIndex(
                name: "ix_standings_prison_pom",
                table: "standings",
                columns: new[] { "prison", "pom" });

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_items_request_id_decision_on",
                table: "subject_access_items",
                columns: new[] { "request_id", "decision", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_items_request_id_fact_id_label_text_sha256",
                table: "subject_access_items",
                columns: new[] { "request_id", "fact_id", "label", "text_sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_requests_person_id",
                table: "subject_access_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_requests_state_valid_from",
                table: "subject_access_requests",
                columns: new[] { "state", "valid_from" },
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_tier_choices_person_id",
                table: "tier_choices",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_person_id_entry_id",
                table: "timeline",
                columns: new[] { "person_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_bookings_move_on",
                table: "transfer_bookings",
                column: "move_on",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_bookings_person_id",
                table: "transfer_bookings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_victim_contacts_person_id",
                table: "victim_contacts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_vlo_contacts_person_id",
                table: "vlo_contacts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_reductions_staff",
                table: "work_reductions",
                column: "staff",
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_workload_marks_person_id",
                table: "workload_marks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_workload_weeks_week",
                table: "workload_weeks",
                column: "week");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_requests");

            migrationBuilder.DropTable(
                name: "addenda");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "allocations");

            migrationBuilder.DropTable(
                name: "area_transfers");

            migrationBuilder.DropTable(
                name: "assessment_summaries");

            migrationBuilder.DropTable(
                name: "case_information");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "cell_locations");

            migrationBuilder.DropTable(
                name: "complexity_of_need");

            migrationBuilder.DropTable(
                name: "contact_drafts");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "court_events");

            migrationBuilder.DropTable(
                name: "court_reports");

            migrationBuilder.DropTable(
                name: "custody_episodes");

            migrationBuilder.DropTable(
                name: "custody_statuses");

            migrationBuilder.DropTable(
                name: "data_quality_items");

            migrationBuilder.DropTable(
                name: "deferrals");

            migrationBuilder.DropTable(
                name: "disposals");

            migrationBuilder.DropTable(
                name: "document_files");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "due_items");

            migrationBuilder.DropTable(
                name: "duplicate_search");

            migrationBuilder.DropTable(
                name: "early_allocations");

            migrationBuilder.DropTable(
                name: "glass_breaks");

            migrationBuilder.DropTable(
                name: "handover_pack_parts");

            migrationBuilder.DropTable(
                name: "handover_packs");

            migrationBuilder.DropTable(
                name: "handover_progress");

            migrationBuilder.DropTable(
                name: "import_chunks");

            migrationBuilder.DropTable(
                name: "import_errors");

            migrationBuilder.DropTable(
                name: "import_locks");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "individual_needs");

            migrationBuilder.DropTable(
                name: "key_dates");

            migrationBuilder.DropTable(
                name: "key_worker_settings");

            migrationBuilder.DropTable(
                name: "listed_sentences");

            migrationBuilder.DropTable(
                name: "manager_assignments");

            migrationBuilder.DropTable(
                name: "match_items");

            migrationBuilder.DropTable(
                name: "movements");

            migrationBuilder.DropTable(
                name: "name_keys");

            migrationBuilder.DropTable(
                name: "not_same_people");

            migrationBuilder.DropTable(
                name: "notice_choices");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "offences");

            migrationBuilder.DropTable(
                name: "om_duty_days");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "person_access_listings");

            migrationBuilder.DropTable(
                name: "person_addresses");

            migrationBuilder.DropTable(
                name: "person_details");

            migrationBuilder.DropTable(
                name: "person_identifiers");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropTable(
                name: "person_names");

            migrationBuilder.DropTable(
                name: "person_reach");

            migrationBuilder.DropTable(
                name: "person_relationships");

            migrationBuilder.DropTable(
                name: "person_restrictions");

            migrationBuilder.DropTable(
                name: "personal_circumstances");

            migrationBuilder.DropTable(
                name: "pom_profiles");

            migrationBuilder.DropTable(
                name: "pom_specialisms");

            migrationBuilder.DropTable(
                name: "ppo_candidates");

            migrationBuilder.DropTable(
                name: "ppo_listings");

            migrationBuilder.DropTable(
                name: "ppo_nominations");

            migrationBuilder.DropTable(
                name: "prison_activities");

            migrationBuilder.DropTable(
                name: "prison_markers");

            migrationBuilder.DropTable(
                name: "prison_settings");

            migrationBuilder.DropTable(
                name: "recommendation_settings");

            migrationBuilder.DropTable(
                name: "recompute_runs");

            migrationBuilder.DropTable(
                name: "record_events");

            migrationBuilder.DropTable(
                name: "record_heads");

            migrationBuilder.DropTable(
                name: "recorded_interventions");

            migrationBuilder.DropTable(
                name: "recorded_objectives");

            migrationBuilder.DropTable(
                name: "recorded_tiers");

            migrationBuilder.DropTable(
                name: "registrations");

            migrationBuilder.DropTable(
                name: "requirements");

            migrationBuilder.DropTable(
                name: "responsibility_overrides");

            migrationBuilder.DropTable(
                name: "risk_scorings");

            migrationBuilder.DropTable(
                name: "rosh_records");

            migrationBuilder.DropTable(
                name: "rule_trial_changes");

            migrationBuilder.DropTable(
                name: "rule_trials");

            migrationBuilder.DropTable(
                name: "scope_extensions");

            migrationBuilder.DropTable(
                name: "sealed_victims");

            migrationBuilder.DropTable(
                name: "sentence_adjustments");

            migrationBuilder.DropTable(
                name: "sentences");

            migrationBuilder.DropTable(
                name: "source_rows");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "staff_hours");

            migrationBuilder.DropTable(
                name: "stale_people");

            migrationBuilder.DropTable(
                name: "standard_exemptions");

            migrationBuilder.DropTable(
                name: "standing_changes");

            migrationBuilder.DropTable(
                name: "standings");

            migrationBuilder.DropTable(
                name: "subject_access_items");

            migrationBuilder.DropTable(
                name: "subject_access_requests");

            migrationBuilder.DropTable(
                name: "tier_choices");

            migrationBuilder.DropTable(
                name: "timeline");

            migrationBuilder.DropTable(
                name: "transfer_bookings");

            migrationBuilder.DropTable(
                name: "victim_contacts");

            migrationBuilder.DropTable(
                name: "vlo_contacts");

            migrationBuilder.DropTable(
                name: "work_reductions");

            migrationBuilder.DropTable(
                name: "workload_marks");

            migrationBuilder.DropTable(
                name: "workload_weeks");

            migrationBuilder.DropSequence(
                name: "record_positions");
        }
    }
}
