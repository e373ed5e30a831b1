using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Throughcare.Storage.Sqlite.Migrations.Audit
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "read_looks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    door = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    section = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_break_glass = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_looks", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_read_looks_at",
                table: "read_looks",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_read_looks_person_id_at",
                table: "read_looks",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_read_looks_staff_id_at",
                table: "read_looks",
                columns: new[] { "staff_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "read_looks");
        }
    }
}
